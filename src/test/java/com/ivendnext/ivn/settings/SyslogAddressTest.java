package com.ivendnext.ivn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogAddressTest {

  @ParameterizedTest
  @CsvSource({
    "local, local",
    "udp://127.0.0.1:5140, udp://127.0.0.1:5140",
    "tcp://logs.example.com, tcp://logs.example.com:514",
    "tcp://[::1]:601, tcp://[::1]:601"
  })
  void is_read_and_told(String typed, String told) {
    assertEquals(told, SyslogAddress.parse(typed).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LOCAL",
        "host:514",
        "http://host:514",
        "udp://",
        "udp://:514",
        "udp://host:0",
        "tcp://host:65536",
        "tcp://host:514/x",
        "tcp://ho st",
        "tcp://a@b",
        "tcp://::1:514"
      })
  void what_is_none_is_refused(String typed) {
    assertNull(SyslogAddress.parse(typed));
  }
}
