package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** settings, settings describe. */
class SettingsCommandTest {
  @TempDir Path directory;

  private static Map<String, Object> line(Map<String, Object> document, String key) {
    for (Object line : JsonDocument.elements(document.get("settings"))) {
      if (JsonDocument.members(line).get("key").equals(key)) {
        return JsonDocument.members(line);
      }
    }
    throw new AssertionError("no line for " + key);
  }

  @Test
  void every_known_key_is_listed_without_a_bench() {
    Map<String, Object> document =
        JsonDocument.answer(new InProcess(directory).run("settings", "--format", "json"));
    assertNull(document.get("site"));
    assertEquals(
        Settings.all().stream().map(Setting::key).toList(),
        JsonDocument.each("key", document.get("settings")));
    assertEquals(6, line(document, "otp_digits").get("value"));
    assertEquals("default", line(document, "otp_digits").get("origin"));
    String text = new InProcess(directory).ok("settings").out();
    assertEquals(Settings.all().size() + 1, text.lines().count());
  }

  @Test
  void a_bench_without_a_named_site_is_no_hindrance() {
    MySite site = MySite.madeByBench(directory);
    assertNull(JsonDocument.answer(site.shell.run("settings", "--format=json")).get("site"));
  }

  @Test
  void a_site_has_values_of_its_own_and_common_ones() {
    MySite site = MySite.madeByBench(directory);
    site.ok("set-config", "otp_digits", "8");
    site.ok("set-config", "-g", "otp_period", "60");
    site.ok("set-config", "-g", "otp_digits", "7");
    Map<String, Object> document = site.json("settings");
    assertEquals(MySite.NAME, document.get("site"));
    Map<String, Object> digits = line(document, "otp_digits");
    assertEquals(8, digits.get("value"));
    assertEquals(6, digits.get("default_value"));
    assertEquals("site", digits.get("origin"));
    assertEquals(60, line(document, "otp_period").get("value"));
    assertEquals("common", line(document, "otp_period").get("origin"));
    assertTrue(
        site.ok("settings").contains("\notp_digits                               8 "),
        site.ok("settings"));
  }

  @Test
  void secrets_are_masked() {
    MySite site = MySite.in(directory);
    site.config(site.config().replace("{", "{\"sms_headers\": {\"a\": \"hunter2\"},"));
    assertEquals("********", line(site.json("settings"), "ivn_encryption_key").get("value"));
    assertEquals("********", line(site.json("settings"), "sms_headers").get("value"));
    assertNull(line(site.json("settings"), "mail_password").get("value"));
    assertFalse(site.ok("settings").contains("hunter2"));
  }

  @Test
  void they_are_about_one_site() {
    MySite site = MySite.madeByBench(directory);
    assertEquals(
        new Outcome(
            2,
            "",
            """
            ivn: this command is about one site, not all of them
            ivn: hint: name one with --site, or none
            """),
        site.shell.run("--site", "all", "settings"));
    assertEquals(4, site.shell.run("--site", "nosuch", "settings").status());
  }

  @Test
  void a_key_is_explained_anywhere() {
    InProcess shell = new InProcess(directory);
    assertEquals(
        """
        two_factor_method
          How users without a personal choice are checked.
          It must be one of OTP App, Email, SMS.
          Default: OTP App.
        """,
        shell.ok("settings", "describe", "two_factor_method").out());
    assertTrue(
        shell
            .ok("settings", "describe", "mail_password")
            .out()
            .endsWith(
                """
                  Default: none.
                  It is a secret: shown by show-config --show-secrets only.
                """));
  }

  @Test
  void a_key_is_explained_to_programs() {
    Map<String, Object> described =
        JsonDocument.answer(
            new InProcess(directory)
                .run("settings", "describe", "two_factor_method", "--format", "json"));
    assertEquals("one of OTP App, Email, SMS", described.get("allowed"));
    assertEquals(List.of("OTP App", "Email", "SMS"), described.get("choices"));
    assertEquals("OTP App", described.get("default_value"));
    assertEquals(false, described.get("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "enable_two_factor_aut,did you mean enable_two_factor_auth?",
    "OTP_DIGIT,did you mean otp_digits?",
    "frobnicate,ivn settings lists them"
  })
  void an_unknown_key_leads_to_the_one_that_was_meant(String key, String hint) {
    assertEquals(
        new Outcome(4, "", "ivn: there is no setting " + key + "\nivn: hint: " + hint + "\n"),
        new InProcess(directory).run("settings", "describe", key));
  }
}
