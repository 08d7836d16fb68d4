package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.crypto.PasswordHash;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Enrollment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private static final String USER = TestSite.USER;
  private static final Export.Order ALL = new Export.Order(null, Set.of(), true);

  @TempDir Path directory;
  private TestSite site;
  private final List<String> leftOut = new ArrayList<>();

  @BeforeEach
  void make_a_site() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String export(String format, Export.Order order) {
    return export(site, format, order, TestSecrets.NONE);
  }

  private String export(TestSite from, String format, Export.Order order, Secrets secrets) {
    Export export = new Export(from.store(), from.values());
    export.check(Formats.named(format), order, secrets);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Target target = new Target(file, order.secrets(), secrets, SecureRandom::new);
    export.run(
        Formats.named(format),
        target,
        order,
        reject -> leftOut.add(reject.user() + ": " + reject.reason()));
    return file.toString(StandardCharsets.UTF_8);
  }

  @Test
  void active_authenticators_go_with_their_users() {
    Authenticator app = site.enroll(USER);
    String uri = export("uri-list", ALL);
    String secret = site.store().authenticators().secret(app).base32();
    assertEquals(
        "otpauth://totp/iVendNext:user%40example.com?secret=" + secret + "&issuer=iVendNext\n",
        uri);
  }

  @Test
  void pending_ones_go_only_where_the_format_can_tell() {
    site.enrollment().begin(Enrollment.Request.app(USER, "app", null, false));
    assertEquals("", export("uri-list", ALL));
    assertTrue(export("csv", ALL).contains(",pending,"));
  }

  @Test
  void without_secrets_none_goes() {
    Authenticator app = site.enroll(USER);
    String file = export("csv", new Export.Order(null, Set.of(), false));
    assertFalse(file.contains(site.store().authenticators().secret(app).base32()), file);
    assertTrue(file.contains(USER));
  }

  @Test
  void a_role_or_names_say_whose() {
    site.roles().add("Auditor");
    site.add("ann@example.com", "Auditor");
    site.add("bob@example.com");
    assertEquals(2, export("csv", new Export.Order("Auditor", Set.of(), true)).lines().count());
    assertEquals(
        3,
        export("csv", new Export.Order(null, Set.of("BOB@example.com", "ann@example.com"), true))
            .lines()
            .count());
  }

  @Test
  void whom_the_format_cannot_carry_is_told() {
    site.config.put("otp_period", 45);
    site.enroll(USER);
    assertEquals("", export("users-oath", ALL));
    assertEquals(List.of(USER + ": pam_oath knows time steps of 30 and 60 seconds only"), leftOut);
  }

  @ParameterizedTest
  @CsvSource({
    "uri-list,false,format uri-list carries nothing but secrets",
    "google-authenticator,true,a file of format google-authenticator is one user's"
  })
  void an_order_that_makes_no_sense_is_refused(String format, boolean secrets, String message) {
    Export.Order order = new Export.Order(null, Set.of(), secrets);
    assertEquals(message, Refusal.of(() -> export(format, order)).getMessage());
  }

  @Test
  void what_cannot_be_encrypted_is_not_written_in_the_clear_instead() {
    assertEquals(
        "a file of format csv cannot be encrypted so",
        Refusal.of(() -> export(site, "csv", ALL, TestSecrets.passphrase("x"))).getMessage());
  }

  @Test
  void unknown_roles_and_users_are_not_found() {
    assertEquals(
        "there is no user x@example.com",
        Refusal.of(() -> export("csv", new Export.Order(null, Set.of("x@example.com"), true)))
            .getMessage());
    Refusal.of(() -> export("csv", new Export.Order("Nobody", Set.of(), true)));
  }

  @ParameterizedTest
  @CsvSource({"csv", "pskc", "uri-list", "google-migration", "users-oath", "oath-csv"})
  void what_one_site_writes_another_takes(String format) throws Exception {
    Authenticator app = site.enroll(USER);
    site.store()
        .write(
            () -> {
              site.store()
                  .passwords()
                  .set(USER, PasswordHash.parse(People.HASH).orElseThrow(), site.clock.instant());
              return null;
            });
    String file = export(format, ALL);
    try (TestSite other = new TestSite(Files.createDirectory(directory.resolve("2")))) {
      Source source =
          Source.of(
              new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), TestSecrets.NONE);
      new Import(other.store(), other.values(), other.login(), SecureRandom::new)
          .run(
              Formats.of(source.head()),
              source,
              new Import.Order(OnConflict.FAIL, false, null, null, false, false),
              new Import.Listener() {
                @Override
                public void rejected(Reject reject, String head) {
                  throw new AssertionError(reject);
                }

                @Override
                public void noted(Row row, String user, String note) {
                  throw new AssertionError(note);
                }

                @Override
                public void remarked(String remark) {
                  throw new AssertionError(remark);
                }
              });
      assertTrue(other.verifier().verify(USER, site.code(app, 0)).accepted());
      assertEquals(format.equals("csv"), other.store().passwords().find(USER).isPresent());
    }
  }

  @Test
  void the_audit_log_tells_how_many_secrets_went() {
    site.enroll(USER);
    export("csv", ALL);
    List<String> details = new ArrayList<>();
    site.store().eachRecord(record -> details.add(record.event().detail()));
    assertEquals("csv: 2 users, 1 secrets", details.get(details.size() - 1));
  }
}
