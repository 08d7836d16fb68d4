package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Fernet;
import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.util.Set;

/**
 * Tables of a Frappe or iVendNext site as mariadb-dump and mysqldump write them: users, roles,
 * passwords and secrets, which are encrypted under the site's {@code encryption_key}.
 *
 * <p>Written are only the secrets, as statements for such a site, which has its users already.
 */
final class FrappeSql implements Format {

  @Override
  public String name() {
    return "frappe-sql";
  }

  @Override
  public String about() {
    return "an SQL dump of a Frappe or iVendNext site; written as secrets for one";
  }

  /** What comes back from a file that was written; a dump has profiles, roles, passwords too. */
  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.PENDING);
  }

  @Override
  public boolean recognizes(Head head) {
    String text = head.text();
    boolean named =
        FrappeTables.WANTED.keySet().stream().anyMatch(t -> text.contains("`" + t + "`"));
    return named
        && text.stripLeading().matches("(?is)(--|/\\*|set|start|drop|create|insert|lock|delete).*");
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    FrappeTables tables = new FrappeTables();
    Set<String> found = new SqlDump(source.stream(), FrappeTables.WANTED, tables::take).read();
    requireWhole(found);
    Fernet fernet = fernet(tables, source.secrets());
    long number = 0;
    for (String user : tables.people()) {
      Row row = Row.of(++number);
      intake.take(row, () -> entry(tables, row, user, fernet));
    }
    tell(tables, intake);
  }

  /** A dump that lacks a table would bring people in without what protects them. */
  private static void requireWhole(Set<String> found) {
    boolean secretsOnly = found.equals(Set.of(FrappeTables.DEFAULT_VALUE));
    for (String table : FrappeTables.WANTED.keySet().stream().sorted().toList()) {
      if (!secretsOnly && !found.contains(table)) {
        throw Failure.data("the dump has no table " + table)
            .hint(
                "dump all five: mariadb-dump DB tabUser \"tabHas Role\" tabRole tabDefaultValue"
                    + " __Auth");
      }
    }
  }

  private static Fernet fernet(FrappeTables tables, Secrets secrets) {
    boolean sealed = false;
    boolean opens = false;
    Fernet fernet = null;
    for (String user : tables.people()) {
      FrappeSecret secret = tables.secret(user);
      if (secret != null && secret.sealed()) {
        fernet = fernet == null ? fernet(secrets) : fernet;
        sealed = true;
        opens = opens || fernet.open(secret.text()).isPresent();
      }
    }
    if (sealed && !opens) {
      throw Failure.data("the encryption_key does not open the secrets in the dump")
          .hint("--key-file FILE: the site_config.json of the site that the dump is from");
    }
    return fernet;
  }

  private static Fernet fernet(Secrets secrets) {
    byte[] key = secrets.hasKey() ? secrets.key() : secrets.siteKey();
    if (key == null) {
      throw Failure.usage("such a site keeps secrets under its encryption_key, which is not known")
          .hint("--key-file FILE reads it; FILE may be that site's site_config.json");
    }
    return new Fernet(key);
  }

  private static Entry entry(FrappeTables tables, Row row, String user, Fernet fernet) {
    Entry.Builder entry = tables.entry(row, user);
    FrappeSecret held = tables.secret(user);
    if (held != null) {
      SharedSecret secret =
          held.open(fernet)
              .orElseThrow(
                  () -> Failure.data("the secret of " + Shown.of(user) + " does not open"));
      entry.key(Key.of(secret).proven(tables.proven(user)));
    }
    return entry.build();
  }

  private static void tell(FrappeTables tables, Intake intake) {
    if (!tables.ticked().isEmpty()) {
      intake.remark(
          "that site asks these roles for a second factor: "
              + Shown.of(String.join(", ", tables.ticked()))
              + "; here ivn role enable-2fa ROLE does");
    }
    if (tables.orphans() > 0) {
      intake.remark(tables.orphans() + " secrets of people who are not there were left out");
    }
  }

  @Override
  public boolean writable() {
    return true;
  }

  /** Always under the key; a passphrase closes nothing here. */
  @Override
  public boolean encrypts(Secrets secrets) {
    return !secrets.hasPassphrase();
  }

  @Override
  public EntryWriter writer(Target target) throws IOException {
    return new FrappeWriting(target, fernet(target.secrets()));
  }
}
