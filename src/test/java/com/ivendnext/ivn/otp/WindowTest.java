package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnderEveryLocale
class WindowTest {

  private static final SharedSecret SECRET =
      SharedSecret.ofBytes("12345678901234567890".getBytes());
  private static final Hotp HOTP = new Hotp(HashAlgorithm.SHA1, 6);

  @ParameterizedTest
  @CsvSource({"100, 0, 100, 100", "100, 1, 99, 101", "100, 10, 90, 110"})
  void reaches_as_far_back_as_forward(long step, int steps, long from, long to) {
    assertEquals(new Window(from, to), Window.around(step, steps));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 1, 2", "3, 10, 13", "-1, 2, 1"})
  void never_reaches_below_zero(long step, int steps, long to) {
    assertEquals(new Window(0, to), Window.around(step, steps));
  }

  @Test
  void looks_ahead_of_a_counter() {
    assertEquals(new Window(7, 17), Window.ahead(7, 10));
    assertEquals(new Window(7, 7), Window.ahead(7, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 5, window must not start below 0",
    "5, 4, window must not end before it starts",
    "0, 10000, window must not be wider than 10000",
    "0, 9223372036854775807, window must not be wider than 10000"
  })
  void refuses_what_is_no_window(long from, long to, String words) {
    assertEquals(words, Refused.words(() -> new Window(from, to)));
  }

  @Test
  void refuses_to_reach_beyond_the_last_counter() {
    String words = "window must not end before it starts";
    assertEquals(words, Refused.words(() -> Window.ahead(Long.MAX_VALUE, 1)));
    assertEquals(words, Refused.words(() -> Window.around(Long.MAX_VALUE, 1)));
    assertEquals(words, Refused.words(() -> Window.around(100, -1)));
  }

  @Test
  void may_be_10000_wide() {
    assertEquals(OptionalLong.of(9), new Window(0, 9_999).match(HOTP, SECRET, "520489"));
  }

  @ParameterizedTest
  @CsvSource({"755224, 0", "254676, 5", "520489, 9"})
  void finds_a_code_at_either_end_and_between(String code, long movingFactor) {
    assertEquals(OptionalLong.of(movingFactor), new Window(0, 9).match(HOTP, SECRET, code));
  }

  @ParameterizedTest
  @CsvSource({"755224", "520489", "000000", "''", "25467", "2546760"})
  void finds_no_other_code(String code) {
    assertEquals(OptionalLong.empty(), new Window(1, 8).match(HOTP, SECRET, code));
  }

  @Test
  void ends_at_the_greatest_counter() {
    Window last = new Window(Long.MAX_VALUE - 1, Long.MAX_VALUE);
    assertEquals(OptionalLong.of(Long.MAX_VALUE), last.match(HOTP, SECRET, "181742"));
  }

  @Test
  void takes_the_highest_of_several_matches() {
    assertEquals("709847", HOTP.code(SECRET, 2386));
    assertEquals(OptionalLong.of(2394), new Window(2380, 2400).match(HOTP, SECRET, "709847"));
  }

  @Test
  void accepts_nothing_twice() {
    Random random = new Random(6238);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[20];
      random.nextBytes(bytes);
      SharedSecret secret = SharedSecret.ofBytes(bytes);
      Window window = Window.around(random.nextInt(1 << 30), random.nextInt(11));
      long typed = window.from() + random.nextInt((int) (window.to() - window.from()) + 1);
      String code = HOTP.code(secret, typed);

      long accepted = window.match(HOTP, secret, code).getAsLong();
      Window later = Window.ahead(accepted + 1, 20);
      assertEquals(highestByHand(later, secret, code), later.match(HOTP, secret, code));
      assertEquals(highestByHand(window, secret, code), OptionalLong.of(accepted));
    }
  }

  /** The genuine collisions, found without the code under test's own loop. */
  private static OptionalLong highestByHand(Window window, SharedSecret secret, String code) {
    for (long factor = window.to(); factor >= window.from(); factor--) {
      if (HOTP.code(secret, factor).equals(code)) {
        return OptionalLong.of(factor);
      }
    }
    return OptionalLong.empty();
  }
}
