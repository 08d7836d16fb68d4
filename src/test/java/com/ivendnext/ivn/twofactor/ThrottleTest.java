package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "2,0", "3,1", "4,2", "5,4", "6,8", "12,512", "13,900", "99,900"})
  void waits_longer_after_each_failure_up_to_a_quarter_of_an_hour(int failures, long seconds) {
    assertEquals(seconds, Throttle.waitAfter(failures).toSeconds());
  }
}
