package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedConfigTest {
  private static final String MASK = MaskedConfig.MASK;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail_password",
        "db_password",
        "encryption_key",
        "ivn_encryption_key",
        "admin_password",
        "sms_headers",
        "sms_parameters",
        "API_Secret",
        "github_token",
        "root_pwd",
        "redis_pass",
        "pass",
        "keyPassphrase",
        "s3_access_key",
        "aws_credentials"
      })
  void hides_what_is_or_sounds_secret(String key) {
    assertEquals(Map.of(key, MASK), MaskedConfig.of(Map.of(key, "x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bypass_2fa_for_retricted_ip_users",
        "force_user_to_reset",
        "compass",
        "ivn_encryption_key_file",
        "keyboard"
      })
  void shows_everything_else(String key) {
    assertEquals(Map.of(key, "x"), MaskedConfig.of(Map.of(key, "x")));
  }

  @Test
  void takes_the_value_of_any_key_for_one_if_it_is_as_long_as_one() {
    Map<String, Object> config = Map.of("some_key", "0123456789abcdef", "test_key", "test_value");
    assertEquals(Map.of("some_key", MASK, "test_key", "test_value"), MaskedConfig.of(config));
  }

  @Test
  void looks_into_objects_and_lists() {
    Map<String, Object> config =
        Map.of("a", Map.of("b", List.of(1L, List.of(Map.of("password", "x")))));
    assertEquals(
        Map.of("a", Map.of("b", List.of(1L, List.of(Map.of("password", MASK))))),
        MaskedConfig.of(config));
  }

  @ParameterizedTest
  @CsvSource({
    "redis://:x@cache:13000, redis://:********@cache:13000",
    "postgres://me:a@b:c@db/name, postgres://me:********@db/name",
    "https://example.com/a:b@c, https://example.com/a:b@c",
    "https://me@example.com, https://me@example.com",
    "user@example.com, user@example.com"
  })
  void hides_the_password_of_an_address(String value, String shown) {
    assertEquals(Map.of("url", shown), MaskedConfig.of(Map.of("url", value)));
  }
}
