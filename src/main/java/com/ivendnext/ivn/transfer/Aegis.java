package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.util.Set;

/**
 * The vault of Aegis (docs/vault.md of beemdevelopment/Aegis): JSON, plain or encrypted with a
 * passphrase. The name of an entry is the name of the user.
 */
final class Aegis implements Format {
  /** Of the file, and of what is in it: 2 and 3 brought groups, which are of no use here. */
  static final int VERSION = 1;

  private static final int LATEST_CONTENT = 3;

  @Override
  public String name() {
    return "aegis";
  }

  @Override
  public String about() {
    return "the vault of Aegis, plain or encrypted with a passphrase";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    Set<String> members = head.jsonMembers();
    return members.contains("header") && (members.contains("db") || members.contains("version"));
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    Json vault = Json.parse(source.whole());
    requireVersion(vault, VERSION);
    Json content = vault.member("db");
    if (!vault.member("header").member("slots").absent() || content.isText()) {
      content = Json.parse(AegisVault.open(vault, source.secrets()));
    }
    requireVersion(content, LATEST_CONTENT);
    for (Json entry : content.member("entries").elements()) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, entry));
    }
  }

  private static void requireVersion(Json object, int latest) {
    int version = object.member("version").smallNumber(0);
    if (version < 1 || version > latest) {
      throw Failure.data("the vault is of a version of Aegis that is not known");
    }
  }

  private static Entry entry(Row row, Json entry) {
    Json info = entry.member("info");
    Key key =
        AppKey.of(info)
            .ofType(entry.member("type"))
            .read("algo", () -> SharedSecret.ofBase32(info.member("secret").required()));
    return Entry.at(row)
        .user(entry.member("name").text())
        .key(key.named(entry.member("issuer").text(), null))
        .build();
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public boolean encrypts(Secrets secrets) {
    return secrets.hasPassphrase();
  }

  @Override
  public EntryWriter writer(Target target) throws IOException {
    return new AegisWriting(target);
  }
}
