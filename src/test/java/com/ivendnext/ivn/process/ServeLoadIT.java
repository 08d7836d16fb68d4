package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.command.MySite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server is ended while 64 connections ask it whether codes are good. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeLoadIT {
  private static final int CONNECTIONS = 64;
  private static final int BEFORE_THE_END = 200;
  private static final int WINDOW = RealBench.WINDOW;

  @TempDir private Path directory;

  private MySite site;
  private String key;
  private final List<String> secrets = new ArrayList<>();
  private final Map<Integer, String> lastAccepted = new ConcurrentHashMap<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final CountDownLatch busy = new CountDownLatch(BEFORE_THE_END);

  @BeforeEach
  void enroll() {
    site = MySite.in(directory);
    site.shell.clock.set(Instant.now());
    site.ok("set-config", "otp_window_steps", String.valueOf(WINDOW));
    for (int i = 0; i < CONNECTIONS; i++) {
      site.ok("user", "add", user(i));
      String secret = site.enroll(user(i));
      site.ok("user", "confirm", user(i), site.code(secret, -WINDOW));
      secrets.add(secret);
    }
    key = (String) site.json("serve-key", "create", "load").get("key");
  }

  private static String user(int i) {
    return "user" + i + "@example.com";
  }

  @Test
  void a_request_to_end_loses_nothing_and_no_code_is_good_twice() throws Exception {
    long before = acceptedInAudit();
    try (RealServer server = RealServer.over(directory)) {
      load(server, server::stop);
      assertEquals(0, server.status());
    }
    assertEquals(accepted.get(), acceptedInAudit() - before);
    noCodeIsAcceptedAgain();
    assertEquals(0, site.run("audit", "verify").status());
  }

  @Test
  void a_kill_makes_no_code_good_twice() throws Exception {
    long before = acceptedInAudit();
    try (RealServer server = RealServer.over(directory)) {
      load(server, server::kill);
      server.status();
    }
    assertTrue(accepted.get() <= acceptedInAudit() - before);
    noCodeIsAcceptedAgain();
  }

  private long acceptedInAudit() {
    return AuditTrail.of(directory.resolve("sites/mysite/ivn.db")).stream()
        .filter(record -> record.matches("otp\\.verify \\S+ ok.*"))
        .count();
  }

  /** Every connection gives one code after another, until the end. */
  private void load(RealServer server, Runnable end) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int number = i;
      threads.add(new Thread(() -> giveAll(server.url(), number)));
    }
    threads.forEach(Thread::start);
    assertTrue(busy.await(120, TimeUnit.SECONDS), "too slow for this test");
    end.run();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void giveAll(String url, int number) {
    HttpClient client = HttpClient.newHttpClient();
    for (int step = -WINDOW + 2; step < WINDOW; step++) {
      String code = site.code(secrets.get(number), step);
      try {
        if (give(client, url, user(number), code).statusCode() == 200) {
          lastAccepted.put(number, code);
          accepted.incrementAndGet();
          busy.countDown();
        }
      } catch (IOException ended) {
        return;
      }
    }
  }

  private HttpResponse<String> give(HttpClient client, String url, String user, String code)
      throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(url + "/api/otp/verify"))
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .timeout(Duration.ofSeconds(60))
              .POST(HttpRequest.BodyPublishers.ofString("user=" + user + "&code=" + code))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Time steps only go forward, so that the last code stands for those before it. */
  private void noCodeIsAcceptedAgain() throws IOException {
    assertTrue(accepted.get() >= BEFORE_THE_END);
    HttpClient client = HttpClient.newHttpClient();
    try (RealServer server = RealServer.over(directory)) {
      for (Map.Entry<Integer, String> each : lastAccepted.entrySet()) {
        HttpResponse<String> again =
            give(client, server.url(), user(each.getKey()), each.getValue());
        assertEquals(403, again.statusCode(), again.body());
        assertTrue(again.body().contains("\"replayed\""), again.body());
      }
    }
  }
}
