package com.ivendnext.ivn.web;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Enrollment;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrFormTest {
  @TempDir Path directory;

  private final Mailbox mailbox = new Mailbox();
  private TestSite site;
  private String key;
  private Authenticator app;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    site.config.put("host_name", "https://erp.example.com");
    site.linkByMail(mailbox)
        .send(site.accounts().find(USER).user(), Enrollment.Request.app(USER, "app", null, false));
    key = mailbox.lastKey();
    mailbox.letters.clear();
    app = site.store().authenticators().of(USER).get(0);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private QrForm form() {
    return new QrForm(site.enrollmentLink(), site.notice(mailbox), site.clock);
  }

  @Test
  void shows_what_the_link_leads_to() {
    Page page = form().show(key);
    assertEquals(200, page.status());
    assertTrue(page.html().contains(site.store().authenticators().secret(app).grouped()));
  }

  @Test
  void a_code_confirms_and_is_told_by_mail() {
    Page page = form().submit(key, site.code(app, 0));
    assertEquals(200, page.status());
    assertTrue(page.html().contains("<h1>Your authenticator app is set up</h1>"));
    assertEquals(State.ACTIVE, site.current(app).state());
    assertEquals(1, mailbox.letters.size());
  }

  @Test
  void confirming_does_not_depend_on_mail() {
    mailbox.breakDown();
    assertEquals(200, form().submit(key, site.code(app, 0)).status());
  }

  @Test
  void a_code_may_be_typed_with_a_space() {
    String code = site.code(app, 0);
    assertEquals(
        200, form().submit(key, " " + code.substring(0, 3) + " " + code.substring(3)).status());
  }

  @Test
  void a_wrong_code_shows_the_form_again_and_says_so() {
    for (String code : new String[] {site.wrongCode(app), "12x", "", null}) {
      Page page = form().submit(key, code);
      assertEquals(422, page.status());
      assertTrue(page.html().contains("role=\"alert\" id=\"trouble\">That code was not accepted."));
      assertTrue(page.html().contains("<svg "));
    }
  }

  @Test
  void wrong_codes_are_throttled_and_the_page_says_how_long() {
    for (int i = 0; i < 4; i++) {
      site.clock.advance(Duration.ofSeconds(1));
      form().submit(key, site.wrongCode(app));
    }
    Page page = form().submit(key, site.code(app, 0));
    assertEquals(429, page.status());
    assertTrue(page.html().contains("Too many wrong codes. Wait 2 seconds, then enter"));
    assertEquals(3, page.retryAfter());
  }

  @Test
  void expired_used_and_unknown_links_get_the_same_page() {
    String unknown = form().show("0".repeat(48)).html();
    assertEquals(404, form().show(null).status());
    assertEquals(unknown, form().show(null).html());
    assertEquals(unknown, form().submit("x", "123456").html());
    site.clock.advance(Duration.ofSeconds(240));
    assertEquals(unknown, form().show(key).html());
    assertEquals(unknown, form().submit(key, site.code(app, 0)).html());
    assertEquals(State.PENDING, site.current(app).state());
  }

  @Test
  void a_used_link_shows_the_secret_to_nobody_any_more() {
    form().submit(key, site.code(app, 0));
    Page page = form().show(key);
    assertEquals(404, page.status());
    assertFalse(page.html().contains("<svg"));
  }
}
