package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the code that an authenticator shows, a few times if need be. */
public final class CodePrompt {
  private static final int TRIES = 3;

  private CodePrompt() {}

  /**
   * What {@code attempt} makes of the first code that it takes; nothing when the person only
   * presses Enter.
   *
   * @throws Failure the last attempt's
   */
  public static Optional<Result> ask(
      SiteSession site, String prompt, Function<String, Result> attempt) {
    Failure last = null;
    for (int i = 0; i < TRIES; i++) {
      if (last != null) {
        site.invocation().output().error(last);
      }
      String code = site.invocation().ask(prompt);
      if (code == null || code.isBlank()) {
        return Optional.empty();
      }
      try {
        return Optional.of(attempt.apply(code));
      } catch (Failure failure) {
        last = failure;
      }
    }
    throw last;
  }
}
