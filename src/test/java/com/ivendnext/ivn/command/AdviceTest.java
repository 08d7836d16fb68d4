package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.twofactor.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command that is advised works where the person is who reads it. */
class AdviceTest {
  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void make_a_site() {
    shell = new InProcess(directory);
    shell.ok("new-site", "mysite");
    shell.ok("--site", "mysite", "set-config", "enable_two_factor_auth", "true");
  }

  private String advice(InProcess from, String... arguments) {
    return from.ok(arguments).out().lines().reduce((first, last) -> last).orElseThrow();
  }

  @Test
  void it_names_the_site_that_the_command_line_named() {
    assertEquals(
        "No authenticator is active: ivn --site mysite user enroll Administrator",
        advice(shell, "user", "why", "Administrator", "--site", "mysite"));
  }

  @Test
  void it_names_no_site_where_none_had_to_be_named() {
    shell.env("FRAPPE_SITE", "mysite");
    assertEquals(
        "No authenticator is active: ivn user enroll Administrator",
        advice(shell, "user", "why", "Administrator"));
  }

  @Test
  void it_names_the_bench_that_the_command_line_named() throws Exception {
    InProcess elsewhere = new InProcess(Files.createDirectory(directory.resolve("else where")));
    assertEquals(
        "No authenticator is active: ivn --bench .. --site mysite user enroll Administrator",
        advice(elsewhere, "--bench", "..", "--site", "mysite", "user", "why", "Administrator"));
    String named = directory.resolve("else where/..").toString();
    assertTrue(
        advice(elsewhere, "--bench", named, "--site", "mysite", "user", "why", "Administrator")
            .contains("ivn --bench \"" + named + "\" --site mysite"));
  }

  @Test
  void so_do_hints_of_errors() {
    InProcess elsewhere = new InProcess(directory.resolve("sites"));
    assertEquals(
        "ivn: Please specify --site sitename\n"
            + "ivn: hint: or choose a default site with: ivn --bench .. use SITE\n",
        elsewhere.run("--bench", "..", "status").err());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "user@example.com,user@example.com",
        "zoë@example.com,zoë@example.com",
        "First User,\"First User\"",
        "||,\"\"",
        "o'brien@example.com,\"o'brien@example.com\"",
        "a;b,\"a;b\"",
        "$HOME,'$HOME'",
        "it's $5,'it'\\''s $5'"
      })
  void a_word_is_quoted_where_a_shell_would_take_it_apart(String text, String word) {
    assertEquals(word, ShellWord.of(text));
  }
}
