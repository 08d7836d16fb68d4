package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class TypedCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"000000", "755224", "0755224", "94287082"})
  void reads_6_to_8_digits(String typed) {
    assertEquals(Optional.of(typed), TypedCode.read(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 081804 ",
        "081804\r\n",
        "\t081804",
        "081 804",
        "0 8 1 8 0 4",
        "081\t804",
        "081-804",
        "08-18-04",
        "081\u00a0804",
        "081\u202f804",
        "\u00a0081804\u202f"
      })
  void drops_spaces_and_dashes(String typed) {
    assertEquals(Optional.of("081804"), TypedCode.read(typed));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "-",
        "12345",
        "123456789",
        "1234567890",
        "+123456",
        "123.456",
        "123,456",
        "123_456",
        "12345a",
        "0x123456",
        "1e6",
        "123\n456",
        "123\u2013456",
        "123\u2212456",
        "123\u200b456",
        "123456\u0000789",
        "\ufeff123456",
        "'123456'"
      })
  void anything_else_is_malformed(String typed) {
    assertEquals(Optional.empty(), TypedCode.read(typed));
  }

  /** Full-width, Arabic, Persian, Devanagari, Bengali, superscript, mathematical. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uff11\uff12\uff13\uff14\uff15\uff16",
        "\u0661\u0662\u0663\u0664\u0665\u0666",
        "\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6",
        "\u0967\u0968\u0969\u096a\u096b\u096c",
        "\u09e7\u09e8\u09e9\u09ea\u09eb\u09ec",
        "12345\u00b2",
        "12345\ud835\udfd4",
        "12345\uff16",
        "12345\u0666"
      })
  void other_digits_than_ascii_are_malformed(String typed) {
    assertEquals(Optional.empty(), TypedCode.read(typed));
  }

  @Test
  void megabytes_are_malformed() {
    int size = 10_000_000;
    assertEquals(Optional.empty(), TypedCode.read("1".repeat(size)));
    assertEquals(Optional.empty(), TypedCode.read(" ".repeat(size) + "123456"));
  }
}
