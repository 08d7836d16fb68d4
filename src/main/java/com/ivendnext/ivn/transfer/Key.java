package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.Label;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;

/**
 * One authenticator as files carry it. Its secret is not in {@code toString}.
 *
 * @param issuer who asks for the codes; null where the file does not tell
 * @param label tells a user's authenticators apart; null where the file does not tell
 * @param digits 6 to 8
 * @param period seconds of a time step, 1 to 86400; 0 for a counter
 * @param counter the next one, 0 or more; 0 for the time
 * @param proven whether its user has shown a code of it: what is in use elsewhere is
 */
public record Key(
    Kind kind,
    String issuer,
    String label,
    SharedSecret secret,
    HashAlgorithm algorithm,
    int digits,
    int period,
    long counter,
    boolean proven) {

  /**
   * @throws com.ivendnext.ivn.Failure usage, if digits, period or counter are out of range
   */
  public Key {
    issuer = emptyIsNull(issuer);
    label = emptyIsNull(label);
    if (kind == Kind.TOTP) {
      period = new Totp(algorithm, digits, period).period();
      counter = 0;
    } else {
      period = 0;
      KeyUri.hotp(new Label("", "-"), secret, new Hotp(algorithm, digits), counter);
    }
  }

  private static String emptyIsNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** What every app understands: time-based, SHA1, 6 digits, 30 seconds; proven. */
  public static Key of(SharedSecret secret) {
    return totp(secret, new Totp(HashAlgorithm.SHA1, 6, 30));
  }

  /** A proven one that follows the time. */
  public static Key totp(SharedSecret secret, Totp totp) {
    return new Key(
        Kind.TOTP, null, null, secret, totp.algorithm(), totp.digits(), totp.period(), 0, true);
  }

  /**
   * A proven one that counts.
   *
   * @param counter of the next code
   */
  public static Key hotp(SharedSecret secret, Hotp hotp, long counter) {
    return new Key(
        Kind.HOTP, null, null, secret, hotp.algorithm(), hotp.digits(), 0, counter, true);
  }

  /** What an {@code otpauth} URI says; proven. */
  public static Key of(KeyUri uri) {
    Hotp hotp = new Hotp(uri.algorithm(), uri.digits());
    Key key =
        uri.type() == KeyUri.Type.HOTP
            ? hotp(uri.secret(), hotp, uri.counter())
            : totp(uri.secret(), new Totp(uri.algorithm(), uri.digits(), uri.period()));
    return key.named(uri.issuer(), null);
  }

  /** The same with issuer and label; either may be null. */
  public Key named(String newIssuer, String newLabel) {
    return new Key(kind, newIssuer, newLabel, secret, algorithm, digits, period, counter, proven);
  }

  /** The same, proven or not. */
  public Key proven(boolean isProven) {
    return new Key(kind, issuer, label, secret, algorithm, digits, period, counter, isProven);
  }

  /**
   * The {@code otpauth} URI, as secret as the secret.
   *
   * @param account whose codes they are
   * @throws com.ivendnext.ivn.Failure usage, if the issuer or the account has a colon
   */
  public KeyUri uri(String account) {
    Label shown = new Label(issuer == null ? "" : issuer, account);
    return kind == Kind.HOTP
        ? KeyUri.hotp(shown, secret, new Hotp(algorithm, digits), counter)
        : KeyUri.totp(shown, secret, new Totp(algorithm, digits, period));
  }

  /** Whether the codes are made as every app makes them: SHA1, 6 digits, 30 seconds. */
  public boolean usual() {
    return algorithm == HashAlgorithm.SHA1 && digits == 6 && (period == 30 || period == 0);
  }
}
