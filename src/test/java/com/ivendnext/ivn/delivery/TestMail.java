package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.SteppingClock;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A mail channel under test: settings that work, and changes to them. */
final class TestMail {
  static final Instant NOW = Instant.parse("2026-03-01T12:34:56Z");
  static final Letter LETTER =
      new Letter("anna@example.com", "Your code", "Your code is 492039.\n\nIt lives 5 minutes.");

  private final Map<String, Object> settings = new HashMap<>();
  private Duration patience = Duration.ofMinutes(1);
  private SSLContext trust;

  /** To 127.0.0.1, without TLS, without login. */
  static TestMail to(int port) {
    return new TestMail()
        .with("mail_server", "127.0.0.1")
        .with("mail_port", port)
        .with("auto_email_id", "site@example.org");
  }

  TestMail with(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  TestMail without(String key) {
    settings.remove(key);
    return this;
  }

  TestMail trusting(SSLContext trusted) {
    trust = trusted;
    return this;
  }

  TestMail patience(Duration duration) {
    patience = duration;
    return this;
  }

  SmtpChannel channel() {
    Values values = new Values(settings, key -> "site_config.json");
    return new SmtpChannel(values, new SteppingClock(NOW), new Wire(patience, patience, trust));
  }

  void send() {
    channel().deliver(LETTER);
  }

  Failure refusal() {
    return refusal(LETTER);
  }

  Failure refusal(Letter letter) {
    Failure failure = assertThrows(Failure.class, () -> channel().deliver(letter));
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
    return failure;
  }
}
