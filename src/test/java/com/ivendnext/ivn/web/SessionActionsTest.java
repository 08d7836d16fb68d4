package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionActionsTest {
  @TempDir Path directory;

  private MySite site;
  private TestServer server;
  private String session;

  @BeforeEach
  void logIn() {
    site = TestServer.withPassword(MySite.withUser(directory));
    site.ok("set-config", "enable_two_factor_auth", "false");
    server = TestServer.over(site);
    session = server.session();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply get(String path) {
    return server.get(path, "Cookie", "other=1; sid=" + session);
  }

  private boolean lives() {
    return get("/auth").status() == 200;
  }

  @Test
  void whoever_is_logged_in_is_named() {
    Reply reply = get("/api/method/frappe.auth.get_logged_user");
    assertEquals(200, reply.status());
    assertEquals(Map.of("message", MySite.USER), reply.json());
  }

  @Test
  void nobody_is_refused_as_a_guest_is() {
    Reply reply = server.get("/api/method/frappe.auth.get_logged_user");
    assertEquals(403, reply.status());
    assertEquals("PermissionError", reply.json().get("exc_type"));
  }

  @Test
  void nginx_gets_the_user_in_a_header() {
    Reply reply = get("/auth");
    assertEquals(200, reply.status());
    assertEquals(MySite.USER, reply.header("Remote-User"));
  }

  @Test
  void nginx_gets_401_without_a_session_or_with_an_unknown_one() {
    assertEquals(401, server.get("/auth").status());
    assertEquals(401, server.get("/auth", "Cookie", "sid=" + "0".repeat(48)).status());
    assertEquals(401, server.get("/auth", "Cookie", "sid=Guest").status());
  }

  @Test
  void a_name_that_fits_no_header_is_percent_encoded() {
    site.ok("user", "add", "j\u00fcrgen+x@example.com");
    site.ok("user", "set-password", "j\u00fcrgen+x@example.com", "--password-file", "password");
    Reply in =
        server.post(
            "/api/method/login",
            Map.of("usr", "j\u00fcrgen+x@example.com", "pwd", TestServer.PASSWORD));
    Reply auth = server.get("/auth", "Cookie", "sid=" + in.session());
    assertEquals("j%C3%BCrgen+x@example.com", auth.header("Remote-User"));
  }

  @Test
  void logging_out_ends_the_session_and_takes_the_cookie_away() {
    Reply out = server.post("/api/method/logout", Map.of(), "Cookie", "sid=" + session);
    assertEquals(200, out.status());
    assertEquals("sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", out.header("Set-Cookie"));
    assertEquals(false, lives());
    assertTrue(site.ok("audit", "list").contains("logout"));
  }

  @Test
  void logging_out_by_get_works_but_not_from_another_web_site() {
    String logout = "/api/method/logout";
    String cookie = "sid=" + session;
    assertEquals(
        403, server.get(logout, "Cookie", cookie, "Sec-Fetch-Site", "cross-site").status());
    assertEquals(true, lives());
    assertEquals(200, get(logout).status());
    assertEquals(false, lives());
    assertEquals(200, get(logout).status());
  }

  @Test
  void a_session_ends_when_it_is_not_used() {
    site.ok("set-config", "session_expiry", "01:00");
    site.shell.sleep(Duration.ofMinutes(59));
    assertEquals(true, lives());
    site.shell.sleep(Duration.ofMinutes(59));
    assertEquals(true, lives());
    site.shell.sleep(Duration.ofMinutes(60));
    assertEquals(false, lives());
  }

  @Test
  void a_session_ends_after_a_week_however_much_it_is_used() {
    for (int day = 0; day < 6; day++) {
      site.shell.sleep(Duration.ofHours(23));
      assertEquals(true, lives());
    }
    site.shell.sleep(Duration.ofHours(23));
    assertEquals(true, lives());
    site.shell.sleep(Duration.ofHours(7));
    assertEquals(false, lives());
  }

  @Test
  void a_new_password_ends_all_sessions() {
    site.ok("user", "set-password", MySite.USER, "--password-file", "password");
    assertEquals(false, lives());
  }

  @Test
  void a_disabled_user_is_out_and_stays_out_once_enabled_again() {
    site.ok("user", "disable", MySite.USER);
    assertEquals(false, lives());
    site.ok("user", "enable", MySite.USER);
    assertEquals(false, lives());
  }

  @Test
  void a_reset_of_the_second_factor_ends_all_sessions() {
    site.ok("user", "reset-2fa", MySite.USER, "--reason", "lost", "--yes", "--force");
    assertEquals(false, lives());
  }

  @Test
  void a_removed_user_is_out() {
    site.ok("user", "remove", MySite.USER, "--yes");
    assertEquals(false, lives());
  }

  @Test
  void the_store_holds_no_session_that_could_be_used() throws IOException {
    server.close();
    byte[] database = Files.readAllBytes(site.file("sites/mysite/ivn.db"));
    assertFalse(new String(database, StandardCharsets.ISO_8859_1).contains(session));
  }
}
