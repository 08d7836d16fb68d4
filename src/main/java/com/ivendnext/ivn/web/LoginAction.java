package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.login.Login.Outcome;
import com.ivendnext.ivn.login.Login.Status;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code POST /api/method/login}: {@code usr} and {@code pwd}, then {@code tmp_id} and {@code otp},
 * answered in Frappe's words.
 */
final class LoginAction implements Route.Action {
  private static final String ENROLL =
      "Ask your administrator for the QR code of your authenticator, then enter the code it shows.";

  private final Metrics metrics;
  private final PasswordStep passwords;

  LoginAction(Metrics metrics, Limits limits) {
    this.metrics = metrics;
    this.passwords = new PasswordStep(limits.passwords());
  }

  @Override
  public Answer answer(Call call, Supplier<ServedSite> supplier) {
    ServedSite site = supplier.get();
    String tmpId = blankToNull(call.field("tmp_id"));
    if (tmpId == null && (call.field("usr") == null || call.field("pwd") == null)) {
      return incomplete();
    }
    try {
      LoginContext from = site.loginFrom(call.origin().address());
      Outcome outcome =
          tmpId == null
              ? passwords.start(call, site, from)
              : site.login().finish(tmpId, code(call), from, site::channel);
      metrics.login(tmpId == null ? "password" : "code", "accepted");
      return outcome.status() == Status.LOGGED_IN
          ? loggedIn(call, site, outcome)
          : Answer.json(200, verification(outcome)).about(outcome.user());
    } catch (Failure failure) {
      return refusal(failure, tmpId != null, site);
    }
  }

  private static String code(Call call) {
    String code = call.field("otp");
    return code == null ? "" : code;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Answer incomplete() {
    return Answer.error(401, "AuthenticationError", "Incomplete login details");
  }

  private static Answer loggedIn(Call call, ServedSite site, Outcome outcome) {
    User user = site.store().users().find(outcome.user()).orElseThrow().user();
    boolean desk = user.type() == UserType.SYSTEM_USER;
    site.sessions().end(call.session()); // the one that it replaces
    String session = site.sessions().begin(user.name());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("message", desk ? "Logged In" : "No App");
    members.put("home_page", desk ? "/app" : "/me");
    members.put("full_name", user.fullName() == null ? user.name() : user.fullName());
    return Answer.json(200, members)
        .header("Set-Cookie", Cookie.set(session, call.origin().secure()))
        .about(user.name());
  }

  private static Map<String, Object> verification(Outcome outcome) {
    Map<String, Object> how = new LinkedHashMap<>();
    if (outcome.status() == Status.ENROLLMENT_REQUIRED) {
      boolean sent = outcome.prompt() != null;
      how.put("method", sent ? Method.EMAIL.label() : Method.OTP_APP.label());
      how.put("setup", sent);
      how.put("prompt", sent ? outcome.prompt() : ENROLL);
    } else {
      how.put("method", outcome.method().label());
      how.put("setup", true);
      if (outcome.method() != Method.OTP_APP) {
        how.put("token_delivery", true);
        how.put("prompt", prompt(outcome));
      }
    }
    return Map.of("verification", how, "tmp_id", outcome.tmpId());
  }

  private static String prompt(Outcome outcome) {
    return outcome.method() == Method.SMS
        ? "Enter verification code sent to " + outcome.destination()
        : "Verification code has been sent to your registered email address.";
  }

  private Answer refusal(Failure failure, boolean codeStep, ServedSite site) {
    String reason = String.valueOf(failure.details().getOrDefault("reason", ""));
    String step = codeStep ? "code" : "password";
    switch (failure.kind()) {
      case REJECTED -> metrics.login(step, reason);
      case TRY_LATER -> metrics.login(step, "throttled");
      default -> metrics.login(step, "failed");
    }
    if (failure.kind() == Failure.Kind.REJECTED) {
      return Answer.error(401, "AuthenticationError", words(reason));
    }
    if (failure.kind() == Failure.Kind.TRY_LATER
        && failure.details().get("until") instanceof Instant until
        && failure.details().get("seconds") == null) {
      long seconds = Problem.secondsUntil(until, site.clock());
      return Answer.error(
              429,
              "SecurityException",
              "Your account has been locked and will resume after " + seconds + " seconds")
          .retryAfter(seconds);
    }
    throw failure;
  }

  private static String words(String reason) {
    return switch (reason) {
      case "credentials" -> "Invalid login credentials";
      case "address" -> "Access not allowed from this IP Address";
      case "expired" -> "Incomplete login details";
      default -> "Incorrect Verification code";
    };
  }
}
