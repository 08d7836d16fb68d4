package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserExportTest {
  private static final String USER = MySite.USER;

  @TempDir Path directory;
  private MySite site;
  private String secret;

  @BeforeEach
  void make_a_site_with_somebody_enrolled() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(USER);
  }

  private String uri() {
    return "otpauth://totp/iVendNext:user%40example.com?secret=" + secret + "&issuer=iVendNext\n";
  }

  @Test
  void a_program_that_reads_it_gets_the_file_alone() {
    Outcome outcome = site.run("user", "export", "--as", "uri-list");
    assertEquals(uri(), outcome.out());
    assertEquals("ivn: note: Wrote 1 user with 1 authenticator (uri-list).\n", outcome.err());
  }

  @Test
  void a_file_is_its_owner_s_alone() throws IOException {
    assertEquals(
        "Wrote 1 user with 1 authenticator to " + site.file("uris") + " (uri-list).\n",
        site.ok("user", "export", "--as", "uri-list", "-o", "uris", "--yes"));
    assertEquals(uri(), site.read("uris"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(site.file("uris"))));
  }

  @Test
  void secrets_in_the_clear_need_consent() {
    site.fails(
        5,
        "ivn: nobody can be asked whether to write secrets in the clear\n"
            + "ivn: hint: add --yes to do it unasked\n",
        "user",
        "export",
        "-o",
        "people.csv");
    assertFalse(Files.exists(site.file("people.csv")));
  }

  @Test
  void a_person_is_asked_before_secrets_are_on_the_screen() {
    site.shell.onTerminal();
    Outcome no = site.runWithInput("n\n", "user", "export", "--as", "uri-list");
    assertEquals(5, no.status());
    assertFalse(no.out().contains(secret));
    Outcome yes = site.runWithInput("y\n", "user", "export", "--as", "uri-list");
    assertTrue(yes.err().startsWith("write secrets in the clear? [y/N] "), yes.err());
    assertTrue(yes.out().contains(secret));
  }

  @Test
  void without_secrets_nobody_is_asked() {
    site.ok("user", "export", "--no-secrets", "-o", "people.csv");
    assertFalse(site.read("people.csv").contains(secret));
  }

  @Test
  void a_passphrase_closes_the_file() {
    site.write("passphrase", "correct horse\n");
    site.ok(
        "user", "export", "--as", "pskc", "--passphrase-file", "passphrase", "-o", "tokens.xml");
    assertFalse(site.read("tokens.xml").contains("PlainValue>" + "G"));
    assertTrue(
        site.ok("user", "import", "tokens.xml", "--passphrase-file", "passphrase")
            .contains("1 unchanged"));
    assertEquals(
        "the file is encrypted, and there is nobody to ask for the passphrase",
        site.error(2, "user", "import", "tokens.xml").get("message"));
  }

  @Test
  void a_key_closes_the_file_too() {
    site.write("key", "000102030405060708090a0b0c0d0e0f\n");
    site.ok("user", "export", "--as", "pskc", "--key-file", "key", "-o", "tokens.xml");
    assertTrue(
        site.ok("user", "import", "tokens.xml", "--key-file", "key").contains("1 unchanged"));
    site.write("key", "a b\n");
    assertEquals(
        "the key is written neither in hex nor in base64",
        site.error(2, "user", "import", "tokens.xml", "--key-file", "key").get("message"));
  }

  @Test
  void what_cannot_be_encrypted_is_not_written() {
    site.write("passphrase", "correct horse\n");
    assertEquals(
        "a file of format csv cannot be encrypted so",
        site.error(2, "user", "export", "--passphrase-file", "passphrase", "-o", "x")
            .get("message"));
    assertEquals(
        "there is nobody to ask for a passphrase",
        site.error(2, "user", "export", "--as", "pskc", "--encrypt", "-o", "x").get("message"));
    assertEquals(
        "a file has a passphrase or a key, not both",
        site.error(
                2,
                "user",
                "export",
                "--as",
                "pskc",
                "--passphrase-file",
                "passphrase",
                "--key-file",
                "passphrase",
                "-o",
                "x")
            .get("message"));
  }

  @Test
  void an_existing_file_stays() {
    site.write("people.csv", "mine");
    assertEquals(5, site.run("user", "export", "-o", "people.csv", "--yes").status());
    assertEquals("mine", site.read("people.csv"));
    site.ok("user", "export", "-o", "people.csv", "--yes", "--force");
    assertTrue(site.read("people.csv").startsWith("user,"));
  }

  @Test
  void the_answer_in_json_is_not_mixed_with_the_file() {
    assertEquals(
        "the file and the JSON answer cannot both be standard output",
        site.error(2, "user", "export").get("message"));
    var document = site.json("user", "export", "-o", "people.csv", "--yes");
    assertEquals("csv", document.get("as"));
    assertEquals(2L, ((Number) document.get("users")).longValue());
    assertEquals(List.of(), document.get("left_out"));
  }

  @Test
  void whom_the_format_cannot_carry_is_warned_of() {
    site.ok("set-config", "otp_digits", "8");
    site.ok("user", "add", "ann@example.com");
    String ann = site.enroll("ann@example.com");
    site.ok("user", "confirm", "ann@example.com", eightDigits(ann));
    Outcome outcome =
        site.run(
            "user",
            "export",
            "--as",
            "google-authenticator",
            "--user",
            "ann@example.com",
            "-o",
            "x",
            "--yes");
    assertEquals(0, outcome.status());
    assertEquals(
        "ivn: warning: left out row 1 (ann@example.com): pam_google_authenticator knows SHA1 and 6"
            + " digits only\n",
        outcome.err());
  }

  private String eightDigits(String base32) {
    var totp = new Totp(HashAlgorithm.SHA1, 8, 30);
    return totp.code(SharedSecret.ofBase32(base32), site.shell.clock.instant());
  }
}
