package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Failures as answers: what the client may know, and nothing of the machine behind. */
final class Problem {
  private Problem() {}

  static Answer answer(Failure failure, Clock clock) {
    return switch (failure.kind()) {
      case USAGE -> Answer.error(400, "ValidationError", failure.getMessage());
      case REJECTED -> Answer.error(401, "AuthenticationError", failure.getMessage());
      case NOT_FOUND -> Answer.error(404, "DoesNotExistError", failure.getMessage());
      case REFUSED -> Answer.error(403, "PermissionError", failure.getMessage());
      case TRY_LATER -> later(failure, clock);
      case DELIVERY ->
          Answer.error(502, "OutgoingEmailError", "the code could not be sent; try again later");
      case DATA, INTERNAL ->
          Answer.error(
              500, "ServerError", "this cannot be answered; the administrator can see why");
    };
  }

  /** 429 where the client did too much, 503 where the server has too much to do. */
  private static Answer later(Failure failure, Clock clock) {
    return failure.details().get("until") instanceof Instant until
        ? Answer.error(429, "SecurityException", failure.getMessage())
            .retryAfter(secondsUntil(until, clock))
        : Answer.error(503, "ServerError", "too busy; try again in a moment").retryAfter(1);
  }

  /** How long to wait, rounded up. */
  static long secondsUntil(Instant until, Clock clock) {
    return Math.max(1, Duration.between(clock.instant(), until).plusMillis(999).toSeconds());
  }
}
