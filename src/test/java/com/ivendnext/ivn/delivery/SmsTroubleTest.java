package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Letter;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SMS that do not leave, and why; and that none leaves twice. */
class SmsTroubleTest {
  private static final Letter LETTER = new Letter("+4915112345789", "", "Your code is 492039");

  private TestGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = new TestGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static int deadPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void tells_what_the_gateway_answered(int status) {
    Failure failure = gateway.answering(status, "no credit\nsecond line").refusal();
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
    assertEquals(
        "the SMS gateway 127.0.0.1 answered " + status + ": no credit", failure.getMessage());
  }

  @Test
  void tells_the_status_of_an_answer_without_text() {
    assertEquals(
        "the SMS gateway 127.0.0.1 answered 500",
        gateway.answering(500, "").refusal().getMessage());
  }

  @Test
  void calls_once_whatever_the_answer() {
    gateway.answering(503, "busy").refusal();
    assertEquals(1, gateway.calls().size());
  }

  @Test
  void follows_no_redirect() {
    assertEquals(
        "the SMS gateway 127.0.0.1 answered 302: moved",
        gateway.answering(302, "moved").refusal().getMessage());
    assertEquals(1, gateway.calls().size());
  }

  @Test
  void makes_the_answer_harmless_and_short() {
    String answer = "\u001b[2J" + "x".repeat(100_000);
    assertEquals(
        "the SMS gateway 127.0.0.1 answered 500: ?[2J" + "x".repeat(195) + "…",
        gateway.answering(500, answer).refusal().getMessage());
  }

  @Test
  void hides_all_that_an_echoing_gateway_repeats() {
    gateway
        .with("sms_gateway_url", gateway.url() + "/?key=urlk%2By1")
        .with("sms_parameters", Map.of("password", "p4ss w0rd!"))
        .with("sms_headers", Map.of("Authorization", "Bearer t0ken99"));
    String echo =
        "bad: urlk%2By1 urlk+y1 p4ss+w0rd%21 p4ss w0rd! t0ken99 4915112345789 %2B4915112345789"
            + " 492039";
    assertEquals(
        "the SMS gateway 127.0.0.1 answered 400: bad: *** *** *** *** *** *** *** ***",
        gateway.answering(400, echo).refusal().getMessage());
  }

  @Test
  void says_that_the_gateway_is_down() throws IOException {
    int port = deadPort();
    Failure failure = gateway.with("sms_gateway_url", "http://127.0.0.1:" + port).refusal();
    assertEquals(
        "the SMS gateway 127.0.0.1 takes no connections on port " + port, failure.getMessage());
    assertEquals("check sms_gateway_url", failure.hint());
  }

  @Test
  void tries_once_more_when_no_connection_came_about() throws IOException {
    Proxy dead = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", deadPort()));
    Ways ways = new Ways(dead, Proxy.NO_PROXY);
    submission(ways).send(LETTER);
    assertEquals(1, gateway.calls().size());
  }

  @Test
  void gives_up_after_the_second_try() throws IOException {
    Proxy dead = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", deadPort()));
    Ways ways = new Ways(dead, dead, Proxy.NO_PROXY);
    assertThrows(Failure.class, () -> submission(ways).send(LETTER));
    assertEquals(0, gateway.calls().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void never_sends_again_what_a_gateway_may_have_read(boolean post) throws IOException {
    try (RawGateway raw = new RawGateway("", true)) {
      Failure failure = gateway.with("sms_gateway_url", raw.url()).with("use_post", post).refusal();
      assertEquals("the connection to the SMS gateway 127.0.0.1 broke off", failure.getMessage());
      assertEquals(1, raw.requests());
    }
  }

  @Test
  void does_not_wait_for_a_gateway_for_ever() {
    assertEquals(
        "the SMS gateway 127.0.0.1 did not answer in time",
        gateway.stalling(Duration.ofMillis(200)).refusal().getMessage());
  }

  @Test
  void does_not_wait_for_the_rest_of_a_refusal_for_ever() throws IOException {
    String head = "HTTP/1.1 500 Oh\r\nContent-Length: 9\r\n\r\nhalf";
    try (RawGateway raw = new RawGateway(head, false)) {
      gateway.with("sms_gateway_url", raw.url()).stalling(Duration.ofMillis(500));
      assertEquals(
          "the SMS gateway 127.0.0.1 did not answer in time", gateway.refusal().getMessage());
    }
  }

  @Test
  void a_gateway_that_stalls_after_accepting_has_accepted() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf";
    try (RawGateway raw = new RawGateway(head, false)) {
      gateway.with("sms_gateway_url", raw.url()).channel().deliver(LETTER);
      assertEquals(1, raw.requests());
    }
  }

  @Test
  void says_that_the_answer_broke_off() throws IOException {
    String head = "HTTP/1.1 500 Oh\r\nContent-Length: 9\r\n\r\nhalf";
    try (RawGateway raw = new RawGateway(head, true)) {
      assertEquals(
          "the connection to the SMS gateway 127.0.0.1 broke off",
          gateway.with("sms_gateway_url", raw.url()).refusal().getMessage());
    }
  }

  @Test
  void does_not_trust_a_certificate_that_nobody_vouches_for() throws IOException {
    HttpsServer secured =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    secured.setHttpsConfigurator(new HttpsConfigurator(TestTls.HERE));
    secured.start();
    try {
      gateway.with("sms_gateway_url", "https://127.0.0.1:" + secured.getAddress().getPort());
      assertEquals(
          "the certificate of the SMS gateway 127.0.0.1 is not trusted",
          gateway.refusal().getMessage());
    } finally {
      secured.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http://a b/?key=s3cret", "https://h:99999/", "http:///x"})
  void refuses_what_is_no_url_without_repeating_it(String url) {
    Failure failure = gateway.with("sms_gateway_url", url).refusal();
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals("sms_gateway_url is not a URL", failure.getMessage());
    assertNull(failure.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length", "Bad Name", "X-Ok"})
  void refuses_a_header_that_cannot_be_set_without_repeating_its_value(String name) {
    Failure failure = gateway.with("sms_headers", Map.of(name, "s3cret\r\nX-More: 1")).refusal();
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals("sms_headers holds a header that cannot be set: " + name, failure.getMessage());
    assertNull(failure.getCause());
    assertEquals(0, gateway.calls().size());
  }

  private SmsSubmission submission(Ways ways) {
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(ways).build();
    return new SmsSubmission(new SmsGateway(gateway.values()), client, Duration.ofMinutes(1));
  }

  /** Which way each call takes, the next one each time. */
  private static final class Ways extends ProxySelector {
    private final Queue<Proxy> ways;

    Ways(Proxy... ways) {
      this.ways = new ArrayDeque<>(List.of(ways));
    }

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(ways.remove());
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException thrown) {
      // the next call takes the next way
    }
  }
}
