package com.ivendnext.ivn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one error type: what went wrong, in one lower-case sentence without a period, and what to do
 * next.
 *
 * <p>Neither message, hint nor details may hold a secret, a code or an {@code otpauth} URI.
 */
public final class Failure extends RuntimeException {

  /** What kind of trouble; each has one exit status (see {@code cli.ExitStatus}). */
  public enum Kind {
    /** A bug in ivn. */
    INTERNAL,
    /** A bad flag or value, or no site named. */
    USAGE,
    /** A code that is wrong, malformed, replayed or expired; nothing enrolled. */
    REJECTED,
    /** No such site, user, role, authenticator or link. */
    NOT_FOUND,
    /** It exists already, would lock someone out, or needs {@code --yes} or {@code --force}. */
    REFUSED,
    /** Throttled or locked, or a lock could not be had in time. */
    TRY_LATER,
    /** Mail or SMS was not handed over. */
    DELIVERY,
    /** A config, store, backup or import that cannot be read or written; a wrong key. */
    DATA
  }

  private final transient Kind kind;
  private final transient String hint;
  private final transient Map<String, Object> details = new LinkedHashMap<>();

  private Failure(Kind kind, String message, String hint, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.hint = hint;
  }

  public static Failure usage(String message) {
    return new Failure(Kind.USAGE, message, null, null);
  }

  public static Failure rejected(String message) {
    return new Failure(Kind.REJECTED, message, null, null);
  }

  public static Failure notFound(String message) {
    return new Failure(Kind.NOT_FOUND, message, null, null);
  }

  public static Failure refused(String message) {
    return new Failure(Kind.REFUSED, message, null, null);
  }

  public static Failure tryLater(String message) {
    return new Failure(Kind.TRY_LATER, message, null, null);
  }

  public static Failure delivery(String message) {
    return new Failure(Kind.DELIVERY, message, null, null);
  }

  public static Failure data(String message) {
    return new Failure(Kind.DATA, message, null, null);
  }

  public static Failure internal(String message, Throwable cause) {
    return new Failure(Kind.INTERNAL, message, null, cause);
  }

  /** The same failure with the next step for the person who reads it. */
  public Failure hint(String hint) {
    return copy(hint, getCause());
  }

  /** The same failure with what caused it, which only {@code --verbose} shows. */
  public Failure cause(Throwable cause) {
    return copy(hint, cause);
  }

  /** The same failure with one more fact for programs: a member of the JSON error object. */
  public Failure detail(String name, Object value) {
    Failure copy = copy(hint, getCause());
    copy.details.put(name, value);
    return copy;
  }

  private Failure copy(String newHint, Throwable newCause) {
    Failure copy = new Failure(kind, getMessage(), newHint, newCause);
    copy.details.putAll(details);
    return copy;
  }

  public Kind kind() {
    return kind;
  }

  /** The next step, or null where there is none to tell. */
  public String hint() {
    return hint;
  }

  /** Facts for programs beside the message, in the order they were added. */
  public Map<String, Object> details() {
    return Collections.unmodifiableMap(details);
  }
}
