package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @TempDir Path directory;
  private InProcess shell;

  @BeforeEach
  void open_a_shell() {
    shell = new InProcess(directory);
  }

  @Test
  void tells_the_whole_story_on_a_bench_of_its_own() {
    Outcome outcome = shell.run("quickstart", "try");
    assertEquals(0, outcome.status(), outcome.err());
    List<String> told = outcome.out().lines().filter(line -> line.startsWith("$ ")).toList();
    assertEquals("$ ivn new-site demo", told.get(0));
    assertTrue(
        told.contains("$ ivn --site demo user add user@example.com --full-name \"First User\""));
    assertEquals("$ ivn --site demo status", told.get(told.size() - 1));
    assertTrue(outcome.out().contains("\nThe code is accepted.\n"));
    assertTrue(outcome.out().contains("(exit status 3)"));
    assertTrue(outcome.err().startsWith("ivn: the code is not accepted\n"), outcome.err());
  }

  @Test
  void leaves_a_bench_to_look_around_in() {
    shell.ok("quickstart", "try");
    assertEquals("  demo\n", shell.ok("--bench", "try", "list-sites").out());
    assertFalse(Files.exists(directory.resolve("sites")));
  }

  @Test
  void needs_a_directory_of_its_own() {
    shell.ok("quickstart", "try");
    Outcome again = shell.run("quickstart", "try");
    assertEquals(5, again.status());
    assertTrue(
        again
            .err()
            .endsWith("ivn: hint: an empty or new directory is needed: ivn quickstart DIR\n"),
        again.err());
  }

  @Test
  void has_no_json_and_then_does_nothing() {
    Outcome outcome = shell.run("quickstart", "try", "--format", "json");
    assertEquals(
        "a story is for people and has no JSON", JsonDocument.error(2, outcome).get("message"));
    assertFalse(Files.exists(directory.resolve("try/sites")));
  }
}
