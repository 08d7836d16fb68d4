package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.site.Bench;
import java.io.IOException;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemKeyStoreTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path keys;
  @TempDir Path directory;

  private static KeyStore made;

  @BeforeAll
  static void make() throws Exception {
    Path store = keys.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(0, keytool.waitFor());
    made = KeyStore.getInstance(store.toFile(), PASSWORD);
    pem("cert.pem", "CERTIFICATE", made.getCertificate("mykey").getEncoded());
    pem("key.pem", "PRIVATE KEY", made.getKey("mykey", PASSWORD).getEncoded());
  }

  private static Path pem(String name, String type, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Path file = keys.resolve(name);
    Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    return mode(file, "rw-------");
  }

  private static Path mode(Path file, String mode) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private WebServer serve(StringWriter log) {
    MySite site = TestServer.withPassword(MySite.withUser(directory));
    site.ok("set-config", "enable_two_factor_auth", "false");
    Bench bench = new Bench(directory);
    WebServer.Plan plan =
        new WebServer.Plan(
            bench,
            bench.site(MySite.NAME),
            null,
            new Limits(1024, 1024, Duration.ofSeconds(3), 8, 8, 1, Duration.ofSeconds(1)));
    Listen listen = Listen.on("127.0.0.1:0", keys.resolve("cert.pem"), keys.resolve("key.pem"));
    return WebServer.start(listen, plan, TestServer.surroundings(site, log));
  }

  private static HttpClient trusting() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", made.getCertificate("mykey"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void tls_is_spoken_with_the_certificate_and_the_cookie_is_for_tls_only() throws Exception {
    try (WebServer server = serve(new StringWriter())) {
      assertTrue(server.url().startsWith("https://127.0.0.1:"), server.url());
      HttpResponse<String> in =
          trusting()
              .send(
                  HttpRequest.newBuilder(URI.create(server.url() + "/api/method/login"))
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              Json.text(Map.of("usr", MySite.USER, "pwd", TestServer.PASSWORD))))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(200, in.statusCode());
      assertTrue(in.headers().firstValue("Set-Cookie").orElseThrow().endsWith("; Secure"));
    }
  }

  @Test
  void plain_http_gets_nothing_there() throws IOException {
    try (WebServer server = serve(new StringWriter());
        Socket plain = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
      plain.setSoTimeout(60_000);
      plain
          .getOutputStream()
          .write("GET /healthz HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertTrue(!answer.contains("200"), answer);
    }
  }

  @Test
  void a_handshake_that_never_comes_is_not_waited_for() throws IOException {
    try (WebServer server = serve(new StringWriter());
        Socket silent = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
      silent.setSoTimeout(60_000);
      assertEquals(-1, silent.getInputStream().read());
    }
  }

  private static Failure refused(Path certificate, Path key) {
    return assertThrows(Failure.class, () -> PemKeyStore.of(certificate, key));
  }

  @Test
  void a_key_that_others_may_read_is_refused() throws IOException {
    Path wide = Files.copy(keys.resolve("key.pem"), directory.resolve("wide.pem"));
    Failure failure = refused(keys.resolve("cert.pem"), mode(wide, "rw-r-----"));
    assertEquals(Failure.Kind.REFUSED, failure.kind());
    assertEquals("others may read the key in " + wide, failure.getMessage());
  }

  @Test
  void what_is_no_key_or_no_certificate_is_told() throws IOException {
    Path cert = keys.resolve("cert.pem");
    Path key = keys.resolve("key.pem");
    Path other = mode(Files.writeString(directory.resolve("other.pem"), "hello"), "rw-------");
    assertTrue(refused(cert, other).getMessage().contains("holds no private key"));
    assertTrue(refused(other, key).getMessage().contains("holds no certificate"));
    Path missing = directory.resolve("missing.pem");
    assertEquals("cannot read " + missing, refused(cert, missing).getMessage());
    assertEquals("cannot read " + missing, refused(missing, key).getMessage());
  }

  @Test
  void a_key_in_another_form_is_told_how_to_turn_it() throws IOException {
    Path old = directory.resolve("old.pem");
    String text =
        Files.readString(keys.resolve("key.pem")).replace("PRIVATE KEY", "EC PRIVATE KEY");
    mode(Files.writeString(old, text), "rw-------");
    assertTrue(refused(keys.resolve("cert.pem"), old).hint().startsWith("openssl pkcs8 "));
  }
}
