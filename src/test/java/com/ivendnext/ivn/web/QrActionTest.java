package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.JsonDocument;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrActionTest {
  private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7 ]{20,})</code>");

  @TempDir Path directory;

  private MySite site;
  private TestServer server;

  @BeforeEach
  void start() {
    site = TestServer.withPassword(MySite.withUser(directory));
    site.ok("set-config", "host_name", "https://erp.example.com");
    server = TestServer.over(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String secret(Reply page) {
    Matcher found = KEY.matcher(page.whole().body());
    assertTrue(found.find(), page.whole().body());
    return found.group(1).replace(" ", "");
  }

  @Test
  void a_first_login_leads_by_mail_and_page_to_a_session() {
    Map<String, Object> begun = server.login(TestServer.PASSWORD).json();
    assertEquals("Email", JsonDocument.members(begun.get("verification")).get("method"));
    String key = site.shell.mailbox.lastKey();
    Reply page = server.get("/qrcode?k=" + key);
    assertEquals(200, page.status());
    assertEquals("no-store", page.header("Cache-Control"));
    assertTrue(page.header("Content-Security-Policy").contains("form-action 'self'"));
    String secret = secret(page);
    Reply confirmed = server.post("/qrcode", Map.of("k", key, "code", site.code(secret, 0)));
    assertEquals(200, confirmed.status());
    assertEquals(404, server.get("/qrcode?k=" + key).status());
    Reply in = server.finish((String) begun.get("tmp_id"), site.code(secret, 1));
    assertEquals("Logged In", in.json().get("message"));
  }

  @Test
  void a_wrong_code_leaves_the_page_as_it_was() {
    server.login(TestServer.PASSWORD);
    String key = site.shell.mailbox.lastKey();
    assertEquals(422, server.post("/qrcode", Map.of("k", key, "code", "000")).status());
    assertEquals(200, server.get("/qrcode?k=" + key).status());
  }

  @Test
  void a_key_that_is_unknown_or_missing_leads_nowhere() {
    assertEquals(404, server.get("/qrcode?k=abc").status());
    assertEquals(404, server.get("/qrcode").status());
    assertEquals(404, server.post("/qrcode", Map.of("code", "123456")).status());
  }
}
