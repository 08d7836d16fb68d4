package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that others wrote take the files that ivn exports, and the other way round. */
final class TransferOracleIT {
  private static final String USER = "user@example.com";
  private static final Path PAM = Path.of("/lib/x86_64-linux-gnu/security");

  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void make() throws IOException {
    bench = RealBench.madeIn(Files.createDirectory(directory.resolve("bench")));
    bench.enroll(USER);
    Files.writeString(directory.resolve("passphrase"), PASSPHRASE + "\n");
  }

  private Path exported(String format, String... more) {
    Path file = directory.resolve(format);
    List<String> words =
        new ArrayList<>(List.of("user", "export", "--as", format, "-o", file.toString(), "--yes"));
    words.addAll(List.of(more));
    bench.ok(words.toArray(String[]::new));
    return file;
  }

  /** Logs a user in through a PAM module, as sshd would; the exit status. */
  private int login(String module, String user, String code) throws IOException {
    Tool.need("pamtester");
    assumeTrue(Files.exists(PAM.resolve(module.split(" ")[0])), () -> module + " is missing");
    Path services = directory.resolve("services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve("ours"),
        "auth required " + PAM.resolve(module) + "\naccount required pam_permit.so\n");
    Files.writeString(
        services.resolve("other"), "auth required pam_deny.so\naccount required pam_deny.so\n");
    return RealIvn.by("pamtester", "ours", user, "authenticate")
        .with("LD_PRELOAD", "libpam_wrapper.so")
        .with("PAM_WRAPPER", "1")
        .with("PAM_WRAPPER_SERVICE_DIR", services.toString())
        .typing(code + "\n")
        .run()
        .status();
  }

  @Test
  void pam_oath_takes_each_code_once() throws IOException {
    String module = "pam_oath.so usersfile=" + exported("users-oath") + " window=5 digits=6";
    String code = RealBench.code(0);
    assertEquals(0, login(module, USER, code));
    assertTrue(login(module, USER, code) != 0);
  }

  @Test
  void what_pam_oath_has_rewritten_is_read_back() throws IOException {
    Path file = exported("users-oath");
    login("pam_oath.so usersfile=" + file + " window=5 digits=6", USER, RealBench.code(0));
    assertTrue(bench.ok("user", "import", file.toString()).contains("1 unchanged"));
  }

  @Test
  void pam_google_authenticator_takes_each_code_once() throws IOException {
    Path file = exported("google-authenticator", "--user", USER);
    String module =
        "pam_google_authenticator.so no_strict_owner allowed_perm=0600 user=root secret=" + file;
    String code = RealBench.code(0);
    assertEquals(0, login(module, "root", code));
    assertTrue(login(module, "root", code) != 0);
    // it rewrites the file with what it has seen
    assertTrue(bench.ok("user", "import", file.toString(), "--user", USER).contains("1 unchanged"));
  }

  @Test
  void a_scratch_code_of_google_authenticator_gets_in_once() throws IOException {
    Path file = directory.resolve("scratch");
    Tool.asked(
        "google-authenticator",
        "-t",
        "-d",
        "-f",
        "-q",
        "-W",
        "-u",
        "-Q",
        "NONE",
        "-s",
        file.toString());
    bench.ok("user", "import", file.toString(), "--user", "new@example.com");
    String scratch = Files.readString(file).strip().lines().reduce("", (a, b) -> b);
    bench.ok("otp", "verify", "new@example.com", scratch);
    assertEquals(3, bench.ivn().run("otp", "verify", "new@example.com", scratch).status());
  }

  @Test
  void pskctool_finds_the_container_valid() {
    for (String[] more : new String[][] {{}, {"--passphrase-file", "../passphrase"}}) {
      Path file = exported("pskc", more);
      Tool.need("pskctool");
      RealIvn.Outcome outcome =
          RealIvn.by("pskctool", "--validate", file.toString())
              .with("XML_CATALOG_FILES", "/usr/share/xml/pskc/catalog-pskc.xml")
              .run();
      assertEquals("OK", outcome.out().strip(), outcome::err);
      file.toFile().delete();
    }
  }

  @Test
  void pskc_utils_decrypt_what_is_closed_with_a_passphrase() {
    Path file = exported("pskc", "--passphrase-file", "../passphrase");
    String row =
        Tool.asked("pskc2csv", "-p", PASSPHRASE, "-c", "secret,response_length", file.toString());
    assertTrue(row.contains("3132333435363738393031323334353637383930,6"), row);
  }

  @Test
  void what_pskc_utils_close_with_a_passphrase_is_opened() throws IOException {
    Path rows = directory.resolve("rows.csv");
    Files.writeString(
        rows,
        "serial,secret,key_userid,algorithm,response_length,response_encoding,counter\n"
            + "tok1,3132333435363738393031323334353637383930,CN=ann@example.com,urn:ietf:params:xml:ns:keyprov:pskc:hotp,6,DECIMAL,3\n");
    Path file = directory.resolve("made.xml");
    Tool.asked("csv2pskc", "-p", PASSPHRASE, "-o", file.toString(), rows.toString());
    bench.ok("user", "import", file.toString(), "--passphrase-file", "../passphrase");
    String held = bench.ok("user", "authenticators", "ann@example.com", "--format", "json");
    assertTrue(held.contains("\"hotp\"") && held.contains("tok1"), held);
    assertEquals(
        0, bench.ivn().run("otp", "verify", "ann@example.com", "969429").status()); // RFC 4226
  }

  @Test
  void a_picture_that_qrencode_draws_is_read() {
    Path uris = exported("google-migration");
    Path picture = directory.resolve("picture.png");
    Tool.asked("qrencode", "-r", uris.toString(), "-o", picture.toString());
    assertTrue(bench.ok("user", "import", picture.toString()).contains("1 unchanged"));
  }

  @Test
  void pyotp_agrees_on_the_uris() throws IOException {
    String uri = Files.readString(exported("uri-list")).strip();
    assumeTrue(Files.exists(Path.of("/usr/lib/python3/dist-packages/pyotp")), "no pyotp");
    String program =
        "import pyotp,sys; t=pyotp.parse_uri(sys.argv[1]); print(t.issuer, t.name, t.at(59))";
    RealIvn.Outcome outcome = RealIvn.by("/usr/bin/python3", "-c", program, uri).run();
    assertEquals("iVendNext " + USER + " 287082\n", outcome.out(), outcome::err);
  }
}
