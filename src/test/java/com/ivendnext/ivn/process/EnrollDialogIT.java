package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code user enroll} at a terminal. */
final class EnrollDialogIT {
  private static final String USER = "user@example.com";
  private static final String QUESTION = "Code that the app shows now (Enter to do it later): ";

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void add() throws IOException {
    Tool.need("expect");
    bench = RealBench.madeIn(directory);
    bench.ok("user", "add", USER);
    Files.writeString(directory.resolve("secret"), RealBench.SECRET);
  }

  @Test
  void shows_the_qr_code_and_asks_until_the_code_is_right() {
    RealIvn.Outcome outcome =
        enroll(
            Dialog.at(80)
                .see("\u2584\u2584\u2584\u2584\u2584\u2584\u2584")
                .see("Key      GEZD GNBV")
                .see(QUESTION)
                .type("000000")
                .see("the code is not accepted")
                .see(QUESTION)
                .type("abc")
                .see("the code is malformed")
                .see(QUESTION)
                .type(RealBench.code(0))
                .see("Authenticator app of user@example.com is active.")
                .see("Make recovery codes now?")
                .type("n"));
    assertEquals(0, outcome.status(), outcome::out);
    assertEquals("active", state());
  }

  @Test
  void gives_up_after_three_wrong_codes() {
    Dialog dialog = Dialog.at(80);
    for (int i = 0; i < 3; i++) {
      dialog.see(QUESTION).type("abc");
    }
    RealIvn.Outcome outcome = enroll(dialog);
    assertEquals(3, outcome.status(), outcome::out);
    assertEquals("pending", state());
  }

  @Test
  void enter_puts_it_off() {
    RealIvn.Outcome outcome = enroll(Dialog.at(80).see(QUESTION).type(""));
    assertEquals(0, outcome.status(), outcome::out);
    assertEquals("pending", state());
  }

  @Test
  void the_end_of_input_puts_it_off_and_ends_the_line() {
    RealIvn.Outcome outcome = enroll(Dialog.at(80).see(QUESTION).press('D'));
    assertEquals(0, outcome.status(), outcome::out);
    assertTrue(outcome.out().endsWith("\n"), outcome::out);
    assertEquals("pending", state());
  }

  @Test
  void ctrl_c_ends_it_with_130_and_what_was_offered_stays() {
    RealIvn.Outcome outcome = enroll(Dialog.at(80).see(QUESTION).press('C'));
    assertEquals(130, outcome.status(), outcome::out);
    assertEquals("pending", state());
    bench.ok("user", "confirm", USER, RealBench.code(0));
  }

  @Test
  void asks_nothing_with_no_input() {
    RealIvn.Outcome outcome =
        Dialog.at(80).with(bench, "user", "enroll", USER, "--no-input", "--no-qr");
    assertEquals(0, outcome.status(), outcome::out);
    assertFalse(outcome.out().contains(QUESTION), outcome::out);
  }

  @Test
  void a_narrow_terminal_gets_the_key_without_the_qr_code() {
    RealIvn.Outcome outcome =
        Dialog.at(30).with(bench, "user", "enroll", USER, "--no-input", "--secret-file", "secret");
    assertEquals(0, outcome.status(), outcome::out);
    assertTrue(outcome.out().contains("columns, this terminal has 30: widen it, or add --qr-png"));
    assertTrue(outcome.out().contains("Key      GEZD GNBV"), outcome::out);
    assertFalse(outcome.out().contains("\u2584"), outcome::out);
  }

  private RealIvn.Outcome enroll(Dialog dialog) {
    return dialog.with(bench, "user", "enroll", USER, "--secret-file", "secret");
  }

  private String state() {
    String held = bench.ok("user", "authenticators", USER);
    return held.contains("active") ? "active" : held.contains("pending") ? "pending" : held;
  }
}
