package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
  private static final String TEXT = "0CfaJLNjAARmXsDVyGOGxOm64etWWZ4QU0q4fJGbLQ4=";

  @Test
  void is_written_as_it_was_read() {
    assertEquals(TEXT, MasterKey.parse(TEXT, "site_config.json").text());
    assertEquals(TEXT, MasterKey.parse(TEXT.replace("=", "") + "\n", "key file").text());
  }

  @Test
  void a_new_one_has_32_bytes_and_is_new() {
    MasterKey one = MasterKey.generate(new SecureRandom());
    MasterKey other = MasterKey.generate(new SecureRandom());
    assertEquals(44, one.text().length());
    assertNotEquals(one.text(), other.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "0CfaJLNjAARmXsDVyGOGxOm64etWWZ4QU0q4fJGbLQ", "!!!", "AAAA"})
  void anything_else_is_refused_without_being_repeated(String text) {
    Failure failure = assertThrows(Failure.class, () -> MasterKey.parse(text, "site_config.json"));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals(
        "the encryption key in site_config.json is not 32 bytes of url-safe base64",
        failure.getMessage());
  }

  @Test
  void each_purpose_has_a_key_of_its_own() {
    MasterKey key = MasterKey.parse(TEXT, "test");
    assertFalse(Arrays.equals(key.derive("one"), key.derive("other")));
    assertArrayEquals(key.derive("one"), key.derive("one"));
  }

  @Test
  void tells_nothing_of_itself() {
    MasterKey key = MasterKey.parse(TEXT, "test");
    assertEquals("MasterKey[hidden]", key.toString());
    assertFalse(TEXT.contains(key.fingerprint()));
  }

  /** RFC 5869 appendix A.3, whose salt and info are empty. */
  @Test
  void derives_as_rfc_5869_says() {
    byte[] key = HexFormat.of().parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");
    assertEquals(
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
        HexFormat.of().formatHex(Hkdf.derive(key, "", 32)));
  }
}
