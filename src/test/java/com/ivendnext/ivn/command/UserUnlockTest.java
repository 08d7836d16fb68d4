package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserUnlockTest {
  @TempDir Path directory;

  private MySite site;
  private String secret;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(3, site.run("otp", "verify", MySite.USER, site.wrongCode(secret)).status());
    }
  }

  @Test
  void says_what_it_cleared_and_the_next_code_is_looked_at() {
    fail(3);
    assertEquals(6, site.run("otp", "verify", MySite.USER, site.code(secret, 0)).status());
    site.prints(
        "Cleared 3 wrong attempts of user@example.com on app: the next one is looked at now.\n",
        "user",
        "unlock",
        MySite.USER);
    site.ok("otp", "verify", MySite.USER, site.code(secret, 0));
  }

  @Test
  void counts_one_as_one() {
    fail(1);
    site.prints(
        "Cleared 1 wrong attempt of user@example.com on app: the next one is looked at now.\n",
        "user",
        "unlock",
        MySite.USER);
  }

  @Test
  void says_so_where_there_was_nothing_to_clear() {
    site.prints("Nothing throttled user@example.com.\n", "user", "unlock", MySite.USER);
  }

  @Test
  void the_document_holds_what_was_cleared() {
    fail(2);
    assertEquals(
        Map.of("user", MySite.USER, "cleared", List.of("app"), "failures", 2),
        site.json("user", "unlock", MySite.USER));
  }

  @Test
  void nobody_unknown_is_unlocked() {
    assertEquals(4, site.run("user", "unlock", "x@example.com").status());
  }
}
