package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCommandsTest {
  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
  }

  private List<Object> generate() {
    return JsonDocument.elements(site.json("recovery", "generate", MySite.USER).get("codes"));
  }

  private Outcome verify(Object code) {
    return site.run("otp", "verify", MySite.USER, (String) code);
  }

  @Test
  void prints_a_page_to_put_into_a_drawer() {
    List<String> page = site.ok("recovery", "generate", MySite.USER).lines().toList();
    assertEquals("Recovery codes of user@example.com on mysite.", page.get(0));
    assertEquals("", page.get(3));
    assertEquals(14, page.size());
    for (int i = 1; i <= 10; i++) {
      String line = page.get(3 + i);
      assertTrue(line.matches(" {2,3}" + i + "  ([0-9a-z]{4}-){5}[0-9a-z]{4}"), line);
    }
  }

  @Test
  void what_the_page_shows_gets_in() {
    String page = site.ok("recovery", "generate", MySite.USER);
    String last = page.strip().substring(page.strip().length() - 29);
    assertEquals(
        new Outcome(0, "The code is accepted. Recovery codes left: 9.\n", ""), verify(last));
  }

  @Test
  void the_document_holds_site_user_and_codes() {
    Map<String, Object> document = site.json("recovery", "generate", " USER@example.com");
    assertEquals(List.of("site", "user", "codes"), List.copyOf(document.keySet()));
    assertEquals("mysite", document.get("site"));
    assertEquals(MySite.USER, document.get("user"));
    assertEquals(10, JsonDocument.elements(document.get("codes")).size());
  }

  @Test
  void a_code_is_accepted_once_in_any_case_and_spacing() {
    String code = (String) generate().get(0);
    String typed = " " + code.toUpperCase(Locale.ROOT).replace('-', ' ') + " ";
    assertEquals(0, verify(typed).status());
    assertEquals(3, verify(code).status());
  }

  @Test
  void the_answer_says_how_many_are_left() {
    List<Object> codes = generate();
    Map<String, Object> answer = site.json("otp", "verify", MySite.USER, (String) codes.get(0));
    assertEquals(9, answer.get("recovery_codes_left"));
    assertEquals("recovery code", answer.get("authenticator"));
    assertEquals(List.of(), answer.get("warnings"));
  }

  @Test
  void from_two_left_on_the_answer_warns() {
    List<Object> codes = generate();
    for (int i = 0; i < 7; i++) {
      assertEquals("", verify(codes.get(i)).err());
    }
    Outcome eighth = verify(codes.get(7));
    assertEquals("The code is accepted. Recovery codes left: 2.\n", eighth.out());
    assertEquals(
        "ivn: warning: few recovery codes are left (2):"
            + " ivn --site mysite recovery generate user@example.com makes new ones\n",
        eighth.err());
    assertTrue(verify(codes.get(8)).err().contains("(1)"));
    assertTrue(verify(codes.get(9)).err().contains("(0)"));
  }

  @Test
  void status_counts_them() {
    List<Object> codes = generate();
    verify(codes.get(0));
    site.prints(
        "user@example.com has 9 of 10 recovery codes left.\n", "recovery", "status", MySite.USER);
    Map<String, Object> document = site.json("recovery", "status", MySite.USER);
    assertEquals(10, document.get("total"));
    assertEquals(1, document.get("used"));
    assertEquals(9, document.get("left"));
    assertEquals("2026-11-24T10:00:00Z", document.get("generated_at"));
  }

  @Test
  void status_says_how_to_get_some() {
    site.prints(
        "user@example.com has no recovery codes:"
            + " ivn --site mysite recovery generate user@example.com\n",
        "recovery",
        "status",
        MySite.USER);
    Map<String, Object> document = site.json("recovery", "status", MySite.USER);
    assertEquals(0, document.get("total"));
    assertNull(document.get("generated_at"));
  }

  @Test
  void status_warns_when_few_are_left() {
    List<Object> codes = generate();
    codes.subList(0, 8).forEach(this::verify);
    assertTrue(site.run("recovery", "status", MySite.USER).err().contains("left (2)"));
    assertEquals(
        1,
        JsonDocument.elements(site.json("recovery", "status", MySite.USER).get("warnings")).size());
  }

  @Test
  void new_ones_end_the_old_ones() {
    Object old = generate().get(0);
    generate();
    assertEquals(3, verify(old).status());
    site.prints(
        "user@example.com has 10 of 10 recovery codes left.\n", "recovery", "status", MySite.USER);
  }

  @Test
  void are_offered_when_the_first_authenticator_is_confirmed_and_not_again() {
    String secret = site.enroll(MySite.USER);
    String first = site.ok("user", "confirm", MySite.USER, site.code(secret, 0));
    assertTrue(
        first.endsWith(
            "For the day the phone is lost:"
                + " ivn --site mysite recovery generate user@example.com\n"),
        first);
    generate();
    String second = site.enroll(MySite.USER, "--label", "tablet");
    assertFalse(site.ok("user", "confirm", MySite.USER, site.code(second, 0)).contains("lost"));
  }

  @Test
  void a_wrong_one_is_refused_like_any_wrong_code() {
    generate();
    Map<String, Object> error =
        site.error(3, "otp", "verify", MySite.USER, "0000-0000-0000-0000-0000-0000");
    assertEquals("the code is not accepted", error.get("message"));
    assertEquals("wrong", error.get("reason"));
  }

  @Test
  void nobody_unknown_has_any() {
    assertEquals(4, site.run("recovery", "generate", "x@example.com").status());
    assertEquals(4, site.run("recovery", "status", "x@example.com").status());
  }
}
