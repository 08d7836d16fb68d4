package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Method;
import java.time.Instant;
import java.util.Locale;

/**
 * The answer to "is this code good?".
 *
 * @param user the canonical name that was asked about
 * @param authenticator the one whose code it is; null unless accepted or replayed
 * @param until when to try again; null unless throttled
 * @param recoveryCodesLeft how many are left; null unless one was used
 * @param method how the code was sent; null unless it was
 */
public record Verification(
    String user,
    Reason reason,
    Authenticator authenticator,
    Instant until,
    Integer recoveryCodesLeft,
    Method method) {

  /** Why; only {@link #ACCEPTED} opens the door. */
  public enum Reason {
    ACCEPTED,
    MALFORMED,
    WRONG,
    REPLAYED,
    THROTTLED,
    NOT_ENROLLED,
    /** Every authenticator ended by too many wrong codes. */
    DISABLED,
    UNKNOWN_USER,
    USER_DISABLED;

    /** The spelling in answers and in the audit log. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Verification of(String user, Reason reason) {
    return new Verification(user, reason, null, null, null, null);
  }

  static Verification by(String user, Authenticator authenticator) {
    return new Verification(user, Reason.ACCEPTED, authenticator, null, null, null);
  }

  static Verification by(String user, Method method) {
    return new Verification(user, Reason.ACCEPTED, null, null, null, method);
  }

  static Verification byRecoveryCode(String user, int left) {
    return new Verification(user, Reason.ACCEPTED, null, null, left, null);
  }

  static Verification throttled(String user, Instant until) {
    return new Verification(user, Reason.THROTTLED, null, until, null, null);
  }

  /**
   * The label of the authenticator, the method by which the code was sent, or {@code recovery
   * code}; null where nothing fitted.
   */
  public String how() {
    if (method != null) {
      return method.label();
    }
    return recoveryCodesLeft != null
        ? "recovery code"
        : authenticator == null ? null : authenticator.label();
  }

  public boolean accepted() {
    return reason == Reason.ACCEPTED;
  }

  /**
   * This, if it is an acceptance.
   *
   * @throws Failure (rejected, or try later when throttled); its sentence is the same whether the
   *     code was wrong, replayed or nobody's, its detail {@code reason} is for administrators
   */
  public Verification orFail() {
    if (accepted()) {
      return this;
    }
    throw failure().detail("user", user).detail("reason", reason.word());
  }

  private Failure failure() {
    return switch (reason) {
      case THROTTLED ->
          Failure.tryLater("too many wrong codes, the next is looked at after " + until)
              .hint("this answer cost no attempt")
              .detail("until", until);
      case MALFORMED ->
          Failure.rejected("the code is malformed")
              .hint("a code is 6 to 8 digits, a recovery code 24 letters and digits");
      default ->
          Failure.rejected("the code is not accepted")
              .hint("ivn otp diagnose tells an administrator what is wrong with it");
    };
  }
}
