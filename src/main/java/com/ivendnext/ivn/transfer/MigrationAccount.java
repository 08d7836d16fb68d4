package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.nio.charset.StandardCharsets;

/**
 * One authenticator in Google Authenticator's message: secret (1), name (2), issuer (3), algorithm
 * (4), digits (5), type (6), counter (7). The period is always 30 seconds; without algorithm and
 * digits they are SHA1 and 6, as in a key URI.
 */
final class MigrationAccount {
  private static final int PERIOD = 30;

  private byte[] secret = new byte[0];
  private String name = "";
  private String issuer = "";
  private long algorithm;
  private long digits;
  private long type;
  private long counter;

  private MigrationAccount() {}

  /**
   * Reads one.
   *
   * @throws Failure data, where it is damaged, or does not say how its codes are made
   */
  static Entry entry(Row row, byte[] message) {
    MigrationAccount account = new MigrationAccount();
    Protobuf.read(message, account::take);
    String user = account.name.substring(account.name.indexOf(':') + 1);
    String issuer =
        account.issuer.isEmpty() && account.name.indexOf(':') > 0
            ? account.name.substring(0, account.name.indexOf(':'))
            : account.issuer;
    return Entry.at(row).user(user).key(account.key().named(issuer, null)).build();
  }

  private void take(int field, long number, byte[] bytes) {
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    switch (field) {
      case 1 -> secret = bytes == null ? new byte[0] : bytes;
      case 2 -> name = text;
      case 3 -> issuer = text;
      case 4 -> algorithm = number;
      case 5 -> digits = number;
      case 6 -> type = number;
      case 7 -> counter = number;
      default -> {
        // later versions add what is of no use here
      }
    }
  }

  private Key key() {
    SharedSecret shared = SharedSecret.ofBytes(secret);
    if (type == 1) {
      return Key.hotp(shared, new Hotp(algorithm(), digits()), counter);
    }
    if (type == 2) {
      return Key.totp(shared, new Totp(algorithm(), digits(), PERIOD));
    }
    throw Failure.data("it is not told whether the codes follow the time or a counter");
  }

  private HashAlgorithm algorithm() {
    return switch ((int) algorithm) {
      case 0, 1 -> HashAlgorithm.SHA1;
      case 2 -> HashAlgorithm.SHA256;
      case 3 -> HashAlgorithm.SHA512;
      default -> throw Failure.data("the hash is none of SHA1, SHA256 and SHA512");
    };
  }

  private int digits() {
    return switch ((int) digits) {
      case 0, 1 -> 6;
      case 2 -> 8;
      default -> throw Failure.data("the number of digits is neither 6 nor 8");
    };
  }

  /**
   * The message for one authenticator.
   *
   * @throws Failure data, where Google Authenticator has no words for it
   */
  static byte[] message(String user, Key key) {
    if (user == null) {
      throw Failure.data("the entry names no user");
    }
    if (key.kind() == Kind.TOTP && key.period() != PERIOD) {
      throw Failure.data("Google Authenticator knows time steps of 30 seconds only");
    }
    if (key.digits() == 7) {
      throw Failure.data("Google Authenticator knows 6 and 8 digits only");
    }
    Protobuf.Message message = new Protobuf.Message().bytes(1, key.secret().bytes()).text(2, user);
    if (key.issuer() != null) {
      message.text(3, key.issuer());
    }
    message.number(4, key.algorithm().ordinal() + 1L);
    message.number(5, key.digits() == 6 ? 1 : 2);
    message.number(6, key.kind() == Kind.HOTP ? 1 : 2);
    return key.kind() == Kind.HOTP ? message.number(7, key.counter()).toBytes() : message.toBytes();
  }
}
