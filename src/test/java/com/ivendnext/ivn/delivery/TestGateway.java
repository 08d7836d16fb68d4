package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Letter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway on this machine, and the settings that call it. */
final class TestGateway implements AutoCloseable {
  static final Letter LETTER = new Letter("+49 151 12345789", "", "Your code is 492039 & ünique");

  record Call(String method, String query, String body, Headers headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Object> settings = new HashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private Duration patience = Duration.ofMinutes(1);
  private int status = 200;
  private String answer = "OK";
  private boolean stalling;

  TestGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    settings.put("sms_gateway_url", url() + "/send");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  TestGateway with(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  TestGateway answering(int code, String text) {
    status = code;
    answer = text;
    return this;
  }

  /** Takes calls, and answers none. */
  TestGateway stalling(Duration patience) {
    stalling = true;
    this.patience = patience;
    return this;
  }

  Values values() {
    return new Values(settings, key -> "site_config.json");
  }

  HttpSmsChannel channel() {
    return new HttpSmsChannel(values(), new Wire(Duration.ofMinutes(1), patience, null));
  }

  Call onlyCall() {
    channel().deliver(LETTER);
    if (calls.size() != 1) {
      throw new AssertionError("calls: " + calls);
    }
    return calls.get(0);
  }

  Failure refusal() {
    return assertThrows(Failure.class, () -> channel().deliver(LETTER));
  }

  List<Call> calls() {
    return calls;
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    calls.add(
        new Call(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            new String(body, StandardCharsets.UTF_8),
            exchange.getRequestHeaders()));
    if (stalling) {
      await();
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    if (status / 100 == 3) {
      exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
