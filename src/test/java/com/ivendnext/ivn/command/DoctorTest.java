package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
  }

  @Test
  void sends_a_letter_and_masks_where_it_went() {
    site.prints(
        "Email: a test was handed over for y***.\n",
        "doctor",
        "--send-test",
        "mail:you@example.com");
    assertEquals("you@example.com", site.shell.mailbox.letters.get(0).to());
    assertEquals("Test from iVendNext", site.shell.mailbox.letters.get(0).subject());
  }

  @Test
  void sends_to_each_that_is_named() {
    Map<String, Object> answer =
        site.json(
            "doctor", "--send-test", "mail:you@example.com", "--send-test", "sms:+4917012345678");
    assertEquals(
        List.of(
            Map.of("method", "Email", "destination", "y***"),
            Map.of("method", "SMS", "destination", "+***")),
        answer.get("sent"));
    assertEquals("+4917012345678", site.shell.mailbox.letters.get(1).to());
  }

  @Test
  void without_a_target_it_says_what_to_give() {
    site.fails(
        2,
        """
        ivn: tell where to send a test
        ivn: hint: --send-test mail:you@example.com, or --send-test sms:NUMBER
        """,
        "doctor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"you@example.com", "mail:", "mail:you", "sms:", "sms:0170 1234567", "fax:1", ""})
  void a_target_that_is_none_is_refused_before_anything_is_sent(String target) {
    Outcome outcome =
        site.run("doctor", "--send-test", "mail:you@example.com", "--send-test", target);
    assertEquals(2, outcome.status(), outcome.err());
    assertTrue(site.shell.mailbox.letters.isEmpty());
  }

  @Test
  void a_server_that_does_not_take_it_exits_with_seven() {
    site.shell.mailbox.breakDown();
    site.fails(
        7,
        "ivn: the mail server does not answer\n",
        "doctor",
        "--send-test",
        "mail:you@example.com");
  }
}
