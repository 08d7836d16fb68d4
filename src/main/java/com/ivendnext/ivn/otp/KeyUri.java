package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;

/**
 * The {@code otpauth} URI that carries a shared secret into an authenticator app (Google's Key Uri
 * Format, draft-linuxgemini-otpauth-uri, draft-andesco-otpauth-uri).
 *
 * <p>Tolerant to read, strict to write. What {@link #uri} returns is as secret as the secret.
 */
public final class KeyUri {

  /** Where the moving factor comes from: the time or a counter. */
  public enum Type {
    TOTP,
    HOTP
  }

  static final String SCHEME = "otpauth://";
  static final int DEFAULT_DIGITS = 6;
  static final int DEFAULT_PERIOD = 30;

  private final Label label;
  private final SharedSecret secret;
  private final Parameters parameters;
  private final boolean issuerMismatch;

  KeyUri(Label label, SharedSecret secret, Parameters parameters, boolean issuerMismatch) {
    this.label = label;
    this.secret = secret;
    this.parameters = parameters;
    this.issuerMismatch = issuerMismatch;
  }

  /**
   * For time-based codes.
   *
   * @throws Failure usage, if the issuer has a colon or the account is empty
   */
  public static KeyUri totp(Label label, SharedSecret secret, Totp totp) {
    return new KeyUri(label.strict(), secret, Parameters.of(totp), false);
  }

  /**
   * For counter-based codes.
   *
   * @param counter of the next code, 0 or more
   * @throws Failure usage, if the issuer has a colon, the account is empty or the counter negative
   */
  public static KeyUri hotp(Label label, SharedSecret secret, Hotp hotp, long counter) {
    return new KeyUri(label.strict(), secret, Parameters.of(hotp, counter), false);
  }

  /**
   * Reads a URI that any program may have written.
   *
   * <p>The issuer parameter wins over the issuer in the label. Unknown parameters are ignored, and
   * so are a counter of TOTP and a period of HOTP. A {@code +} is a plus: both drafts take their
   * decoding from RFC 3986, where only HTML forms mean a space by it, and authenticator apps show
   * it as it is.
   *
   * @throws Failure usage, with one message for each flaw; none repeats any of the URI
   */
  public static KeyUri parse(String uri) {
    return KeyUriParser.parse(uri);
  }

  /**
   * The URI as pyotp writes it: algorithm, digits and period only where they are not SHA1, 6 and 30
   * seconds, the counter always, no issuer at all where it is empty.
   *
   * @throws Failure usage, if what {@link #parse} read has an issuer with a colon or no account
   */
  public String uri() {
    StringBuilder uri = new StringBuilder(SCHEME);
    uri.append(type() == Type.TOTP ? "totp/" : "hotp/").append(label.strict().encoded());
    uri.append("?secret=").append(secret.base32());
    if (!issuer().isEmpty()) {
      uri.append("&issuer=").append(PercentEncoding.encode(issuer()));
    }
    parameters.appendTo(uri);
    return uri.toString();
  }

  public Type type() {
    return parameters.type;
  }

  /** May be empty; may have a colon where {@link #parse} read one. */
  public String issuer() {
    return label.issuer();
  }

  /** May be empty where {@link #parse} read none. */
  public String account() {
    return label.account();
  }

  public SharedSecret secret() {
    return secret;
  }

  public HashAlgorithm algorithm() {
    return parameters.hotp.algorithm();
  }

  /** 6 to 8. */
  public int digits() {
    return parameters.hotp.digits();
  }

  /** Seconds, 1 to 86400; 0 for HOTP. */
  public int period() {
    return parameters.period;
  }

  /** The counter of the next code; 0 for TOTP. */
  public long counter() {
    return parameters.counter;
  }

  /** Whether {@link #parse} found two issuers that differ. */
  public boolean issuerMismatch() {
    return issuerMismatch;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "KeyUri[" + type() + ", " + label + ", " + secret + "]";
  }

  /** How the codes are made. */
  record Parameters(Type type, Hotp hotp, int period, long counter) {

    Parameters {
      if (counter < 0) {
        throw Failure.usage("counter must not be negative");
      }
    }

    static Parameters of(Totp totp) {
      return new Parameters(Type.TOTP, totp.hotp(), totp.period(), 0);
    }

    static Parameters of(Hotp hotp, long counter) {
      return new Parameters(Type.HOTP, hotp, 0, counter);
    }

    void appendTo(StringBuilder uri) {
      if (type == Type.HOTP) {
        uri.append("&counter=").append(counter);
      }
      if (hotp.algorithm() != HashAlgorithm.SHA1) {
        uri.append("&algorithm=").append(hotp.algorithm().name());
      }
      if (hotp.digits() != DEFAULT_DIGITS) {
        uri.append("&digits=").append(hotp.digits());
      }
      if (type == Type.TOTP && period != DEFAULT_PERIOD) {
        uri.append("&period=").append(period);
      }
    }
  }
}
