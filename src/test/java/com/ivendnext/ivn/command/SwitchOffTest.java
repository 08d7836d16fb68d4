package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turning two-factor authentication off is the last way out, and works whatever else is broken. */
class SwitchOffTest {
  private static final String CONFIG = "sites/mysite/site_config.json";
  private static final String STORE = "sites/mysite/ivn.db";

  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
  }

  private Outcome switchOff() {
    Outcome outcome = site.run("set-config", "enable_two_factor_auth", "false");
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(site.read(CONFIG).contains("\"enable_two_factor_auth\": false"));
    return outcome;
  }

  @Test
  void is_silent_where_all_is_well() {
    assertEquals(new Outcome(0, "", ""), switchOff());
  }

  @Test
  void works_without_the_key_and_says_that_it_is_not_recorded() {
    site.write(CONFIG, "{\"enable_two_factor_auth\": true}");
    assertEquals(
        "ivn: warning: this change is not in the audit log:"
            + " site mysite has a store but no ivn_encryption_key\n",
        switchOff().err());
    assertTrue(site.ok("user", "why", MySite.USER).contains("needs no second factor"));
  }

  @Test
  void works_with_a_damaged_store() {
    site.write(STORE, "damaged".repeat(1_000));
    assertTrue(switchOff().err().contains("is damaged or not a store"));
  }

  @Test
  void turning_it_on_is_not_done_blindly() {
    switchOff();
    site.write(STORE, "damaged".repeat(1_000));
    assertEquals(8, site.run("set-config", "enable_two_factor_auth", "true").status());
    assertTrue(site.read(CONFIG).contains("\"enable_two_factor_auth\": false"));
  }
}
