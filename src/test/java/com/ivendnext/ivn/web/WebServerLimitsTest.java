package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.web.TestServer.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WebServerLimitsTest {
  private static final String LOGIN = "/api/method/login";

  @TempDir Path directory;

  private TestServer server;

  @AfterEach
  void stop() {
    server.close();
  }

  private void start() {
    server = TestServer.over(MySite.in(directory));
  }

  /** With so little patience, requests and passwords. */
  private void start(Duration patience, int requests, int passwords) {
    Limits limits =
        new Limits(16 * 1024, 8 * 1024, patience, 64, requests, passwords, Duration.ofSeconds(5));
    server = TestServer.limited(MySite.in(directory), limits);
  }

  @Test
  void a_body_that_is_too_large_is_refused_before_it_comes() {
    start();
    String head =
        "POST /api/method/login HTTP/1.1\r\nHost: mysite\r\nContent-Type: application/json\r\n";
    String answer = server.raw(head + "Content-Length: 16385\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
  }

  @Test
  void a_body_that_turns_out_too_large_is_refused() {
    start();
    byte[] large = new byte[17 * 1024];
    Reply reply =
        server.send(
            server
                .request(LOGIN, "Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    assertEquals(413, reply.status());
  }

  @Test
  void a_body_of_exactly_the_limit_is_read() {
    start();
    String form = "usr=a&pwd=" + "x".repeat(16 * 1024 - 10 - 4) + "&z=1";
    assertEquals(16 * 1024, form.length());
    Reply reply =
        server.send(
            server
                .request(LOGIN, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    assertEquals(401, reply.status());
  }

  @Test
  void headers_that_are_too_large_are_refused() {
    start();
    String answer = server.getAs("mysite", "/healthz", "X-Large: " + "a".repeat(9000));
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
    assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
  }

  @Test
  void what_is_no_http_is_answered_in_json_and_without_being_quoted() {
    start();
    String answer = server.raw("GET /<script> HTTP/9.9\r\nHost: a b\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 "), answer);
    assertFalse(answer.contains("<script>"), answer);
    assertTrue(answer.contains("Cache-Control: no-store"), answer);
  }

  @Test
  void two_requests_smuggled_as_one_are_refused() {
    start();
    String answer =
        server.raw(
            "POST /api/method/login HTTP/1.1\r\nHost: mysite\r\nContent-Length: 4\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /auth HTTP/1.1\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertEquals(answer.indexOf("HTTP/1.1 "), answer.lastIndexOf("HTTP/1.1 "), answer);
  }

  @Test
  void paths_lead_nowhere_else() {
    start();
    for (String path : List.of("/healthz/", "//healthz", "/healthz;x=1/../auth", "/..%2fhealthz")) {
      String answer = server.getAs("mysite", path);
      assertTrue(answer.matches("(?s)HTTP/1.1 40[04] .*"), path + ": " + answer);
    }
  }

  @Test
  void other_methods_are_told_which_ones_are_taken() {
    start();
    Reply reply = server.get(LOGIN);
    assertEquals(405, reply.status());
    assertEquals("POST", reply.header("Allow"));
    assertEquals(
        "GET, POST",
        server
            .send(server.request("/api/method/logout").method("DELETE", BodyPublishers.noBody()))
            .header("Allow"));
  }

  @Test
  void a_body_of_another_type_is_refused() {
    start();
    Reply reply =
        server.send(
            server
                .request(LOGIN, "Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>")));
    assertEquals(415, reply.status());
  }

  @Test
  void every_answer_has_the_headers_that_keep_it_where_it_belongs() {
    start();
    for (String path : List.of("/healthz", "/nope", "/auth", "/metrics")) {
      Reply reply = server.get(path);
      assertEquals("no-store", reply.header("Cache-Control"));
      assertEquals("nosniff", reply.header("X-Content-Type-Options"));
      assertEquals("no-referrer", reply.header("Referrer-Policy"));
      assertEquals("DENY", reply.header("X-Frame-Options"));
      assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"));
      assertEquals(null, reply.header("Server"));
    }
  }

  @Test
  void too_many_requests_at_once_are_told_to_come_back() {
    start(Duration.ofSeconds(10), 0, 1);
    Reply reply = server.get("/healthz");
    assertEquals(503, reply.status());
    assertEquals("1", reply.header("Retry-After"));
  }

  @Test
  void too_many_passwords_at_once_are_told_to_come_back_while_others_are_served() {
    start(Duration.ofSeconds(10), 8, 0);
    Reply reply = server.post(LOGIN, Map.of("usr", "a@example.com", "pwd", "x"));
    assertEquals(503, reply.status());
    assertEquals(200, server.get("/healthz").status());
  }

  @Test
  void whoever_dribbles_a_head_or_a_body_is_cut_off_and_stops_nobody() throws IOException {
    start(Duration.ofMillis(500), 8, 1);
    List<Dribbler> dribblers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      dribblers.add(new Dribbler("GET /healthz HTTP/1.1\r\nX-Slow: "));
      dribblers.add(
          new Dribbler(
              "POST /api/method/login HTTP/1.1\r\nHost: mysite\r\nContent-Length: 9999\r\n"
                  + "Content-Type: application/json\r\n\r\n"));
    }
    while (dribblers.stream().anyMatch(Dribbler::goesOn)) {
      assertEquals(200, server.get("/healthz").status());
    }
  }

  @Test
  void a_connection_that_says_nothing_is_closed() throws IOException {
    start(Duration.ofMillis(300), 8, 1);
    try (Socket silent = new Socket("127.0.0.1", server.port())) {
      silent.setSoTimeout(60_000);
      assertEquals(-1, silent.getInputStream().read());
    }
  }

  /** Sends one byte after another, and never ends. */
  private final class Dribbler {
    private final Socket socket = new Socket("127.0.0.1", server.port());
    private final OutputStream out = socket.getOutputStream();

    Dribbler(String beginning) throws IOException {
      socket.setSoTimeout(1);
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
    }

    boolean goesOn() {
      try {
        out.write('a');
        out.flush();
        InputStream in = socket.getInputStream();
        return in.read() >= 0;
      } catch (SocketTimeoutException nothingCame) {
        return true;
      } catch (SocketException closed) {
        return false;
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
