package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enrolling at a terminal, which asks for the first code. */
class EnrollPromptTest {
  private static final String USER = MySite.USER;
  private static final String PROMPT = "Code that the app shows now (Enter to do it later): ";

  @TempDir Path directory;
  private MySite site;
  private String secret;

  @BeforeEach
  void enroll_a_user() {
    site = MySite.withUser(directory);
    secret = site.enroll(USER);
    site.shell.onTerminal();
  }

  private Outcome type(String input, String... more) {
    String[] line = new String[more.length + 4];
    System.arraycopy(new String[] {"user", "enroll", USER, "--no-qr"}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return site.runWithInput(input, line);
  }

  private String state() {
    Object held = site.json("user", "authenticators", USER).get("authenticators");
    return (String) JsonDocument.each("state", held).get(0);
  }

  @Test
  void a_right_code_proves_it_at_once() {
    Outcome outcome = type(site.code(secret, 0) + "\n");
    assertEquals(0, outcome.status());
    assertTrue(outcome.err().startsWith(PROMPT), outcome.err());
    assertTrue(
        outcome.out().contains("\nAuthenticator app of user@example.com is active.\n"),
        outcome.out());
    assertEquals("active", state());
  }

  @Test
  void a_wrong_code_is_asked_for_again() {
    Outcome outcome = type(site.wrongCode(secret) + "\n" + site.code(secret, 0) + "\n");
    assertEquals(0, outcome.status());
    assertTrue(outcome.err().startsWith(PROMPT + "ivn: the code is not accepted\n"), outcome.err());
    assertEquals(3, outcome.err().split(PROMPT.substring(0, 10), -1).length);
    assertEquals("active", state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "", "  \n"})
  void enter_does_it_later(String input) {
    Outcome outcome = type(input);
    String lineEnd = input.isEmpty() ? "\n" : ""; // the tty shows none for Ctrl-D
    assertEquals(new Outcome(0, outcome.out(), PROMPT + lineEnd), outcome);
    assertTrue(outcome.out().endsWith("user confirm user@example.com CODE\n"));
    assertEquals("pending", state());
  }

  @Test
  void after_three_wrong_codes_it_gives_up_and_tells_the_last_once() {
    Outcome outcome = type("1\n2\n3\n4\n");
    assertEquals(3, outcome.status());
    assertEquals(4, outcome.err().split("ivn: the code is malformed", -1).length);
    assertEquals("pending", state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-input", "--format=json"})
  void nobody_is_asked_where_nobody_shall_be(String option) {
    Outcome outcome = type(site.code(secret, 0) + "\n", option);
    assertEquals(0, outcome.status());
    assertEquals("", outcome.err());
    assertFalse(outcome.out().contains("is active"));
    assertEquals("pending", state());
  }

  @Test
  void the_code_is_not_shown_again() {
    String code = site.code(secret, 0);
    Outcome outcome = type(site.wrongCode(secret) + "\n" + code + "\n");
    assertFalse((outcome.out() + outcome.err()).contains(code));
  }
}
