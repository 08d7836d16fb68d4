package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRuleTest {

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
    assertEquals(fits, AddressRule.anyMatches(rules, address));
  }

  @ParameterizedTest
  @CsvSource(
      value = {"10.0.0.1,NULL", "NULL,10.0.0.1", "NULL,NULL"},
      nullValues = "NULL")
  void nothing_fits_where_either_is_unknown(String rules, String address) {
    assertEquals(false, AddressRule.anyMatches(rules, address));
  }
}
