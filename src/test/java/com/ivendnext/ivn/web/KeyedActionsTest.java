package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.JsonDocument;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedActionsTest {
  private static final String VERIFY = "/api/otp/verify";

  @TempDir Path directory;

  private MySite site;
  private TestServer server;
  private String secret;
  private String key;

  @BeforeEach
  void start() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    key = (String) site.json("serve-key", "create", "webshop").get("key");
    server = TestServer.over(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply verify(String user, String code) {
    return server.post(
        VERIFY, Map.of("user", user, "code", code), "Authorization", "Bearer " + key);
  }

  @Test
  void a_right_code_is_accepted_once() {
    String code = site.code(secret, 0);
    Reply accepted = verify(MySite.USER, code);
    assertEquals(200, accepted.status());
    assertEquals(true, accepted.json().get("accepted"));
    assertEquals("accepted", accepted.json().get("reason"));
    assertEquals(MySite.USER, accepted.json().get("user"));
    Reply again = verify(MySite.USER, code);
    assertEquals(403, again.status());
    assertEquals(
        Map.of("user", MySite.USER, "accepted", false, "reason", "replayed"), again.json());
  }

  @Test
  void json_is_taken_as_well() {
    Reply reply =
        server.json(
            VERIFY,
            "{\"user\":\"" + MySite.USER + "\",\"code\":\"" + site.code(secret, 0) + "\"}",
            "Authorization",
            "bearer " + key);
    assertEquals(200, reply.status());
  }

  @Test
  void the_reason_of_a_rejection_is_told_and_never_with_a_2xx() {
    assertEquals("wrong", verify(MySite.USER, site.wrongCode(secret)).json().get("reason"));
    assertEquals("malformed", verify(MySite.USER, "12").json().get("reason"));
    Reply unknown = verify("nobody@example.com", "123456");
    assertEquals("unknown_user", unknown.json().get("reason"));
    assertEquals(403, unknown.status());
  }

  @Test
  void a_throttled_code_says_until_when() {
    for (int i = 0; i < 3; i++) {
      verify(MySite.USER, site.wrongCode(secret));
    }
    Reply throttled = verify(MySite.USER, site.code(secret, 0));
    assertEquals(429, throttled.status());
    assertEquals("1", throttled.header("Retry-After"));
    assertEquals("2026-11-24T10:00:01Z", throttled.json().get("until"));
  }

  @Test
  void a_recovery_code_is_taken_and_counted() {
    Object codes = site.json("recovery", "generate", MySite.USER).get("codes");
    Reply reply = verify(MySite.USER, (String) JsonDocument.elements(codes).get(0));
    assertEquals(200, reply.status());
    assertEquals(9L, ((Number) reply.json().get("recovery_codes_left")).longValue());
  }

  @Test
  void without_a_key_nothing_is_looked_at() {
    Map<String, String> fields = Map.of("user", MySite.USER, "code", site.code(secret, 0));
    for (String shown : List.of("Bearer ivn_" + "0".repeat(48), "Bearer x", "Basic " + key)) {
      Reply refused = server.post(VERIFY, fields, "Authorization", shown);
      assertEquals(401, refused.status());
      assertEquals("Bearer", refused.header("WWW-Authenticate"));
    }
    assertEquals(401, server.post(VERIFY, fields).status());
    assertEquals(200, verify(MySite.USER, site.code(secret, 0)).status());
  }

  @Test
  void a_revoked_key_is_no_key() {
    site.ok("serve-key", "revoke", "webshop");
    assertEquals(401, verify(MySite.USER, site.code(secret, 0)).status());
  }

  @Test
  void a_key_is_good_for_its_site_alone() {
    site.shell.ok("new-site", "other");
    Reply refused =
        server.post(
            VERIFY,
            Map.of("user", MySite.USER, "code", site.code(secret, 0)),
            "Authorization",
            "Bearer " + key,
            "X-Frappe-Site-Name",
            "other");
    assertEquals(401, refused.status());
  }

  @Test
  void what_is_missing_is_told() {
    Reply reply =
        server.post(VERIFY, Map.of("user", MySite.USER), "Authorization", "Bearer " + key);
    assertEquals(400, reply.status());
    assertEquals("user and code are needed", reply.json().get("message"));
  }

  @Test
  void the_audit_log_names_the_key_and_the_address() {
    verify(MySite.USER, site.code(secret, 0));
    Object records =
        site.json("audit", "list", "--action", "otp.verify", "--user", MySite.USER).get("records");
    List<Object> all = JsonDocument.elements(records);
    Map<String, Object> last = JsonDocument.members(all.get(all.size() - 1));
    assertEquals("webshop", last.get("api_key"));
    assertEquals("127.0.0.1", last.get("address"));
  }

  @Test
  void the_server_says_that_it_is_well() {
    assertEquals(Map.of("status", "ok"), server.get("/healthz").json());
    assertEquals(
        200,
        server.send(server.request("/healthz").method("HEAD", BodyPublishers.noBody())).status());
  }

  @Test
  void metrics_count_what_became_of_codes() {
    verify(MySite.USER, site.code(secret, 0));
    verify(MySite.USER, site.code(secret, 0));
    Reply metrics = server.get("/metrics");
    assertEquals("text/plain; version=0.0.4; charset=utf-8", metrics.header("Content-Type"));
    String text = metrics.whole().body();
    assertTrue(text.contains("\nivn_codes_accepted_total 1\n"), text);
    assertTrue(text.contains("\nivn_codes_rejected_total{reason=\"replayed\"} 1\n"), text);
    assertTrue(text.contains("\nivn_http_requests_in_flight 1\n"), text);
    assertTrue(text.contains("_bucket{le=\"+Inf\"} 2\n"), text);
    assertTrue(text.contains("ivn_http_request_duration_seconds_count 2\n"), text);
  }

  @Test
  void metrics_are_not_for_whom_a_proxy_lets_through() {
    assertEquals(403, server.get("/metrics", "X-Forwarded-For", "127.0.0.1").status());
    assertEquals(403, server.get("/metrics", "X-Real-IP", "127.0.0.1").status());
    assertEquals(
        200,
        server
            .get("/metrics", "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer " + key)
            .status());
  }
}
