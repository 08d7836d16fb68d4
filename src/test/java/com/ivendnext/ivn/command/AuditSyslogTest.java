package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.syslog.Collector;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting {@code audit_syslog}, over real sockets of the loopback. */
class AuditSyslogTest {
  @TempDir Path directory;
  private MySite site;
  private Collector collector;

  @BeforeEach
  void make() throws Exception {
    site = MySite.in(directory);
    collector = new Collector();
  }

  @AfterEach
  void close() throws Exception {
    collector.close();
  }

  @Test
  void over_udp_each_record_is_a_datagram() throws Exception {
    site.ok("set-config", "audit_syslog", collector.udp());
    String first = collector.datagram();
    assertTrue(first.contains(" action=set-config subject=audit_syslog outcome=ok "), first);
    site.ok("user", "add", "user@example.com");
    String message = collector.datagram();
    assertTrue(message.startsWith("<86>1 2026-11-24T10:00:00Z "), message);
    assertTrue(message.contains(" user.add - site=mysite sequence=3 action=user.add "), message);
    String mac = (String) last("mac");
    assertTrue(message.endsWith(" mac=" + mac), message);
  }

  @Test
  void over_tcp_each_record_has_its_length_before_it() throws Exception {
    site.config("{\"audit_syslog\": \"" + collector.tcp() + "\", " + site.config().substring(1));
    site.ok("user", "add", "user@example.com");
    String stream = collector.connection();
    int blank = stream.indexOf(' ');
    assertEquals(stream.length() - blank - 1, Integer.parseInt(stream.substring(0, blank)));
    assertTrue(stream.substring(blank).startsWith(" <86>1 "), stream);
  }

  @Test
  void what_was_refused_is_sent_and_what_came_to_nothing_is_not() throws Exception {
    site.ok("set-config", "audit_syslog", collector.udp());
    collector.datagram();
    site.run("user", "add", "no address");
    site.ok("set-config", "enable_two_factor_auth", "true", "--dry-run");
    site.run("otp", "verify", "x@example.com", "123456");
    String message = collector.datagram();
    assertTrue(message.startsWith("<84>1 "), message);
    assertTrue(message.contains(" outcome=unknown_user "), message);
  }

  @Test
  void a_collector_that_is_not_there_is_a_warning_and_the_deed_is_done() throws Exception {
    String gone = collector.tcp();
    collector.close();
    site.config("{\"audit_syslog\": \"" + gone + "\", " + site.config().substring(1));
    Outcome outcome = site.run("user", "add", "user@example.com");
    assertEquals(0, outcome.status());
    assertEquals("Added System User user@example.com.\n", outcome.out());
    assertTrue(
        outcome
            .err()
            .startsWith("ivn: warning: the audit records did not reach " + gone + ": Connection"),
        outcome.err());
    assertEquals("user.add", last("action"));
    assertEquals("", site.run("role", "add", "Auditor", "--format", "json").err());
  }

  @Test
  void a_collector_that_takes_nothing_holds_nobody_up_for_long() throws Exception {
    site.config("{\"audit_syslog\": \"" + collector.tcp() + "\", " + site.config().substring(1));
    for (int i = 0; i < 8; i++) { // more than wait to be accepted
      assertEquals(0, site.run("role", "add", "R" + i).status());
    }
    assertEquals("R7", last("subject"));
  }

  @Test
  void a_setting_that_is_none_is_a_warning_and_can_be_mended() {
    site.config("{\"audit_syslog\": \"journal\", " + site.config().substring(1));
    Outcome outcome = site.run("role", "add", "Auditor");
    assertEquals(0, outcome.status());
    assertTrue(outcome.err().contains("warning: audit_syslog in "), outcome.err());
    assertEquals(2, site.run("set-config", "audit_syslog", "journal").status());
    assertEquals(0, site.run("set-config", "audit_syslog", collector.udp()).status());
  }

  private Object last(String member) {
    String[] lines = site.ok("audit", "export").split("\n");
    return JsonDocument.parse(lines[lines.length - 1]).get(member);
  }
}
