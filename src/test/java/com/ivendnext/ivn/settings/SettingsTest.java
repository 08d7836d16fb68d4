package com.ivendnext.ivn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  static Iterable<Setting<?>> all() {
    return Settings.all();
  }

  private static Values values(String key, Object value) {
    return new Values(Map.of(key, value), named -> "mysite/site_config.json");
  }

  @Test
  void no_key_is_registered_twice() {
    Set<String> keys = new HashSet<>();
    Settings.all().forEach(setting -> assertTrue(keys.add(setting.key()), setting.key()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void takes_its_own_default_and_is_documented(Setting<?> setting) {
    Object fallback = setting.storedFallback();
    if (fallback != null) {
      assertEquals(fallback, setting.toStored(fallback));
    }
    assertTrue(setting.meaning().endsWith("."), setting.key());
    assertFalse(setting.meaning().contains("|"), "would break the table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", "1", "yes", "on", " true "})
  void what_means_yes_is_true(String typed) {
    assertEquals(true, Settings.ENABLE_TWO_FACTOR_AUTH.toStored(typed));
    assertEquals(
        true, values("enable_two_factor_auth", typed).get(Settings.ENABLE_TWO_FACTOR_AUTH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", "0", "no", "off"})
  void what_means_no_is_false(String typed) {
    assertEquals(false, Settings.ENABLE_TWO_FACTOR_AUTH.toStored(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maybe", "2", "tru", "", " ", "\u0661"})
  void nonsense_is_refused_with_what_is_allowed(String typed) {
    Failure failure =
        assertThrows(Failure.class, () -> Settings.ENABLE_TWO_FACTOR_AUTH.toStored(typed));
    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertEquals(
        "enable_two_factor_auth must be true or false, not \"" + typed + "\"",
        failure.getMessage());
  }

  @Test
  void nonsense_in_a_file_is_never_guessed_at() {
    Values values = values("enable_two_factor_auth", "maybe");
    Failure failure =
        assertThrows(Failure.class, () -> values.get(Settings.ENABLE_TWO_FACTOR_AUTH));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals(
        "enable_two_factor_auth in mysite/site_config.json must be true or false, not \"maybe\"",
        failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"60,60", "'86400',86400", "' 240 ',240", "+300,300"})
  void whole_numbers_are_taken_within_bounds(String typed, long stored) {
    assertEquals(stored, Settings.LIFESPAN_QRCODE_IMAGE.toStored(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"59", "86401", "1.5", "", "99999999999999999999", "0x40", "\u0661\u0662\u0663"})
  void other_numbers_are_refused(String typed) {
    assertThrows(Failure.class, () -> Settings.LIFESPAN_QRCODE_IMAGE.toStored(typed));
  }

  @Test
  void a_fraction_in_a_file_is_no_whole_number() {
    Values values = values("otp_window_steps", 1.0);
    assertThrows(Failure.class, () -> values.get(Settings.OTP_WINDOW_STEPS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTP App", "otp app", "OTP APP"})
  void choices_are_taken_in_any_case_and_stored_as_written(String typed) {
    assertEquals("OTP App", Settings.TWO_FACTOR_METHOD.toStored(typed));
  }

  @Test
  void an_issuer_has_no_colon() {
    Failure failure =
        assertThrows(Failure.class, () -> Settings.OTP_ISSUER_NAME.toStored("Acme: Ltd"));
    assertTrue(failure.getMessage().startsWith("otp_issuer_name must be a text without a colon"));
  }

  @Test
  void an_sms_text_must_hold_the_code() {
    assertThrows(Failure.class, () -> Settings.OTP_SMS_TEMPLATE.toStored("hello"));
    assertEquals("{{ otp }}!", Settings.OTP_SMS_TEMPLATE.toStored("{{ otp }}!"));
  }

  @Test
  void parameters_of_a_gateway_are_texts_or_numbers() {
    assertEquals(
        Map.of("a", "b", "n", "1"), Settings.SMS_PARAMETERS.toStored(Map.of("a", "b", "n", 1L)));
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("a", null);
    assertThrows(Failure.class, () -> Settings.SMS_PARAMETERS.toStored(nothing));
    assertThrows(Failure.class, () -> Settings.SMS_PARAMETERS.toStored(Map.of("a", Map.of())));
  }

  @Test
  void a_refused_secret_is_not_repeated() {
    Failure failure = assertThrows(Failure.class, () -> Settings.MAIL_PASSWORD.toStored(true));
    assertEquals("mail_password must be a text", failure.getMessage());
  }

  @Test
  void an_unknown_key_leads_to_the_one_that_was_meant() {
    Failure failure = assertThrows(Failure.class, () -> Settings.named("enable_two_factor_authh"));
    assertEquals("did you mean enable_two_factor_auth?", failure.hint());
  }
}
