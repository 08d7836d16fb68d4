package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/docs/nginx.md} with the real nginx, curl and {@code ivn serve}. */
final class NginxIT {
  private static final String USER = "user@example.com";
  private static final String PASSWORD = "correct horse";

  @TempDir private Path directory;
  private RealBench bench;
  private NginxFront front;

  @BeforeEach
  void start() throws IOException {
    Tool.need("nginx", "curl", "openssl");
    bench = RealBench.madeIn(Files.createDirectory(directory.resolve("bench")));
    bench.ok("set-config", "-g", "trusted_proxies", "127.0.0.1");
    bench.enroll(USER);
    RealIvn.Outcome set =
        bench.ivn().typing(PASSWORD).run("user", "set-password", USER, "--password-file", "-");
    assertEquals(0, set.status(), set::err);
    bench.ok("set-config", "enable_two_factor_auth", "true", "--force");
    front = new NginxFront(bench, directory);
  }

  @AfterEach
  void stop() {
    if (front != null) {
      front.close();
    }
  }

  private void logIn() {
    String asked =
        front.get(
            "/api/method/login", "--data", "usr=" + USER, "--data-urlencode", "pwd=" + PASSWORD);
    assertTrue(asked.endsWith("\n200"), asked);
    String tmpId = Json.text(asked.substring(0, asked.lastIndexOf('\n')), "tmp_id");
    assertEquals("401", front.status("/"), "the password alone is not enough");
    String in =
        front.get("/api/method/login", "--data", "tmp_id=" + tmpId + "&otp=" + RealBench.code(0));
    assertTrue(in.contains("\"Logged In\"") && in.endsWith("\n200"), in);
  }

  @Test
  void without_a_session_the_application_is_not_asked() {
    assertEquals("401", front.status("/"));
    assertEquals("401", front.status("/", "-H", "Cookie: sid=" + "0".repeat(48)));
    assertEquals("401", front.status("/", "-H", "Remote-User: " + USER));
    assertEquals("401", front.status("/", "-X", "POST", "--data", "a=b"));
    assertEquals(List.of(), front.reached());
  }

  @Test
  void after_password_and_code_the_application_knows_who_it_is() throws IOException {
    logIn();
    assertEquals("[" + USER + "]\n200", front.get("/"));
    assertEquals("[" + USER + "]\n200", front.get("/deep/path?x=1", "--data", "a=b"));
    assertTrue(front.cookies().contains("#HttpOnly_app.example.com\tFALSE\t/\tTRUE\t"), "Secure");
  }

  @Test
  void nobody_names_himself() {
    logIn();
    String named =
        front.get("/", "-H", "Remote-User: Administrator", "-H", "remote-user: Administrator");
    assertEquals("[" + USER + "]\n200", named);
  }

  @Test
  void nobody_chooses_the_site_or_the_address() {
    bench.ok("new-site", "other");
    logIn();
    assertEquals("[" + USER + "]\n200", front.get("/", "-H", "X-Frappe-Site-Name: other"));
    front.get(
        "/api/method/login",
        "-H",
        "X-Forwarded-For: 203.0.113.9",
        "--data",
        "usr=" + USER + "&pwd=wrong");
    String records = bench.ok("audit", "list", "--action", "login");
    assertTrue(records.contains(" from 127.0.0.1 "), records);
    assertEquals(-1, records.indexOf("203.0.113.9"));
  }

  @Test
  void after_the_logout_it_is_over() {
    logIn();
    assertEquals("200", front.status("/api/method/logout", "-X", "POST"));
    assertEquals("401", front.status("/"));
  }

  @Test
  void a_user_who_is_disabled_is_out_at_once() {
    logIn();
    bench.ok("user", "disable", USER);
    assertEquals("401", front.status("/"));
    assertEquals(List.of(), front.reached());
  }

  @Test
  void without_ivn_nobody_gets_to_the_application() throws Exception {
    logIn();
    front.killIvn();
    assertEquals("500", front.status("/"));
    assertEquals(List.of(), front.reached());
  }

  @Test
  void what_is_for_this_machine_only_stays_behind() {
    for (String path : new String[] {"/metrics", "/api/otp/verify", "/healthz", "/auth"}) {
      assertEquals("401", front.status(path), path);
    }
    assertEquals("404", front.status("/ivn-auth"));
    assertEquals("403", front.status("/api/method/frappe.auth.get_logged_user"));
  }
}
