package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own locale changes nothing: neither what is said nor what is accepted. */
final class LocaleIT {
  private static final String USER = "INIT@example.com";

  private static final List<String> COMMANDS =
      List.of(
          "list-sites",
          "role list",
          "status --format json",
          "status",
          "user enroll administrator --format json",
          "show-config");

  @TempDir private static Path directory;
  private static RealBench bench;
  private static String english;

  @BeforeAll
  static void ask_in_english() {
    bench = RealBench.madeIn(directory);
    bench.ok("set-config", "enable_two_factor_auth", "true");
    bench.enroll(USER);
    bench.ok("user", "enroll", "Administrator", "--no-qr");
    english = answers("en-US");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "bn-BD", "tr-TR", "hi-IN-u-nu-deva"})
  void answers_are_the_same_to_the_byte(String locale) {
    assertEquals(english, answers(locale));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "bn-BD", "tr-TR", "hi-IN-u-nu-deva"})
  void codes_are_the_same(String locale) {
    String user = "I" + locale + "@example.com";
    bench.ok("user", "add", user);
    RealIvn.Outcome offered =
        in(locale)
            .typing(RealBench.SECRET)
            .run("user", "enroll", user, "--no-qr", "--secret-file", "-");
    assertEquals(0, offered.status(), offered::err);
    assertEquals(0, in(locale).run("user", "confirm", user, RealBench.code(-1)).status());
    assertEquals(0, in(locale).run("otp", "verify", user, RealBench.code(0)).status());
  }

  @ParameterizedTest
  @CsvSource({
    "ar-EG, \u0660",
    "fa-IR, \u06f0",
    "bn-BD, \u09e6",
    "hi-IN-u-nu-deva, \u0966",
    "ja-JP, \uff10",
  })
  void its_own_digits_are_malformed(String locale, char zero) {
    StringBuilder digits = new StringBuilder();
    RealBench.code(0).chars().forEach(digit -> digits.append((char) (zero + digit - '0')));
    RealIvn.Outcome outcome =
        in(locale).typing(digits.toString()).run("otp", "verify", USER, "-", "--format", "json");
    assertEquals(3, outcome.status(), outcome::err);
    assertEquals("malformed", Json.reason(outcome));
  }

  private static String answers(String locale) {
    StringBuilder answers = new StringBuilder();
    for (String command : COMMANDS) {
      RealIvn.Outcome outcome = in(locale).run(command.split(" "));
      answers.append(command).append(' ').append(outcome).append('\n');
    }
    return answers.toString();
  }

  private static RealIvn in(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String extensions = tag.indexOf("-u-") < 0 ? "" : tag.substring(tag.indexOf("-u-") + 1);
    return bench
        .ivn()
        .with(
            "IVN_JAVA_OPTS",
            "-Duser.language="
                + locale.getLanguage()
                + " -Duser.country="
                + locale.getCountry()
                + (extensions.isEmpty() ? "" : " -Duser.extensions=" + extensions));
  }
}
