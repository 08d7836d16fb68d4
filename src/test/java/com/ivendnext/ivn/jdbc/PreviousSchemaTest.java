package com.ivendnext.ivn.jdbc;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.AuditTrail;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.audit.AuditChain;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store of an earlier schema keeps its data when this program opens it. */
class PreviousSchemaTest {
  @TempDir Path directory;

  private TestSite site;
  private Authenticator app;
  private String usedCode;

  static IntStream earlierSchemas() {
    return IntStream.range(1, Schema.MIGRATIONS.size());
  }

  @BeforeEach
  void fill() {
    site = new TestSite(directory);
    site.roles().add("Auditor");
    site.roles().tick("Auditor", true);
    site.add("b@example.com", "Auditor", "System Manager");
    site.accounts().enable("b@example.com", false);
    app = site.current(site.enroll(USER));
    usedCode = site.code(app, 0);
    site.verifier().verify(USER, usedCode).orFail();
    site.verifier().verify(USER, site.wrongCode(app));
    app = site.current(app);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Puts a store of schema {@code version} with the same rows in place of the site's. */
  private void goBackTo(int version) throws SQLException, IOException {
    site.close();
    Path old = directory.resolve("old.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement sql = connection.createStatement()) {
      for (String migration : Schema.MIGRATIONS.subList(0, version)) {
        for (String statement : Schema.statements(migration)) {
          sql.execute(statement);
        }
      }
      sql.execute("ATTACH '" + site.file + "' AS filled");
      for (String table : names(sql, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
        List<String> columns = names(sql, "SELECT name FROM pragma_table_info('" + table + "')");
        String list = String.join(", ", columns);
        sql.execute("INSERT INTO " + table + " SELECT " + list + " FROM filled." + table);
      }
      sql.execute("UPDATE ivn_meta SET value = '" + version + "' WHERE name = 'schema_version'");
    }
    Files.move(old, site.file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> names(Statement sql, String query) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet row = sql.executeQuery(query)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("earlierSchemas")
  void users_roles_and_grants_survive(int version) throws Exception {
    List<Person> people = people();
    goBackTo(version);
    site.reopen();
    assertEquals(people, people());
    assertTrue(site.roles().find("Auditor").twoFactor());
    Person person = site.accounts().find("b@example.com");
    assertFalse(person.user().enabled());
    assertTrue(person.has("Auditor"));
    assertNull(person.requiredSince());
    assertNull(person.exemptUntil());
    assertFalse(person.recoverable());
  }

  private List<Person> people() {
    List<Person> people = new ArrayList<>();
    site.store().users().each(people::add);
    return people;
  }

  @ParameterizedTest
  @MethodSource("earlierSchemas")
  void authenticators_survive_as_apps_without_drift(int version) throws Exception {
    goBackTo(version);
    site.reopen();
    assertEquals(app, site.current(app));
    assertEquals(Authenticator.Kind.TOTP, site.current(app).kind());
    assertEquals(0, site.current(app).drift());
    assertFalse(site.verifier().verify(USER, usedCode).accepted());
    assertTrue(site.verifier().verify(USER, site.code(app, 1)).accepted());
  }

  @ParameterizedTest
  @MethodSource("earlierSchemas")
  void the_audit_log_survives_and_goes_on(int version) throws Exception {
    List<String> records = AuditTrail.of(site.file);
    goBackTo(version);
    site.reopen();
    assertEquals(records, AuditTrail.of(site.file));
    site.recoveryCodes().generate(USER);
    assertEquals(records.size() + 1, AuditTrail.of(site.file).size());
    try (Database database = new Database(new SqliteDialect(site.file))) {
      SqlAudit audit = new SqlAudit(database);
      assertTrue(
          AuditChain.check(audit, site.head, record -> site.key.derive("ivn audit")).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("earlierSchemas")
  void what_is_new_can_be_used(int version) throws Exception {
    goBackTo(version);
    site.reopen();
    String code = site.recoveryCodes().generate(USER).get(0).grouped();
    assertTrue(site.verifier().verify(USER, code).accepted());
    site.leave().exempt(USER, site.clock.instant().plusSeconds(60), "travel");
    assertTrue(site.store().exemptions().find(USER).isPresent());
  }
}
