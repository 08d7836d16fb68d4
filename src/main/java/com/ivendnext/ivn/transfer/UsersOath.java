package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import java.util.Set;

/**
 * The users file of OATH Toolkit, which {@code pam_oath} reads: type, user, PIN, key in hex, and
 * for tokens that count the next counter, separated by white space (liboath/usersfile.c).
 */
final class UsersOath implements Format {
  /** What liboath has room for. */
  private static final int MOST_KEY_BYTES = 32;

  @Override
  public String name() {
    return "users-oath";
  }

  @Override
  public String about() {
    return "the users.oath file of OATH Toolkit, for pam_oath";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.firstLine()
        .matches("(HOTP|MOTP|TOTP)(/\\S*)?\\s+\\S+\\s+\\S+\\s+[0-9A-Fa-f]+(\\s.*)?");
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    source.lines().each(intake, UsersOath::entry);
  }

  private static Entry entry(Row row) {
    String[] fields = row.text().split("\\s+", 8);
    if (fields.length < 4) {
      throw Failure.data("the line has not the four fields type, user, PIN and key");
    }
    if (!fields[2].equals("-") && !fields[2].equals("+")) {
      throw Failure.data("the line has a PIN, which nothing would check: put - in its place");
    }
    long counter = fields.length < 5 ? 0 : Numbers.of(fields[4], "the counter");
    return Entry.at(row)
        .user(fields[1])
        .key(key(fields[0], SharedSecret.ofHex(fields[3]), counter))
        .build();
  }

  private static Key key(String type, SharedSecret secret, long counter) {
    if (!type.matches("HOTP(/(E|T30|T60)(/[678])?)?")) {
      throw Failure.data("the type " + Shown.of(type) + " is none that pam_oath knows");
    }
    String[] words = type.split("/");
    int digits = words.length < 3 ? 6 : words[2].charAt(0) - '0';
    return words.length > 1 && words[1].startsWith("T")
        ? Key.totp(
            secret,
            new Totp(
                HashAlgorithm.SHA1, digits, Numbers.small(words[1].substring(1), "the period")))
        : Key.hotp(secret, new Hotp(HashAlgorithm.SHA1, digits), counter);
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) {
    Writer out = target.text();
    return new EntryWriter() {
      @Override
      public void write(Entry entry) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Key key : entry.keys()) {
          lines.append(line(entry.user(), key)).append('\n');
        }
        out.append(lines);
      }

      @Override
      public void finish() throws IOException {
        out.flush();
      }
    };
  }

  private static String line(String user, Key key) {
    if (user == null) {
      throw Failure.data("the entry names no user");
    }
    if (key.algorithm() != HashAlgorithm.SHA1) {
      throw Failure.data("pam_oath knows SHA1 only");
    }
    if (key.secret().bits() > MOST_KEY_BYTES * 8) {
      throw Failure.data("pam_oath takes keys of at most 256 bits");
    }
    if (key.kind() == Kind.TOTP && key.period() != 30 && key.period() != 60) {
      throw Failure.data("pam_oath knows time steps of 30 and 60 seconds only");
    }
    boolean counts = key.kind() == Kind.HOTP;
    return String.join(
            "\t",
            (counts ? "HOTP/E/" : "HOTP/T" + key.period() + "/") + key.digits(),
            user,
            "-",
            HexFormat.of().formatHex(key.secret().bytes()))
        + (counts ? "\t" + key.counter() : "");
  }
}
