package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Made-up people for files, and what is left of them in a format that carries less. */
final class People {
  /** RFC 4226's "12345678901234567890". */
  static final SharedSecret SECRET = SharedSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  static final SharedSecret OTHER = SharedSecret.ofBase32("MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U");

  static final String HASH =
      "$pbkdf2-sha256$29000$AAECAwQFBgcICQoLDA0ODw$"
          + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private People() {}

  /** Somebody with one usual authenticator. */
  static Entry usual(String user) {
    return Entry.at(Row.of(1)).user(user).key(Key.of(SECRET)).build();
  }

  /** People of every kind that a format may be able to carry. */
  static List<Entry> all() {
    return List.of(usual("ann@example.com"), rich(), counting(), unusual(), plain());
  }

  static Entry rich() {
    return Entry.at(Row.of(2))
        .user("bob@example.com")
        .fullName("=Bob \"the, builder\" Müller\n")
        .email("bob.m@example.org")
        .mobileNo("+491701234567")
        .type(UserType.WEBSITE_USER)
        .enabled(false)
        .role("Accounts; Manager")
        .role("Stock \\ User")
        .passwordHash(HASH)
        .key(Key.of(SECRET).named("Real & Co", "work phone"))
        .key(Key.of(OTHER).named("Real & Co", "tablet").proven(false))
        .recoveryCode("12345678")
        .recoveryCode("87654321")
        .build();
  }

  private static Entry counting() {
    Key token = Key.hotp(OTHER, new Hotp(HashAlgorithm.SHA1, 6), 4711);
    return Entry.at(Row.of(3)).user("cid@example.com").key(token.named(null, "token")).build();
  }

  private static Entry unusual() {
    Key key = Key.totp(OTHER, new Totp(HashAlgorithm.SHA256, 8, 60));
    return Entry.at(Row.of(4)).user("dörte@example.com").key(key).build();
  }

  private static Entry plain() {
    return Entry.at(Row.of(5)).user("eve@example.com").fullName("Eve").role("Auditor").build();
  }

  /** What a format that carries {@code parts} keeps of somebody; null where nothing. */
  static Entry carried(Entry entry, Set<Part> parts) {
    Entry.Builder kept = Entry.at(Row.of(0));
    if (parts.contains(Part.USER)) {
      kept.user(entry.user());
    }
    if (parts.contains(Part.PROFILE)) {
      kept.fullName(entry.fullName()).email(entry.email()).mobileNo(entry.mobileNo());
      kept.type(entry.type()).enabled(entry.enabled());
    }
    if (parts.contains(Part.ROLES)) {
      entry.roles().forEach(kept::role);
    }
    if (parts.contains(Part.PASSWORDS)) {
      kept.passwordHash(entry.passwordHash());
    }
    if (parts.contains(Part.KEYS)) {
      keys(entry, parts).forEach(kept::key);
    }
    if (parts.contains(Part.RECOVERY_CODES)) {
      entry.recoveryCodes().forEach(kept::recoveryCode);
    }
    return kept.build();
  }

  private static List<Key> keys(Entry entry, Set<Part> parts) {
    List<Key> keys = new ArrayList<>();
    for (Key key : entry.keys()) {
      if (keys.isEmpty() || parts.contains(Part.SEVERAL_KEYS)) {
        String issuer = parts.contains(Part.ISSUERS) ? key.issuer() : null;
        String label = parts.contains(Part.LABELS) ? key.label() : null;
        boolean proven = key.proven() || !parts.contains(Part.PENDING);
        keys.add(key.named(issuer, label).proven(proven));
      }
    }
    return keys;
  }

  /** What rows of one and the same person, which follow each other, say together. */
  static List<Entry> merged(List<Entry> entries) {
    List<Entry> people = new ArrayList<>();
    for (Entry entry : entries) {
      Entry last = people.isEmpty() ? null : people.get(people.size() - 1);
      if (last != null && last.user() != null && last.user().equals(entry.user())) {
        Entry.Builder both = last.copy();
        entry.keys().forEach(both::key);
        people.set(people.size() - 1, both.build());
      } else {
        people.add(carried(entry, Set.of(Part.values())));
      }
    }
    return people;
  }
}
