package com.ivendnext.ivn.web;

import com.ivendnext.ivn.cli.Context;
import com.ivendnext.ivn.command.JsonDocument;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The server on a real port, over the bench of {@link MySite}. */
final class TestServer implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  /** Small enough for tests to reach them. */
  static final Limits LIMITS =
      new Limits(16 * 1024, 8 * 1024, Duration.ofSeconds(10), 64, 32, 2, Duration.ofSeconds(5));

  final MySite site;
  final StringWriter log = new StringWriter();
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /** What came back. */
  record Reply(int status, Map<String, Object> json, HttpResponse<String> whole) {
    String header(String name) {
      return whole.headers().firstValue(name).orElse(null);
    }

    /** The value of the session cookie. */
    String session() {
      String cookie = header("Set-Cookie");
      return cookie.substring("sid=".length(), cookie.indexOf(';'));
    }
  }

  private TestServer(MySite site, Limits limits, String proxies) {
    this.site = site;
    Bench bench = new Bench(site.bench);
    WebServer.Plan plan = new WebServer.Plan(bench, bench.site(MySite.NAME), proxies, limits);
    server = WebServer.start(Listen.on("127.0.0.1:0", null, null), plan, surroundings(site, log));
  }

  static TestServer over(MySite site) {
    return new TestServer(site, LIMITS, null);
  }

  static TestServer limited(MySite site, Limits limits) {
    return new TestServer(site, limits, null);
  }

  static TestServer behind(MySite site, String proxies) {
    return new TestServer(site, LIMITS, proxies);
  }

  static Surroundings surroundings(MySite site, StringWriter log) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Context context =
        site.shell.context(Terminal.on(InputStream.nullInputStream(), nowhere, nowhere).build());
    Caller caller = new Caller(context.actor());
    Context acting = context.actingAs(caller);
    return new Surroundings(
        context.clock(),
        context.random(),
        caller,
        served -> context.staying().opener().open(served, acting),
        context.channels(),
        new PrintWriter(log, true));
  }

  /** A user of the site with {@link #PASSWORD}. */
  static MySite withPassword(MySite site) {
    site.write("password", PASSWORD);
    site.ok("user", "set-password", MySite.USER, "--password-file", "password");
    return site;
  }

  String url() {
    return server.url();
  }

  int port() {
    return URI.create(server.url()).getPort();
  }

  /**
   * @param headers names and values in turn
   */
  Reply get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** A form. */
  Reply post(String path, Map<String, String> fields, String... headers) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  Reply json(String path, String document, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(document)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> reply =
          client.send(request.timeout(Duration.ofSeconds(120)).build(), BodyHandlers.ofString());
      boolean json =
          reply.headers().firstValue("Content-Type").orElse("").equals("application/json");
      return new Reply(
          reply.statusCode(),
          json && !reply.body().isEmpty() ? JsonDocument.parse(reply.body()) : Map.of(),
          reply);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What comes back for these bytes, up to the end of the connection. */
  String raw(String request) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The status line and what follows for a GET with that Host. */
  String getAs(String host, String path, String... headerLines) {
    String more = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
    return raw(
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Connection: close\r\n\r\n");
  }

  Reply login(String password) {
    return post("/api/method/login", Map.of("usr", MySite.USER, "pwd", password));
  }

  /** A session of the user, who needs no code. */
  String session() {
    return login(PASSWORD).session();
  }

  Reply finish(String tmpId, String code) {
    return post("/api/method/login", Map.of("tmp_id", tmpId, "otp", code));
  }

  @Override
  public void close() {
    server.close();
  }
}
