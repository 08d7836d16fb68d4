package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {
  @ParameterizedTest
  @CsvSource({
    "PT240S, 4 minutes",
    "PT61S, 1 minute 1 second",
    "PT0.2S, 1 second",
    "PT59.9S, 59 seconds",
    "PT3600S, 1 hour",
    "PT3725S, 1 hour 2 minutes",
    "PT86400S, 1 day"
  })
  void says_the_two_largest_units(Duration time, String words) {
    assertEquals(words, Lifetime.of(time));
  }
}
