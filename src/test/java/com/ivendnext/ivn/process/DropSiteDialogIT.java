package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code drop-site} at a terminal. */
final class DropSiteDialogIT {
  private static final String QUESTION = "move site mysite to the archive? [y/N] ";

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() {
    Tool.need("expect");
    bench = RealBench.madeIn(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", " y "})
  void goes_on_after_a_yes(String answer) {
    RealIvn.Outcome outcome = drop(Dialog.at(80).see(QUESTION).type(answer));
    assertEquals(0, outcome.status(), outcome::out);
    assertFalse(Files.exists(bench.site()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "", "yes please", "j"})
  void changes_nothing_after_anything_else(String answer) {
    RealIvn.Outcome outcome = drop(Dialog.at(80).see(QUESTION).type(answer));
    assertEquals(5, outcome.status(), outcome::out);
    assertTrue(outcome.out().contains("\nivn: nothing was changed\n"), outcome::out);
    assertTrue(Files.exists(bench.config()));
  }

  @Test
  void changes_nothing_at_the_end_of_input() {
    RealIvn.Outcome outcome = drop(Dialog.at(80).see(QUESTION).press('D'));
    assertEquals(5, outcome.status(), outcome::out);
    assertTrue(outcome.out().contains("\nivn: nothing was changed\n"), outcome::out);
  }

  @Test
  void ctrl_c_ends_it_with_130() {
    RealIvn.Outcome outcome = drop(Dialog.at(80).see(QUESTION).press('C'));
    assertEquals(130, outcome.status(), outcome::out);
    bench.ok("user", "list");
  }

  @Test
  void asks_nothing_with_no_input() {
    RealIvn.Outcome outcome = drop(Dialog.at(80), "--no-input");
    assertEquals(5, outcome.status(), outcome::out);
    assertFalse(outcome.out().contains("[y/N]"), outcome::out);
    assertTrue(outcome.out().contains("add --yes"), outcome::out);
  }

  @Test
  void asks_nothing_where_stdin_is_no_terminal() {
    RealIvn.Outcome outcome = bench.ivn().typing("y\n").run("drop-site", RealBench.SITE);
    assertEquals(5, outcome.status());
    assertTrue(Files.exists(bench.config()));
  }

  private RealIvn.Outcome drop(Dialog dialog, String... options) {
    String option = options.length == 0 ? "--color=never" : options[0];
    return dialog.with(bench, "drop-site", RealBench.SITE, option);
  }
}
