package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.util.Locale;

/**
 * Reads an authenticator from the JSON object in which an app's backup says how its codes are made:
 * members {@code digits}, {@code period} or {@code counter}, and under one name or another the
 * hash.
 */
final class AppKey {
  private final Json making;
  private final boolean usual;
  private Json type;

  private AppKey(Json making, boolean usual) {
    this.making = making;
    this.usual = usual;
  }

  /** What such an object says; whatever is missing makes it a reject. */
  static AppKey of(Json making) {
    return new AppKey(making, false);
  }

  /** What it says; what is missing is as in every app: time-based, SHA1, 6 digits, 30 seconds. */
  static AppKey orUsual(Json making) {
    return new AppKey(making, true);
  }

  /** Where {@code totp} or {@code hotp} stands, in either case. */
  AppKey ofType(Json where) {
    type = where;
    return this;
  }

  /**
   * The authenticator, proven.
   *
   * @param algorithm the member that names the hash
   * @param secret in base32 or bytes, read only after the type is known
   * @throws Failure data: something is missing, or is another way to make codes, such as Steam's
   */
  Key read(String algorithm, Secret secret) {
    boolean counts = counts(text(type, "TOTP"));
    HashAlgorithm hash = HashAlgorithm.parse(text(making.member(algorithm), "SHA1"));
    int digits = (int) number("digits", 6, Integer.MAX_VALUE);
    return counts
        ? Key.hotp(secret.read(), new Hotp(hash, digits), counter())
        : Key.totp(secret.read(), new Totp(hash, digits, period()));
  }

  /** Where the secret comes from. */
  interface Secret {
    SharedSecret read();
  }

  private static boolean counts(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "totp" -> false;
      case "hotp" -> true;
      default -> throw Failure.data("the type " + Shown.of(type) + " is neither TOTP nor HOTP");
    };
  }

  private String text(Json member, String ifUsual) {
    return usual && member.absent() ? ifUsual : member.required();
  }

  private int period() {
    return (int) number("period", 30, Integer.MAX_VALUE);
  }

  private long counter() {
    return number("counter", 0, Long.MAX_VALUE);
  }

  private long number(String name, long ifUsual, long most) {
    Json member = making.member(name);
    if (member.absent() && !usual) {
      throw Failure.data(name + " is missing");
    }
    long number = member.number(ifUsual);
    if (number < 0 || number > most) {
      throw Failure.data(name + " is out of range");
    }
    return number;
  }
}
