package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path directory;

  @Test
  void a_whole_login_leaves_no_secret_in_the_log() {
    MySite site = TestServer.withPassword(MySite.withUser(directory));
    String secret = site.enrollAndConfirm(MySite.USER);
    String key = (String) site.json("serve-key", "create", "webshop").get("key");
    try (TestServer server = TestServer.over(site)) {
      String tmpId = (String) server.login(TestServer.PASSWORD).json().get("tmp_id");
      String code = site.code(secret, 0);
      Reply in = server.finish(tmpId, code);
      String session = in.session();
      server.get("/auth?token=topsecret", "Cookie", "sid=" + session);
      server.get("/qrcode?k=0123456789abcdef");
      server.post(
          "/api/otp/verify",
          Map.of("user", MySite.USER, "code", code),
          "Authorization",
          "Bearer " + key);
      String log = server.log.toString();
      for (String hidden :
          List.of(
              TestServer.PASSWORD, "horse", tmpId, code, session, key, "topsecret", "0123456")) {
        assertFalse(log.contains(hidden), log);
      }
      assertTrue(
          log.matches(
              "(?s).*2026-11-24T10:00:00Z 127\\.0\\.0\\.1 POST /api/method/login 200 [0-9]+ms"
                  + " user@example\\.com\n.*"),
          log);
    }
  }

  @Test
  void no_client_writes_a_line_of_its_own() {
    try (TestServer server = TestServer.over(MySite.in(directory))) {
      server.getAs("mysite", "/a%0aevil%1b31m");
      server.getAs("mysite", "/" + "x".repeat(3000));
      String[] lines = server.log.toString().split("\n");
      assertEquals(1, lines.length, "the first is no request at all");
      assertTrue(lines[0].length() < 300);
      assertTrue(server.log.toString().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127));
    }
  }

  @Test
  void what_cannot_be_printed_stands_as_a_question_mark() {
    assertEquals("a?b?c?", Journal.safe("a\nb\u001bc\u00fc"));
  }

  @Test
  void behind_a_trusted_proxy_the_client_is_named_and_the_cookie_secure() {
    MySite site = TestServer.withPassword(MySite.withUser(directory));
    site.ok("set-config", "enable_two_factor_auth", "false");
    try (TestServer server = TestServer.behind(site, "127.0.0.1")) {
      Reply in =
          server.post(
              "/api/method/login",
              Map.of("usr", MySite.USER, "pwd", TestServer.PASSWORD),
              "X-Forwarded-For",
              "198.51.100.7",
              "X-Forwarded-Proto",
              "https");
      assertTrue(in.header("Set-Cookie").endsWith("; Secure"), in.header("Set-Cookie"));
      assertTrue(server.log.toString().contains(" 198.51.100.7 POST "), server.log.toString());
    }
    assertTrue(site.ok("audit", "list", "--format", "json").contains("198.51.100.7"));
  }

  @Test
  void a_proxy_that_is_not_trusted_is_not_believed() {
    MySite site = MySite.in(directory);
    try (TestServer server = TestServer.over(site)) {
      server.get("/healthz", "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https");
      assertTrue(server.log.toString().contains(" 127.0.0.1 GET "), server.log.toString());
    }
  }
}
