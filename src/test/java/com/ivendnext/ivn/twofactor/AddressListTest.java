package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0.0.1                 | 10.0.0.1    | true
          10.0.0.1                 | 10.0.0.15   | false
          10.0.0.1, 192.0.2.7      | 192.0.2.7   | true
          192.0.2.0/24             | 192.0.2.255 | true
          192.0.2.0/24             | 192.0.3.0   | false
          192.0.2.128/25           | 192.0.2.127 | false
          192.0.2.128/25           | 192.0.2.128 | true
          10.32.0.0/11             | 10.63.1.1   | true
          10.32.0.0/11             | 10.64.1.1   | false
          0.0.0.0/0                | 203.0.113.9 | true
          0.0.0.0/0                | 2001:db8::1 | false
          192.0.2.1/32             | 192.0.2.1   | true
          192.0.2.1/33             | 192.0.2.1   | false
          192.0.2.1/               | 192.0.2.1   | false
          192.0.2.1/-1             | 192.0.2.1   | false
          10.1.                    | 10.1.2.3    | true
          10.1.                    | 10.10.2.3   | false
          10.1                     | 10.1.2.3    | false
          2001:db8::/32            | 2001:db8::5 | true
          2001:db8::/32            | 2001:db9::5 | false
          2001:db8::1              | 2001:DB8:0:0:0:0:0:1 | true
          example.com              | 10.0.0.1    | false
          10.0.0.1                 | example.com | false
          300.0.0.1                | 300.0.0.1   | false
          ,                        | 10.0.0.1    | false
          """)
  void fits_as_an_administrator_expects(String rules, String address, boolean fits) {
    assertEquals(fits, AddressList.contains(rules, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.7",
        " 192.0.2.7 , 10.1.,10.,2001:db8::/32",
        "0.0.0.0/0",
        "255.255.255.255/32",
        "::1"
      })
  void rules_that_can_be_read_are_let_pass(String rules) {
    assertDoesNotThrow(() -> AddressList.requireReadable(rules));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense            | nonsense
          10.0.0.0/8,office   | office
          10.0.0.0/33         | 10.0.0.0/33
          10.0.0.0/           | 10.0.0.0/
          300.0.0.1           | 300.0.0.1
          10.1                | 10.1
          10..                | 10..
          10.0.0.1,           | ''
          ''                  | ''
          """)
  void a_rule_that_cannot_be_read_is_named(String rules, String rule) {
    Failure failure = assertThrows(Failure.class, () -> AddressList.requireReadable(rules));
    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertEquals("\"" + rule + "\" is no address to log in from", failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      value = {"10.0.0.1,NULL", "NULL,10.0.0.1", "NULL,NULL"},
      nullValues = "NULL")
  void nothing_fits_where_either_is_unknown(String rules, String address) {
    assertEquals(false, AddressList.contains(rules, address));
  }
}
