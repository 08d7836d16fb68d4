package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.SharedSecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollCommandTest {
  private static final String USER = MySite.USER;

  /** 160 bits in base32. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
  }

  @Test
  void shows_a_code_and_a_key_and_says_how_it_goes_on() {
    site.write("secret", SECRET + "\n");
    String out = site.ok("user", "enroll", USER, "--secret-file", "secret");
    assertTrue(
        out.startsWith(
            """
            New authenticator: app of user@example.com.
            Scan this with the authenticator app, or type the key:

            █████"""),
        out);
    assertTrue(
        out.endsWith(
            """
            █████

              Key      GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ
              Account  user@example.com (iVendNext)
              Codes    6 digits, every 30 seconds, SHA1

            It counts once a code proves it: \
            ivn --site mysite user confirm user@example.com CODE
            """),
        out);
  }

  @Test
  void without_a_drawing_it_does_not_say_to_scan_it() {
    String out = site.ok("user", "enroll", USER, "--no-qr");
    assertTrue(out.contains("\nType the key into the authenticator app:\n\n  Key      "), out);
    assertFalse(out.contains("█"));
  }

  @Test
  void a_terminal_too_narrow_says_so_and_shows_the_key() {
    site.shell.onTerminal().env("COLUMNS", "30");
    String out = site.runWithInput("\n", "user", "enroll", USER).out();
    assertTrue(
        out.contains(
            """
            Type the key into the authenticator app:

              The QR code needs 49 columns, this terminal has 30: widen it, or add --qr-png FILE.

              Key"""),
        out);
  }

  @Test
  void json_has_the_secret_and_the_uri() {
    Map<String, Object> offered = site.json("user", "enroll", USER);
    SharedSecret secret = SharedSecret.ofBase32((String) offered.get("secret"));
    assertEquals(160, secret.bits());
    assertEquals(
        "otpauth://totp/iVendNext:user%40example.com?secret="
            + secret.base32()
            + "&issuer=iVendNext",
        offered.get("uri"));
    assertEquals(secret, KeyUri.parse((String) offered.get("uri")).secret());
    assertEquals("app", offered.get("authenticator"));
    assertEquals("pending", offered.get("state"));
    assertEquals(false, offered.get("pending_before"));
    assertEquals(List.of(), offered.get("warnings"));
  }

  @Test
  void while_it_is_pending_the_same_key_is_shown_again() {
    String first = site.enroll(USER);
    Map<String, Object> again = site.json("user", "enroll", USER);
    assertEquals(first, again.get("secret"));
    assertEquals(true, again.get("pending_before"));
    assertTrue(
        site.ok("user", "enroll", "USER@example.com")
            .startsWith("Waiting for its first code: app of user@example.com.\n"));
  }

  @Test
  void an_active_one_is_neither_shown_nor_overwritten() {
    site.enrollAndConfirm(USER);
    site.fails(
        5,
        """
        ivn: user@example.com has an active authenticator named app already
        ivn: hint: --replace makes its successor, --label NAME adds another one
        """,
        "user",
        "enroll",
        USER);
  }

  @Test
  void a_label_adds_another_one() {
    String first = site.enrollAndConfirm(USER);
    String second = site.enrollAndConfirm(USER, "--label", "work phone");
    assertNotEquals(first, second);
    site.ok("otp", "verify", USER, site.code(first, 0));
    site.ok("otp", "verify", USER, site.code(second, 0));
  }

  @Test
  void a_successor_takes_over_once_it_is_proven() {
    String old = site.enrollAndConfirm(USER);
    String fresh = site.enroll(USER, "--replace");
    site.ok("otp", "verify", USER, site.code(old, 0));
    assertEquals(3, site.run("otp", "verify", USER, site.code(fresh, 0)).status());
    site.ok("user", "confirm", USER, site.code(fresh, 0));
    assertEquals(3, site.run("otp", "verify", USER, site.code(old, 1)).status());
    site.ok("otp", "verify", USER, site.code(fresh, 1));
  }

  @Test
  void replacing_nothing_is_enrolling() {
    assertEquals("pending", site.json("user", "enroll", USER, "--replace").get("state"));
  }

  @Test
  void unusual_codes_come_with_a_warning() {
    site.ok("set-config", "otp_digits", "8");
    Outcome outcome = site.run("user", "enroll", USER, "--no-qr");
    assertTrue(outcome.out().contains("  Codes    8 digits, every 30 seconds, SHA1\n"));
    assertEquals(
        "ivn: warning: some apps ignore all but SHA1, 6 digits and 30 seconds:"
            + " try it before you rely on it\n",
        outcome.err());
  }
}
