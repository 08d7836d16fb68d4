package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExemptionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static Exemption lasting(Duration time, String reason) {
    return new Exemption("a@example.com", NOW.plus(time), reason, NOW);
  }

  private static Failure refusal(Duration time, String reason) {
    Failure failure = assertThrows(Failure.class, () -> lasting(time, reason));
    assertEquals(Failure.Kind.USAGE, failure.kind());
    return failure;
  }

  @Test
  void lasts_at_most_thirty_days() {
    assertEquals(NOW.plus(Duration.ofDays(30)), lasting(Duration.ofDays(30), "travel").until());
    assertEquals(
        "an exemption lasts at most 30 days, until 2026-12-24T10:00:00Z",
        refusal(Duration.ofDays(30).plusSeconds(1), "travel").getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -86_400})
  void ends_in_the_future(long seconds) {
    assertTrue(refusal(Duration.ofSeconds(seconds), "travel").getMessage().contains("future"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void has_a_reason_of_one_line(String reason) {
    refusal(Duration.ofDays(1), reason);
  }

  @Test
  void holds_until_its_end_and_not_at_it() {
    Exemption exemption = lasting(Duration.ofHours(1), "travel");
    assertTrue(exemption.holdsAt(NOW.plusSeconds(3_599)));
    assertFalse(exemption.holdsAt(NOW.plusSeconds(3_600)));
  }
}
