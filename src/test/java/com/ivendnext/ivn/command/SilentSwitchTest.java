package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bare {@code set-config enable_two_factor_auth true} on a new site simply works. */
class SilentSwitchTest {
  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
  }

  @Test
  void says_nothing_and_is_on() {
    site.prints("", "set-config", "enable_two_factor_auth", "true");
    assertTrue(site.ok("status").startsWith("mysite: two-factor authentication is on"));
  }

  @Test
  void says_nothing_for_all_sites_of_a_bench_either() {
    site.shell.ok("new-site", "another");
    assertEquals("", site.shell.ok("set-config", "-g", "enable_two_factor_auth", "1").out());
    assertTrue(site.ok("status").startsWith("mysite: two-factor authentication is on"));
  }

  @Test
  void works_on_a_site_that_bench_made_and_ivn_never_saw() {
    site.write("sites/fresh/site_config.json", "{}");
    assertEquals(
        "", site.shell.ok("--site", "fresh", "set-config", "enable_two_factor_auth", "true").out());
    String why = site.shell.ok("--site", "fresh", "user", "why", "Administrator").out();
    assertTrue(why.startsWith("Administrator needs a second factor"), why);
  }

  @Test
  void its_document_names_nobody() {
    Map<String, Object> document = site.json("set-config", "enable_two_factor_auth", "true");
    assertEquals(true, document.get("changed"));
    Object impact = JsonDocument.elements(document.get("impact")).get(0);
    assertEquals(0, JsonDocument.elements(JsonDocument.members(impact).get("affected")).size());
  }

  @Test
  void with_one_user_more_it_is_looked_at() {
    site.ok("user", "add", MySite.USER);
    assertEquals(5, site.run("set-config", "enable_two_factor_auth", "true").status());
  }
}
