package com.ivendnext.ivn.syslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.audit.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyslogMessageTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123Z");
  private static final Actor ANNA = new Actor("root", "anna", "192.0.2.7", "shop");
  private final SyslogMessage form = new SyslogMessage("mysite", "host1", 42);

  private static AuditRecord record(Event event) {
    return new AuditRecord(12, AT, ANNA, event, "ab12");
  }

  @Test
  void has_the_header_of_rfc_5424_and_every_field_of_the_record() {
    Event event = Event.of("user.exempt", "a@example.com").detail("until then").reason("lost");
    assertEquals(
        "<86>1 2026-11-24T10:00:00.123Z host1 ivn 42 user.exempt - site=mysite sequence=12"
            + " action=user.exempt subject=a@example.com outcome=ok account=root sudo_user=anna"
            + " address=192.0.2.7 api_key=shop detail=\"until then\" reason=lost mac=ab12",
        form.whole(record(event)));
  }

  @Test
  void what_was_not_done_is_a_warning_and_what_is_absent_is_left_out() {
    AuditRecord record =
        new AuditRecord(
            1,
            AT,
            new Actor("root", null, null),
            Event.of("otp.verify", "a").outcome("wrong"),
            "0");
    assertEquals(
        "<84>site=mysite sequence=1 action=otp.verify subject=a outcome=wrong account=root mac=0",
        form.brief(record));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '\"\"'",
    "a b, '\"a b\"'",
    "a=b, '\"a=b\"'",
    "a\"b, '\"a\\\"b\"'",
    "a\\b, '\"a\\\\b\"'",
    "'a\nb', '\"a\\u{a}b\"'",
    "'a\0b', '\"a\\u{0}b\"'",
    "'\u001b[31m', '\"\\u{1b}[31m\"'",
    "'a\u2028b', '\"a\\u{2028}b\"'",
    "'\u202e', '\"\\u{202e}\"'",
    "é, '\"é\"'"
  })
  void no_value_ends_itself_its_line_or_the_message(String value, String quoted) {
    String message = form.whole(record(Event.of("user.exempt", "a").reason(value)));
    assertTrue(message.contains(" reason=" + quoted + " mac=ab12"), message);
  }

  @Test
  void the_id_of_the_message_has_no_more_than_the_rfc_allows() {
    String message = form.whole(record(Event.of("x".repeat(64), "a")));
    assertTrue(message.contains(" 42 " + "x".repeat(32) + " - "), message);
  }
}
