package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;

/**
 * The backup of 2FAS, schema 1 to 4: JSON, plain or with its services encrypted by AES-256-GCM
 * under a passphrase (PBKDF2 with HMAC-SHA-256). What a service does not say is time-based, SHA1, 6
 * digits, 30 seconds, as the app takes it.
 */
final class TwoFas implements Format {
  private static final int LATEST_SCHEMA = 4;
  private static final int ITERATIONS = 10_000;

  @Override
  public String name() {
    return "2fas";
  }

  @Override
  public String about() {
    return "the backup of 2FAS, plain or encrypted with a passphrase";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    Set<String> members = head.jsonMembers();
    return members.contains("services") || members.contains("servicesEncrypted");
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    Json backup = Json.parse(source.whole());
    int schema = backup.member("schemaVersion").smallNumber(0);
    if (schema < 1 || schema > LATEST_SCHEMA) {
      throw Failure.data("the backup is of a schema of 2FAS that is not known");
    }
    String encrypted = backup.member("servicesEncrypted").text();
    Json services =
        encrypted == null
            ? backup.member("services")
            : Json.parse(decrypt(encrypted, source.secrets()));
    for (Json service : services.elements()) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, service));
    }
  }

  /** Data with its tag, salt, and nonce, each in base64, with colons between. */
  private static byte[] decrypt(String encrypted, Secrets secrets) {
    String[] parts = encrypted.split(":", 4);
    if (parts.length != 3) {
      throw Failure.data("the services of the backup are encrypted in a way that is not known");
    }
    byte[] sealed = base64(parts[0]);
    byte[] nonce = base64(parts[2]);
    PskcCipher.Derivation derivation = new PskcCipher.Derivation(base64(parts[1]), ITERATIONS);
    byte[] key =
        PskcCipher.derive("HmacSHA256", secrets.passphrase(), derivation, AppCipher.KEY_BYTES);
    byte[] services = AppCipher.open(key, nonce, sealed);
    if (services == null) {
      throw PskcCipher.wrongKey();
    }
    return services;
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote what was read
      throw Failure.data("the services of the backup are not base64");
    }
  }

  private static Entry entry(Row row, Json service) {
    Json otp = service.member("otp");
    Key key =
        AppKey.orUsual(otp)
            .ofType(otp.member("tokenType"))
            .read("algorithm", () -> SharedSecret.ofBase32(service.member("secret").required()));
    String issuer = otp.member("issuer").text();
    String account = otp.member("account").text();
    return Entry.at(row)
        .user(account == null ? otp.member("label").text() : account)
        .key(key.named(issuer == null ? service.member("name").text() : issuer, null))
        .build();
  }
}
