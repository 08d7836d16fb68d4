package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.MySite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
  private static final String KNOWN = "HTTP/1.1 401 ";
  private static final String UNKNOWN = "HTTP/1.1 404 ";

  @TempDir Path directory;

  private MySite site;
  private TestServer server;

  @BeforeEach
  void start() {
    site = MySite.in(directory);
    server = TestServer.over(site);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answers(String status, String host, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("Cookie: sid=x");
    String answer = server.getAs(host, "/auth", all.toArray(new String[0]));
    assertTrue(answer.startsWith(status), host + " " + all + ": " + answer);
  }

  @Test
  void the_host_names_the_site_in_any_case_and_with_any_port() {
    answers(KNOWN, "mysite");
    answers(KNOWN, "MySite:8282");
  }

  @Test
  void an_address_means_the_site_that_is_used_when_none_is_named() {
    answers(KNOWN, "127.0.0.1:8282");
    answers(KNOWN, "localhost");
    answers(KNOWN, "[::1]:80");
  }

  @Test
  void a_header_names_the_site_whatever_the_host() {
    answers(KNOWN, "erp.example.com", "X-Frappe-Site-Name: mysite");
    answers(KNOWN, "erp.example.com", "X-Frappe-Site-Name: 127.0.0.1");
    answers(UNKNOWN, "mysite", "X-Frappe-Site-Name: nosuch");
  }

  @Test
  void an_unknown_host_is_no_site() {
    answers(UNKNOWN, "other.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "../mysite",
        "mysite/../mysite",
        "mysite/.",
        "/mysite",
        "..%2fmysite",
        "mysite,mysite",
        "../../etc",
        "all",
        "%6d%79site"
      })
  void no_name_leads_out_of_the_sites(String name) {
    answers(UNKNOWN, "127.0.0.1", "X-Frappe-Site-Name: " + name);
  }

  @Test
  void a_site_made_while_the_server_runs_is_served() {
    answers(UNKNOWN, "late");
    site.shell.ok("new-site", "late");
    answers(KNOWN, "late");
  }

  @Test
  void a_dropped_site_is_served_no_more() {
    answers(KNOWN, "mysite");
    site.shell.ok("drop-site", "mysite", "--yes");
    answers(UNKNOWN, "mysite");
    answers(UNKNOWN, "127.0.0.1");
  }

  @Test
  void a_store_put_in_the_place_of_another_is_the_one_that_counts() throws IOException {
    site.ok("user", "add", MySite.USER);
    TestServer.withPassword(site);
    assertEquals(200, server.get("/auth", "Cookie", "sid=" + server.session()).status());
    Path sites = directory.resolve("sites");
    site.shell.ok("new-site", "fresh");
    Files.move(sites.resolve("mysite"), directory.resolve("away"));
    Files.move(sites.resolve("fresh"), sites.resolve("mysite"));
    assertEquals(401, server.login(TestServer.PASSWORD).status());
  }

  @Test
  void a_damaged_config_is_told_to_the_administrator_alone() {
    site.config("{");
    String answer = server.getAs("mysite", "/auth", "Cookie: sid=x");
    assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
    assertTrue(!answer.contains(directory.toString()), answer);
    assertTrue(server.log.toString().contains("site_config.json"), server.log.toString());
  }
}
