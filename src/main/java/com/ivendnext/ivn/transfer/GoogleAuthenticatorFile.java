package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ~/.google_authenticator} of one user, for {@code pam_google_authenticator}: the secret in
 * base32, options that begin with {@code "}, and scratch codes of eight digits (FILEFORMAT of
 * google-authenticator-libpam). The file does not name its user.
 */
final class GoogleAuthenticatorFile implements Format {
  private static final String OPTION = "\" ";
  private static final int LONGEST_STEP = 60;

  @Override
  public String name() {
    return "google-authenticator";
  }

  @Override
  public String about() {
    return "the ~/.google_authenticator file of one user, for pam_google_authenticator";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.KEYS, Part.RECOVERY_CODES);
  }

  @Override
  public boolean recognizes(Head head) {
    List<String> lines = head.lines();
    return lines.size() > 1
        && lines.get(0).matches("[A-Za-z2-7]+=*")
        && lines.get(1).matches("\" [A-Z]+_[A-Z_]+.*");
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    String text = new String(source.whole(), StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw Failure.data("the last line of the file is cut off");
    }
    List<String> lines = text.lines().limit(1_000).map(String::strip).toList();
    intake.take(Row.of(1), () -> entry(lines));
  }

  private static Entry entry(List<String> lines) {
    Entry.Builder entry = Entry.at(Row.of(1));
    Map<String, String> options = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(OPTION)) {
        String[] words = line.substring(OPTION.length()).split("\\s+", 2);
        options.put(words[0], words.length > 1 ? words[1] : "");
      } else if (line.matches("[0-9]{8}")) {
        entry.recoveryCode(line);
      } else if (!line.isEmpty()) {
        throw Failure.data("a line is neither an option nor a scratch code of 8 digits");
      }
    }
    return entry.key(key(SharedSecret.ofBase32(lines.get(0)), options)).build();
  }

  private static Key key(SharedSecret secret, Map<String, String> options) {
    String counter = options.get("HOTP_COUNTER");
    if (counter != null) {
      return Key.hotp(secret, new Hotp(HashAlgorithm.SHA1, 6), Numbers.of(counter, "HOTP_COUNTER"));
    }
    if (!options.containsKey("TOTP_AUTH")) {
      throw Failure.data("the file has neither TOTP_AUTH nor HOTP_COUNTER");
    }
    String step = options.getOrDefault("STEP_SIZE", "30");
    return Key.totp(secret, new Totp(HashAlgorithm.SHA1, 6, Numbers.small(step, "STEP_SIZE")));
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) {
    return new Writing(target.text());
  }

  private static final class Writing implements EntryWriter {
    private final Writer out;
    private boolean written;

    Writing(Writer out) {
      this.out = out;
    }

    @Override
    public void write(Entry entry) throws IOException {
      if (written || entry.keys().size() != 1) {
        throw Failure.data("the file holds one authenticator of one user");
      }
      String text = text(entry);
      written = true;
      out.write(text);
    }

    @Override
    public void finish() throws IOException {
      out.flush();
    }
  }

  private static String text(Entry entry) {
    Key key = entry.keys().get(0);
    if (key.algorithm() != HashAlgorithm.SHA1 || key.digits() != 6) {
      throw Failure.data("pam_google_authenticator knows SHA1 and 6 digits only");
    }
    if (key.period() > LONGEST_STEP) {
      throw Failure.data("pam_google_authenticator knows time steps of up to 60 seconds only");
    }
    StringBuilder text = new StringBuilder(key.secret().base32()).append('\n');
    text.append(OPTION + "RATE_LIMIT 3 30\n");
    text.append(OPTION + "WINDOW_SIZE 3\n");
    if (key.kind() == Kind.HOTP) {
      text.append(OPTION + "HOTP_COUNTER ").append(key.counter()).append('\n');
    } else {
      text.append(OPTION + "DISALLOW_REUSE\n");
      text.append(OPTION + "STEP_SIZE ").append(key.period()).append('\n');
      text.append(OPTION + "TOTP_AUTH\n");
    }
    for (String code : entry.recoveryCodes()) {
      if (!code.matches("[1-9][0-9]{7}")) {
        throw Failure.data("a scratch code has 8 digits, the first of which is no 0");
      }
      text.append(code).append('\n');
    }
    return text.toString();
  }
}
