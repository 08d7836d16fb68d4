package com.ivendnext.ivn.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of {@code src/docs/nginx.md} in a real nginx, before {@code ivn serve} and an
 * application that answers with the {@code Remote-User} it was told. Clients are curl.
 */
final class NginxFront implements AutoCloseable {
  private static final String NAME = "app.example.com";

  private static final String MAIN =
      """
      daemon off;
      pid %1$s/nginx.pid;
      error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        include %1$s/ivn.conf;
      }
      """;

  private final Path directory;
  private final int port = freePort();
  private final List<String> reached = new ArrayList<>();
  private final HttpServer application;
  private final Process ivn;
  private final Process nginx;

  NginxFront(RealBench bench, Path directory) throws IOException {
    this.directory = directory;
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext("/", this::answer);
    application.start();
    ivn = bench.ivn().start("serve", "--listen", "127.0.0.1:0");
    String listening = new BufferedReader(ivn.errorReader()).readLine();
    certificate();
    Files.writeString(
        directory.resolve("ivn.conf"), here(listening.replaceAll(".*:([0-9]+)/?$", "$1")));
    Path main = Files.writeString(directory.resolve("nginx.conf"), String.format(MAIN, directory));
    nginx =
        RealIvn.by("nginx", "-e", "stderr", "-p", directory.toString(), "-c", main.toString())
            .start();
    awaitPort();
  }

  /** What differs between the page and this machine: ports and the certificate. */
  private String here(String ivnPort) {
    return new ConfigFiles("nginx.md")
        .get("/etc/nginx/conf.d/ivn.conf")
        .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
        .replace("127.0.0.1:8282", "127.0.0.1:" + ivnPort)
        .replace("127.0.0.1:8000", "127.0.0.1:" + application.getAddress().getPort())
        .replace("/etc/ssl/", directory + "/");
  }

  private void certificate() {
    String key = directory.resolve(NAME + ".key").toString();
    String certificate = directory.resolve(NAME + ".pem").toString();
    RealIvn.Outcome made =
        RealIvn.by("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1")
            .run("-subj", "/CN=" + NAME, "-keyout", key, "-out", certificate);
    if (made.status() != 0) {
      throw new AssertionError(made);
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String user = String.valueOf(exchange.getRequestHeaders().get("Remote-User"));
    reached.add(user);
    byte[] body = user.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** The users in whose name the application was asked, a list of headers for each. */
  synchronized List<String> reached() {
    return List.copyOf(reached);
  }

  /** Requests {@code path}; the body, then a line with the status. */
  String get(String path, String... more) {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sk", "--max-time", "50", "-w", "\n%{http_code}"));
    command.addAll(List.of("--resolve", NAME + ":" + port + ":127.0.0.1"));
    String jar = directory.resolve("cookies").toString();
    command.addAll(List.of("-b", jar, "-c", jar));
    command.addAll(List.of(more));
    command.add("https://" + NAME + ":" + port + path);
    return Tool.asked(command.toArray(String[]::new));
  }

  /** The status alone. */
  String status(String path, String... more) {
    String answer = get(path, more);
    return answer.substring(answer.lastIndexOf('\n') + 1);
  }

  /** The cookies that curl holds. */
  String cookies() throws IOException {
    return Files.readString(directory.resolve("cookies"));
  }

  /** Ends ivn, as a crash would. */
  void killIvn() throws InterruptedException {
    RealIvn.kill(ivn);
    ivn.waitFor();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** nginx does not tell when it is ready. */
  private void awaitPort() throws IOException {
    while (nginx.isAlive()) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError(
        new String(nginx.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    RealIvn.kill(nginx);
    RealIvn.kill(ivn);
    application.stop(0);
  }
}
