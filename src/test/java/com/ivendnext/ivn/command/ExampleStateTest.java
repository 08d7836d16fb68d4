package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the documentation works. */
class ExampleStateTest {
  @TempDir Path directory;

  @Test
  void is_applied_and_then_changes_nothing() throws IOException {
    MySite site = MySite.in(directory);
    site.write("example.yaml", Files.readString(Path.of("src/docs/example-site.yaml")));
    Map<String, Object> first = site.json("apply", "-f", "example.yaml");
    assertEquals(true, first.get("changed"));
    assertEquals(8, first.get("added"));
    assertEquals(false, site.json("apply", "-f", "example.yaml").get("changed"));
    assertTrue(site.ok("user", "why", "anna@example.com").contains("role Accounts Manager"));
  }
}
