package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtpDiagnoseTest {
  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String COUNTED =
      "This was counted as a wrong code; ask again only as often as you must.\n";

  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    site.write("secret.txt", SECRET + "\n");
    enroll();
    site.ok("user", "confirm", MySite.USER, code(-1));
    site.shell.sleep(Duration.ofHours(30));
  }

  private void enroll(String... more) {
    List<String> command =
        new ArrayList<>(List.of("user", "enroll", MySite.USER, "--secret-file", "secret.txt"));
    command.addAll(List.of(more));
    site.ok(command.toArray(new String[0]));
  }

  private String code(int steps) {
    return site.code(SECRET, steps);
  }

  private void says(String sentence, String code) {
    site.prints(sentence + COUNTED, "otp", "diagnose", MySite.USER, code);
  }

  @Test
  void a_code_of_now_is_right() {
    says("Right for app: it would be accepted.\n", code(0));
  }

  @Test
  void a_slow_clock_is_told_with_the_command_that_mends_it() {
    says(
        "Right for app, but 4 min 30 s old: its clock is slow.\n"
            + "Two codes in a row mend it:"
            + " ivn --site mysite otp resync user@example.com CODE1 CODE2\n",
        code(-9));
  }

  @Test
  void a_fast_clock_is_told_with_the_command_that_mends_it() {
    says(
        "Right for app, but 2 h early: its clock is fast.\n"
            + "Two codes in a row mend it:"
            + " ivn --site mysite otp resync user@example.com CODE1 CODE2\n",
        code(240));
  }

  @Test
  void a_used_code_is_told() {
    site.ok("otp", "verify", MySite.USER, code(0));
    says("Right for app, but it was used, or a later one was: take the next one.\n", code(0));
  }

  @Test
  void a_clock_that_became_slow_is_told_with_the_way_out() {
    site.ok("otp", "verify", MySite.USER, code(0));
    says(
        "Right for app, but 1 h old, and a later one was used: its clock is slow.\n"
            + "Set its clock right, or enroll anew:"
            + " ivn --site mysite user enroll user@example.com --replace\n",
        code(-120));
  }

  @Test
  void a_fast_clock_that_was_set_right_is_told_with_the_way_out() {
    site.ok("otp", "resync", MySite.USER, code(239), code(240));
    says(
        "Right for app, but a later one was used: its clock was fast.\n"
            + "Set its clock right, or enroll anew:"
            + " ivn --site mysite user enroll user@example.com --replace\n",
        code(0));
  }

  @Test
  void a_code_of_something_else_is_told_with_the_way_to_start_anew() {
    says(
        "It is no code of user@example.com: none of 24 hours back or ahead, none of the next 100"
            + " of a hardware token.\n"
            + "Perhaps it is of another account."
            + " Anew: ivn --site mysite user enroll user@example.com --replace\n",
        "000000");
  }

  @Test
  void a_user_who_is_kept_out_is_told() {
    site.ok("user", "disable", MySite.USER);
    says(
        "Right for app.\n"
            + "user@example.com is kept from logging in:"
            + " ivn --site mysite user enable user@example.com\n",
        code(0));
  }

  @Test
  void an_unproven_authenticator_is_told() {
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "anew");
    enroll();
    says(
        "Right for app.\n"
            + "That authenticator is not proven yet:"
            + " ivn --site mysite user confirm user@example.com CODE\n",
        code(0));
  }

  @Test
  void diagnosing_accepts_nothing() {
    site.ok("otp", "diagnose", MySite.USER, code(0));
    site.ok("otp", "verify", MySite.USER, code(0));
  }

  @Test
  void diagnosing_throttles() {
    for (int i = 0; i < 3; i++) {
      site.ok("otp", "diagnose", MySite.USER, code(0));
    }
    site.fails(
        6,
        "ivn: too many wrong codes, the next is looked at after 2026-11-25T16:00:01Z\n"
            + "ivn: hint: ivn --site mysite user unlock user@example.com clears that\n",
        "otp",
        "diagnose",
        MySite.USER,
        code(0));
  }

  @Test
  void the_document_of_a_diagnosis_holds_seconds() {
    Map<String, Object> document = site.json("otp", "diagnose", MySite.USER, code(-9));
    assertEquals("off", document.get("verdict"));
    assertEquals("app", document.get("authenticator"));
    assertEquals(true, document.get("enabled"));
    assertEquals(false, document.get("pending"));
    assertEquals(-270, document.get("offset_seconds"));
    assertNull(document.get("offset_codes"));
  }

  @Test
  void the_document_of_an_unknown_code_holds_no_offset() {
    Map<String, Object> document = site.json("otp", "diagnose", MySite.USER, "000000");
    assertEquals("unknown", document.get("verdict"));
    assertNull(document.get("authenticator"));
    assertNull(document.get("offset_seconds"));
  }

  @Test
  void reads_the_code_from_standard_input() {
    Outcome outcome = site.runWithInput(code(0) + "\n", "otp", "diagnose", MySite.USER, "-");
    assertTrue(outcome.out().startsWith("Right for app:"), outcome.err());
  }

  @Test
  void a_hardware_token_is_caught_up_with() {
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "anew");
    enroll("--type", "hotp", "--label", "token", "--counter", "5");
    site.ok("user", "confirm", MySite.USER, counted(5));
    says(
        "Right for token, but 60 codes ahead: it was pressed without being used.\n"
            + "Two codes in a row mend it:"
            + " ivn --site mysite otp resync user@example.com CODE1 CODE2\n",
        counted(66));
    assertEquals(60, site.json("otp", "diagnose", MySite.USER, counted(66)).get("offset_codes"));
    assertTrue(
        site.ok("otp", "resync", MySite.USER, counted(66), counted(67))
            .startsWith("Learned that token of user@example.com is 60 codes ahead.\n"));
    assertTrue(
        site.ok("otp", "resync", MySite.USER, counted(68), counted(69))
            .startsWith("Learned that token of user@example.com is in step.\n"));
    site.ok("otp", "verify", MySite.USER, counted(70));
  }

  /** What the hardware token shows at {@code counter}. */
  private static String counted(long counter) {
    return new Hotp(HashAlgorithm.SHA1, 6).code(SharedSecret.ofBase32(SECRET), counter);
  }

  @Test
  void nobody_unknown_is_looked_at() {
    assertEquals(4, site.run("otp", "diagnose", "x@example.com", "123456").status());
  }
}
