package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.util.OptionalLong;

/**
 * The moving factors whose codes are accepted, 1 to 10,000 of them.
 *
 * @param from the lowest, 0 or more
 * @param to the highest, itself in the window
 */
public record Window(long from, long to) {

  private static final int MAX_WIDTH = 10_000;

  /**
   * @throws Failure usage, if it starts below 0, ends before it starts or is wider than 10,000
   */
  public Window {
    if (from < 0) {
      throw Failure.usage("window must not start below 0");
    }
    if (to < from) {
      throw Failure.usage("window must not end before it starts");
    }
    if (to - from >= MAX_WIDTH) {
      throw Failure.usage("window must not be wider than 10000");
    }
  }

  /**
   * A time step with as many steps before it and after it (RFC 6238 section 5.2), cut off at 0.
   *
   * @throws Failure usage, if that is no window
   */
  public static Window around(long step, int steps) {
    return new Window(Math.max(0, step - steps), step + steps);
  }

  /**
   * The look-ahead window (RFC 4226 section 7.4): the next counter and as many after it.
   *
   * @param counter the lowest counter not used yet
   * @throws Failure usage, if that is no window
   */
  public static Window ahead(long counter, int lookAhead) {
    return new Window(counter, counter + lookAhead);
  }

  /**
   * The highest moving factor in the window with this code, or empty.
   *
   * <p>Every candidate is computed and compared in constant time whatever came before it, so the
   * time taken does not tell which one matched. The highest, because what is accepted must never be
   * accepted again: a lower one would leave the same code valid at the higher.
   */
  public OptionalLong match(Hotp hotp, SharedSecret secret, String code) {
    Hotp.Generator generator = hotp.generator(secret);
    long highest = -1;
    // counted by offset: to may be the greatest number there is
    for (int offset = 0; offset <= to - from; offset++) {
      boolean matches = generator.matches(code, from + offset);
      highest = matches ? from + offset : highest;
    }
    return highest < 0 ? OptionalLong.empty() : OptionalLong.of(highest);
  }
}
