package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that come from elsewhere. */
class EnrollSecretTest {
  private static final String USER = MySite.USER;

  /** 160 bits in base32. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        SECRET + "\r\n",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n",
        "  " + SECRET + "  \nmore lines are not read\n",
        "GEZD-GNBV-GY3T-QOJQ-GEZD-GNBV-GY3T-QOJQ=\n"
      })
  void a_secret_comes_from_a_file_or_standard_input(String content) {
    site.write("secret", content);
    assertEquals(SECRET, site.enroll(USER, "--secret-file", "secret", "--label", "a"));
    site.ok("user", "revoke-authenticator", USER, "a");
    Outcome outcome =
        site.runWithInput(
            content, "user", "enroll", USER, "--secret-file", "-", "--format", "json");
    assertEquals(SECRET, JsonDocument.answer(outcome).get("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "GEZDGNBVGY3TQOJ,shared secret has only 72 bits; the least is 80",
    "HUNTER1HUNTER1HUNTER1,base32 text has only the letters A to Z and the digits 2 to 7",
    "GEZDGNBVGY3TQOJQG,base32 text has an impossible length",
    "long,shared secret has 1040 bits; the most is 1024",
    "' ',there is nothing to read in secret"
  })
  void a_secret_that_is_none_is_refused_and_not_repeated(String content, String message) {
    String secret = content.equals("long") ? "B".repeat(208) : content;
    site.write("secret", secret + "\n");
    Outcome outcome = site.run("user", "enroll", USER, "--secret-file", "secret");
    assertEquals(2, outcome.status());
    assertEquals("", outcome.out());
    assertEquals("ivn: " + message.replace(';', ','), outcome.err().lines().findFirst().orElse(""));
    assertFalse(content.length() > 4 && outcome.err().contains(content.substring(0, 5)));
    assertEquals(List.of(), site.json("user", "authenticators", USER).get("authenticators"));
  }

  @Test
  void a_secret_file_must_be_one() {
    site.fails(
        2, "ivn: there is no file nosuch\n", "user", "enroll", USER, "--secret-file", "nosuch");
    site.fails(
        2,
        "ivn: sites is a directory, not a file\n",
        "user",
        "enroll",
        USER,
        "--secret-file",
        "sites");
    site.fails(
        2,
        "ivn: there is nothing to read in standard input\n",
        "user",
        "enroll",
        USER,
        "--secret-file",
        "-");
  }

  @Test
  void a_weak_secret_is_taken_with_a_warning() {
    site.write("secret", "JBSWY3DPEHPK3PXP");
    Outcome outcome = site.run("user", "enroll", USER, "--no-qr", "--secret-file", "secret");
    assertEquals(0, outcome.status());
    assertEquals(
        "ivn: warning: the secret has less than 128 bits; RFC 4226 asks for more\n", outcome.err());
    assertEquals(
        List.of("the secret has less than 128 bits; RFC 4226 asks for more"),
        site.json("user", "enroll", USER).get("warnings"));
    assertTrue(site.ok("user", "authenticators", USER).contains("pending, weak"));
  }

  @Test
  void a_secret_serves_one_authenticator() {
    site.write("secret", SECRET);
    site.enroll(USER, "--secret-file", "secret");
    site.fails(
        5,
        "ivn: this secret is the one of authenticator app of user@example.com\n",
        "user",
        "enroll",
        USER,
        "--secret-file",
        "secret",
        "--label",
        "other");
  }

  @Test
  void a_pending_one_does_not_change_its_secret() {
    site.enroll(USER);
    site.write("secret", SECRET);
    Outcome outcome = site.run("user", "enroll", USER, "--secret-file", "secret");
    assertEquals(5, outcome.status());
    assertTrue(
        outcome
            .err()
            .matches(
                """
                ivn: authenticator app of user@example.com is pending with another secret
                ivn: hint: ivn --site mysite user revoke-authenticator user@example.com \\S+ ends it
                """),
        outcome.err());
  }
}
