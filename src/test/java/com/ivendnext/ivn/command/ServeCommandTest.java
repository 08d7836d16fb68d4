package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {
  @TempDir Path directory;

  private MySite site;

  @BeforeEach
  void setUp() {
    site = MySite.in(directory);
  }

  @Test
  void it_says_where_it_listens_and_ends_when_it_is_asked_to() {
    site.shell.stop();
    Outcome outcome = site.run("serve", "--listen", "127.0.0.1:0");
    assertEquals(0, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(
        outcome.err().matches("ivn: listening on http://127\\.0\\.0\\.1:[0-9]+\n"), outcome.err());
  }

  @Test
  void whoever_can_be_reached_by_others_is_warned_about_plain_http() {
    site.shell.stop();
    Outcome outcome = site.run("serve", "--listen", "0.0.0.0:0");
    assertTrue(
        outcome.err().startsWith("ivn: warning: passwords and codes come here unencrypted"),
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"8282", "127.0.0.1", ":8282", "127.0.0.1:65536", "127.0.0.1:http", ""})
  void a_place_that_cannot_be_read_is_refused(String place) {
    assertEquals(2, site.run("serve", "--listen", place).status());
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String place = "127.0.0.1:" + taken.getLocalPort();
      Outcome outcome = site.run("serve", "--listen", place);
      assertEquals(5, outcome.status());
      assertTrue(outcome.err().startsWith("ivn: cannot listen on " + place), outcome.err());
    }
  }

  @Test
  void certificate_and_key_belong_together() {
    site.fails(
        2, "ivn: --tls-cert and --tls-key belong together\n", "serve", "--tls-cert", "cert.pem");
  }

  @Test
  void proxies_that_cannot_be_read_are_refused() {
    assertEquals(2, site.run("set-config", "-g", "trusted_proxies", "everybody").status());
    site.ok("set-config", "-g", "trusted_proxies", "10.0.0.0/99");
    assertEquals(2, site.run("serve", "--listen", "127.0.0.1:0").status());
  }

  @Test
  void a_session_expiry_that_cannot_be_read_is_refused() {
    for (String wrong : List.of("24", "24:60", "0:00", "x", "-1:00")) {
      assertEquals(2, site.run("set-config", "session_expiry", wrong).status(), wrong);
    }
    site.ok("set-config", "session_expiry", "170:00");
  }

  @Test
  void a_key_is_shown_once_and_stored_hashed() throws Exception {
    Outcome made = site.run("serve-key", "create", "webshop");
    assertTrue(made.out().matches("ivn_[0-9a-f]{48}\n"), made.out());
    assertEquals("ivn: note: the key is shown this once; only its hash is kept\n", made.err());
    String listed = site.ok("serve-key", "list");
    assertTrue(listed.contains("webshop  2026-11-24T10:00:00Z"), listed);
    String key = made.out().strip();
    assertFalse(listed.contains(key));
    byte[] database = Files.readAllBytes(site.file("sites/mysite/ivn.db"));
    assertFalse(new String(database, StandardCharsets.ISO_8859_1).contains(key));
    assertFalse(site.ok("audit", "list").contains(key));
    assertTrue(site.ok("audit", "list").contains("serve-key.create"));
  }

  @Test
  void keys_are_listed_for_programs() {
    site.ok("serve-key", "create", "b");
    site.ok("serve-key", "create", "a");
    Map<String, Object> document = site.json("serve-key", "list");
    assertEquals(List.of("a", "b"), JsonDocument.each("name", document.get("keys")));
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    site.ok("serve-key", "create", "webshop");
    site.fails(
        5,
        "ivn: there is a key webshop already\n"
            + "ivn: hint: ivn --site mysite serve-key revoke webshop ends it\n",
        "serve-key",
        "create",
        "webshop");
  }

  @Test
  void a_name_that_is_none_is_refused() {
    for (String name : List.of("", "a b", "a/b", "\u00fc", "a".repeat(61))) {
      assertEquals(2, site.run("serve-key", "create", name).status(), name);
    }
  }

  @Test
  void a_key_that_is_not_there_cannot_be_revoked() {
    assertEquals(4, site.run("serve-key", "revoke", "webshop").status());
    site.ok("serve-key", "create", "webshop");
    site.prints("The key webshop has ended.\n", "serve-key", "revoke", "webshop");
    assertEquals(4, site.run("serve-key", "revoke", "webshop").status());
  }
}
