package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * The access log, and what went wrong inside: one line each. Neither queries nor bodies, headers or
 * cookies come here, and no text of a client can make a line of its own.
 */
final class Journal {
  private static final int LONGEST = 200;

  private final PrintWriter out;
  private final Clock clock;

  Journal(Surroundings surroundings) {
    this.out = surroundings.log();
    this.clock = surroundings.clock();
  }

  /** A request was answered. */
  void answered(Call call, Answer answer, long millis) {
    out.println(
        clock.instant().truncatedTo(ChronoUnit.MILLIS)
            + " "
            + call.origin().address()
            + " "
            + safe(call.method())
            + " "
            + safe(call.path())
            + " "
            + answer.status()
            + " "
            + millis
            + "ms "
            + (answer.user() == null ? "-" : safe(answer.user())));
  }

  /** Something that the administrator must mend; the client is not told what. */
  void trouble(Failure failure) {
    out.println("ivn: " + failure.getMessage().replaceAll("\\p{Cntrl}", "?"));
  }

  /** A bug; its message could hold anything, so only its place is told. */
  void bug(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    out.println("ivn: this is a bug in ivn: " + bug.getClass().getName() + place);
  }

  static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      safe.append(c > ' ' && c < 0x7F ? c : '?');
    }
    return safe.toString();
  }
}
