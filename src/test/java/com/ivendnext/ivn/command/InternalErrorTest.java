package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bug in ivn, here random numbers that go wrong in a way that nobody has thought of. */
class InternalErrorTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void break_the_random_numbers() {
    site = MySite.withUser(directory);
    site.shell.random(new Broken());
  }

  @Test
  void is_told_in_one_line_without_what_it_quotes() {
    site.fails(
        1,
        """
        ivn: this is a bug in ivn: java.lang.IllegalStateException
        ivn: hint: run it again with -v and report what it prints
        """,
        "user",
        "enroll",
        MySite.USER);
  }

  @Test
  void is_told_in_full_where_that_is_asked_for() {
    String err = site.run("user", "enroll", MySite.USER, "-v").err();
    assertTrue(err.contains("java.lang.IllegalStateException: GEZDGNBVGY3TQOJQ\n\tat "), err);
  }

  @Test
  void is_an_error_object_in_json() {
    Map<String, Object> error = site.error(1, "user", "enroll", MySite.USER);
    assertEquals("internal", error.get("code"));
    assertEquals("this is a bug in ivn: java.lang.IllegalStateException", error.get("message"));
  }

  @Test
  void changes_nothing() {
    site.run("user", "enroll", MySite.USER);
    assertEquals(List.of(), site.json("user", "authenticators", MySite.USER).get("authenticators"));
  }

  private static final class Broken extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      throw new IllegalStateException("GEZDGNBVGY3TQOJQ");
    }
  }
}
