package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.util.function.Function;

/** Asks for the code that an authenticator shows, a few times if need be. */
public final class CodePrompt {
  private static final int TRIES = 3;

  private CodePrompt() {}

  /**
   * What {@code attempt} makes of the first code that it takes; {@link Result} that prints nothing
   * when the person would rather do that later.
   *
   * @throws Failure the last attempt's
   */
  public static Result ask(SiteSession site, Function<String, Result> attempt) {
    Failure last = null;
    for (int i = 0; i < TRIES; i++) {
      if (last != null) {
        site.invocation().output().error(last);
      }
      String code = site.invocation().ask("Code that the app shows now (Enter to do it later): ");
      if (code == null || code.isBlank()) {
        return new Nothing();
      }
      try {
        return attempt.apply(code);
      } catch (Failure failure) {
        last = failure;
      }
    }
    throw last;
  }
}
