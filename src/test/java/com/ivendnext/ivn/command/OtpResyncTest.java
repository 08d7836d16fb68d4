package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtpResyncTest {
  @TempDir Path directory;

  private MySite site;
  private String secret;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    site.shell.sleep(Duration.ofHours(30));
  }

  private String code(int steps) {
    return site.code(secret, steps);
  }

  @Test
  void two_codes_teach_a_slow_clock() {
    site.prints(
        "Learned that app of user@example.com is 4 min 30 s slow.\n"
            + "Both codes are used up; the next one is good.\n",
        "otp",
        "resync",
        MySite.USER,
        code(-10),
        code(-9));
    site.shell.sleep(Duration.ofSeconds(30));
    site.ok("otp", "verify", MySite.USER, code(-9));
  }

  @Test
  void a_clock_that_is_right_is_on_time() {
    assertTrue(
        site.ok("otp", "resync", MySite.USER, code(-1), code(0))
            .startsWith("Learned that app of user@example.com is on time.\n"));
  }

  @Test
  void the_document_of_a_resynchronisation_holds_seconds() {
    Map<String, Object> document = site.json("otp", "resync", MySite.USER, code(239), code(240));
    assertEquals(7_200, document.get("offset_seconds"));
    assertNull(document.get("offset_codes"));
    assertEquals("app", document.get("authenticator"));
  }

  @Test
  void two_codes_that_do_not_follow_each_other_are_refused_with_the_next_step() {
    site.fails(
        3,
        "ivn: these are no two consecutive codes of user@example.com of the last day\n"
            + "ivn: hint: take the next two that it shows;"
            + " ivn --site mysite otp diagnose tells about a single one\n",
        "otp",
        "resync",
        MySite.USER,
        code(-12),
        code(-9));
  }

  @Test
  void nobody_unknown_is_looked_at() {
    assertEquals(4, site.run("otp", "resync", "x@example.com", "123456", "123457").status());
  }
}
