package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginActionTest {
  private static final String LOGIN = "/api/method/login";

  @TempDir Path directory;

  private MySite site;
  private TestServer server;
  private String secret;

  @BeforeEach
  void start() {
    site = TestServer.withPassword(MySite.withUser(directory));
    secret = site.enrollAndConfirm(MySite.USER);
    server = TestServer.over(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String tmpId() {
    return (String) server.login(TestServer.PASSWORD).json().get("tmp_id");
  }

  @Test
  void password_and_code_lead_to_a_session_in_frappes_words() {
    Reply begun = server.login(TestServer.PASSWORD);
    assertEquals(200, begun.status());
    assertEquals(Map.of("method", "OTP App", "setup", true), begun.json().get("verification"));
    assertNull(begun.header("Set-Cookie"));
    Reply done = server.finish((String) begun.json().get("tmp_id"), site.code(secret, 0));
    assertEquals(
        Map.of("message", "Logged In", "home_page", "/app", "full_name", MySite.USER), done.json());
    String cookie = done.header("Set-Cookie");
    assertTrue(cookie.matches("sid=[0-9a-f]{48}; Path=/; HttpOnly; SameSite=Lax"), cookie);
    assertEquals(200, server.get("/auth", "Cookie", "sid=" + done.session()).status());
  }

  @Test
  void json_is_taken_as_well_with_members_that_nobody_asked_for() {
    String first =
        "{\"usr\":\"" + MySite.USER + "\",\"pwd\":\"" + TestServer.PASSWORD + "\",\"device\":{}}";
    String tmpId = (String) server.json(LOGIN, first).json().get("tmp_id");
    Reply done =
        server.json(
            LOGIN,
            "{\"usr\":\"x\",\"pwd\":\"y\",\"tmp_id\":\""
                + tmpId
                + "\",\"otp\":\""
                + site.code(secret, 0)
                + "\"}");
    assertEquals("Logged In", done.json().get("message"));
  }

  @Test
  void a_code_and_its_tmp_id_are_good_once() {
    String tmpId = tmpId();
    String code = site.code(secret, 0);
    assertEquals(200, server.finish(tmpId, code).status());
    Reply again = server.finish(tmpId, code);
    assertEquals(401, again.status());
    assertEquals("Incomplete login details", again.json().get("message"));
    Reply anew = server.finish(tmpId(), code);
    assertEquals("Incorrect Verification code", anew.json().get("message"));
  }

  @Test
  void a_wrong_code_is_refused_in_frappes_words_and_may_be_mended() {
    String tmpId = tmpId();
    Reply wrong = server.finish(tmpId, site.wrongCode(secret));
    assertEquals(401, wrong.status());
    assertEquals(
        Map.of("message", "Incorrect Verification code", "exc_type", "AuthenticationError"),
        wrong.json());
    assertEquals("Incorrect Verification code", server.finish(tmpId, "").json().get("message"));
    assertEquals(200, server.finish(tmpId, site.code(secret, 0)).status());
  }

  @Test
  void codes_are_throttled_as_everywhere() {
    String tmpId = tmpId();
    for (int i = 0; i < 3; i++) {
      server.finish(tmpId, site.wrongCode(secret));
    }
    Reply throttled = server.finish(tmpId, site.code(secret, 0));
    assertEquals(429, throttled.status());
    assertEquals("1", throttled.header("Retry-After"));
    assertEquals("SecurityException", throttled.json().get("exc_type"));
  }

  @Test
  void an_unknown_tmp_id_is_answered_as_frappe_does() {
    Reply unknown = server.finish("0e37ab43", "123456");
    assertEquals(401, unknown.status());
    assertEquals(
        Map.of("message", "Incomplete login details", "exc_type", "AuthenticationError"),
        unknown.json());
    assertEquals(unknown.json(), server.post(LOGIN, Map.of("otp", "123456")).json());
    assertEquals(unknown.json(), server.post(LOGIN, Map.of("usr", "a@example.com")).json());
  }

  @Test
  void a_wrong_password_and_an_unknown_user_get_the_same_answer() {
    Reply wrong = server.login("not the password");
    Reply unknown =
        server.post(LOGIN, Map.of("usr", "nobody@example.com", "pwd", "not the password"));
    assertEquals(401, wrong.status());
    assertEquals(
        Map.of("message", "Invalid login credentials", "exc_type", "AuthenticationError"),
        wrong.json());
    assertEquals(wrong.status(), unknown.status());
    assertEquals(wrong.json(), unknown.json());
    assertEquals(wrong.whole().headers().map().keySet(), unknown.whole().headers().map().keySet());
  }

  @Test
  void a_lock_tells_nobody_who_exists() {
    site.ok("set-config", "allow_consecutive_login_attempts", "1");
    server.login("not the password");
    server.post(LOGIN, Map.of("usr", "nobody@example.com", "pwd", "not the password"));
    Reply locked = server.login(TestServer.PASSWORD);
    Reply unknown = server.post(LOGIN, Map.of("usr", "Nobody@example.com ", "pwd", "another"));
    assertEquals(429, locked.status());
    assertEquals(
        "Your account has been locked and will resume after 60 seconds",
        locked.json().get("message"));
    assertEquals("60", locked.header("Retry-After"));
    assertEquals(locked.json(), unknown.json());
    assertEquals(429, unknown.status());
    site.shell.sleep(Duration.ofSeconds(60));
    assertEquals(200, server.login(TestServer.PASSWORD).status());
    assertEquals(401, server.post(LOGIN, Map.of("usr", "nobody@example.com", "pwd", "x")).status());
  }

  @Test
  void a_name_that_is_too_long_for_anybody_is_not_even_looked_up() {
    Reply reply = server.post(LOGIN, Map.of("usr", "a".repeat(5000) + "@b", "pwd", "x"));
    assertEquals("Invalid login credentials", reply.json().get("message"));
    assertFalse(site.ok("audit", "list").contains("aaaaaaaaaaaa"));
  }

  @Test
  void whoever_needs_no_code_is_in_at_once() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    Reply in = server.login(TestServer.PASSWORD);
    assertEquals("Logged In", in.json().get("message"));
    assertNotEquals(in.session(), server.session());
  }

  @Test
  void an_address_that_the_user_may_not_use_is_refused() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    site.ok("user", "add", "away@example.com", "--restrict-ip", "192.0.2.7");
    site.ok("user", "set-password", "away@example.com", "--password-file", "password");
    Reply refused =
        server.post(LOGIN, Map.of("usr", "away@example.com", "pwd", TestServer.PASSWORD));
    assertEquals(401, refused.status());
    assertEquals("Access not allowed from this IP Address", refused.json().get("message"));
  }

  @Test
  void a_website_user_is_sent_where_website_users_go() {
    site.ok("user", "add", "web@example.com", "--type", "Website User");
    site.ok("user", "set-password", "web@example.com", "--password-file", "password");
    Reply in = server.post(LOGIN, Map.of("usr", "web@example.com", "pwd", TestServer.PASSWORD));
    assertEquals("No App", in.json().get("message"));
    assertEquals("/me", in.json().get("home_page"));
  }

  @Test
  void a_login_ends_the_session_that_it_replaces() {
    site.ok("set-config", "enable_two_factor_auth", "false");
    String first = server.session();
    server.post(
        LOGIN, Map.of("usr", MySite.USER, "pwd", TestServer.PASSWORD), "Cookie", "sid=" + first);
    assertEquals(401, server.get("/auth", "Cookie", "sid=" + first).status());
  }

  @Test
  void another_web_site_cannot_log_anybody_in() {
    Map<String, String> fields = Map.of("usr", MySite.USER, "pwd", TestServer.PASSWORD);
    assertEquals(403, server.post(LOGIN, fields, "Origin", "https://evil.example").status());
    assertEquals(403, server.post(LOGIN, fields, "Origin", "null").status());
    assertEquals(403, server.post(LOGIN, fields, "Sec-Fetch-Site", "cross-site").status());
    assertEquals(200, server.post(LOGIN, fields, "Origin", "https://127.0.0.1").status());
  }
}
