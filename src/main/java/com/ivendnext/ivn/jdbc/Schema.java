package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of the store, brought up to date by numbered migrations. */
final class Schema {
  /** One line per file in {@code migrations/}; a file once released never changes. */
  static final List<String> MIGRATIONS =
      List.of(
          "001-initial.sql",
          "002-ways-back.sql",
          "003-login.sql",
          "004-audit-api-key.sql",
          "005-enrollment-link.sql",
          "006-serve.sql",
          "007-keys.sql");

  private static final String VERSION = "SELECT value FROM ivn_meta WHERE name = 'schema_version'";

  private Schema() {}

  /**
   * Brings the tables up to date.
   *
   * @param whenNew runs in the transaction that makes the first tables
   * @throws Failure (data) when the store was made by a newer program; it is left as it is
   */
  static void update(Database database, Runnable whenNew) {
    if (version(database) == MIGRATIONS.size()) {
      return;
    }
    database.write(
        () -> {
          int version = version(database);
          refuseNewer(version);
          for (String migration : MIGRATIONS.subList(version, MIGRATIONS.size())) {
            statements(migration).forEach(database::execute);
          }
          setVersion(database, version);
          if (version == 0) {
            whenNew.run();
          }
          return null;
        });
  }

  /** The number of migrations that the store has seen; 0 for an empty one. */
  static int version(Database database) {
    List<String> value = new ArrayList<>();
    database.ask(VERSION, value::add);
    return value.isEmpty() ? 0 : Integer.parseInt(value.get(0));
  }

  private static void refuseNewer(int version) {
    if (version > MIGRATIONS.size()) {
      throw Failure.data(
              "the store has schema version "
                  + version
                  + ", this ivn knows up to "
                  + MIGRATIONS.size())
          .hint("it was written by a newer ivn: use that one");
    }
  }

  private static void setVersion(Database database, int before) {
    String latest = String.valueOf(MIGRATIONS.size());
    if (before == 0) {
      database.update("INSERT INTO ivn_meta (name, value) VALUES ('schema_version', ?)", latest);
    } else {
      database.update("UPDATE ivn_meta SET value = ? WHERE name = 'schema_version'", latest);
    }
  }

  /** The statements of a migration file: comments stand on lines of their own. */
  static List<String> statements(String migration) {
    StringBuilder sql = new StringBuilder();
    for (String line : resource(migration).split("\n")) {
      if (!line.startsWith("--")) {
        sql.append(line).append('\n');
      }
    }
    List<String> statements = new ArrayList<>();
    for (String statement : sql.toString().split(";\n")) {
      if (!statement.isBlank()) {
        statements.add(statement);
      }
    }
    return statements;
  }

  private static String resource(String migration) {
    try (InputStream in = Schema.class.getResourceAsStream("migrations/" + migration)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }
}
