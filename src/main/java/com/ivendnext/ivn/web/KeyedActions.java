package com.ivendnext.ivn.web;

import com.ivendnext.ivn.twofactor.ServeKeyStore.ServeKey;
import com.ivendnext.ivn.twofactor.Verification;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What applications and those who watch the server ask. */
final class KeyedActions {
  private final Metrics metrics;

  KeyedActions(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * {@code POST /api/otp/verify} with {@code user} and {@code code}: 200 only for an accepted code,
   * so that a client that looks at nothing else lets nobody in; 403 for a rejected one, 429 while
   * codes are not looked at, 401 without a key of the site.
   */
  Answer verify(Call call, Supplier<ServedSite> supplier) {
    ServedSite site = supplier.get();
    Optional<ServeKey> key = key(call, site);
    if (key.isEmpty()) {
      return Answer.error(401, "AuthenticationError", "a key of this site is needed")
          .header("WWW-Authenticate", "Bearer");
    }
    String user = call.field("user");
    String code = call.field("code");
    if (user == null || code == null) {
      return Answer.error(400, "ValidationError", "user and code are needed");
    }
    Verification verification = site.verifyFor(key.get(), user, code);
    metrics.code(verification.reason());
    Answer answer =
        Answer.json(status(verification), members(verification)).about(verification.user());
    return verification.until() == null
        ? answer
        : answer.retryAfter(Problem.secondsUntil(verification.until(), site.clock()));
  }

  private static Optional<ServeKey> key(Call call, ServedSite site) {
    return call.key() == null ? Optional.empty() : site.serveKeys().find(call.key());
  }

  private static int status(Verification verification) {
    if (verification.accepted()) {
      return 200;
    }
    return verification.reason() == Reason.THROTTLED ? 429 : 403;
  }

  private static Map<String, Object> members(Verification verification) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("user", verification.user());
    members.put("accepted", verification.accepted());
    members.put("reason", verification.reason().word());
    if (verification.accepted()) {
      members.put("authenticator", verification.how());
      members.put("recovery_codes_left", verification.recoveryCodesLeft());
    }
    if (verification.until() != null) {
      members.put("until", verification.until());
    }
    return members;
  }

  /** {@code /healthz}: the server answers. */
  Answer health(Call call, Supplier<ServedSite> site) {
    return Answer.json(200, Map.of("status", "ok"));
  }

  /** {@code /metrics}, for this machine or with a key. */
  Answer metrics(Call call, Supplier<ServedSite> site) {
    return call.origin().local() || key(call, site.get()).isPresent()
        ? Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text())
        : Answer.error(403, "PermissionError", "metrics are for this machine, or for a key");
  }
}
