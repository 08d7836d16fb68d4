package com.ivendnext.ivn.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final Path DUMP = Path.of("src/test/resources/schema.sql");
  private static final Path MIGRATIONS =
      Path.of("src/main/resources/com/ivendnext/ivn/jdbc/migrations");

  @TempDir Path directory;

  private Database database() {
    return new Database(new SqliteDialect(directory.resolve("ivn.db")));
  }

  /** {@code mvn test -Dtest=SchemaTest -Dgenerate} writes the dump. */
  @Test
  void an_empty_store_becomes_the_schema_of_the_dump() throws IOException {
    try (Database database = database()) {
      Schema.update(database, () -> {});
      List<String> objects =
          database.list(
              "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name",
              row -> row.getString("sql"));
      String dump = String.join(";\n\n", objects) + ";\n";
      if (System.getProperty("generate") != null) {
        Files.writeString(DUMP, dump);
      }
      assertEquals(Files.readString(DUMP), dump);
    }
  }

  @Test
  void every_migration_file_is_listed_in_order() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertEquals(names, Schema.MIGRATIONS);
    }
    for (int i = 0; i < Schema.MIGRATIONS.size(); i++) {
      String number = String.valueOf(1001 + i).substring(1);
      assertTrue(Schema.MIGRATIONS.get(i).startsWith(number + "-"), Schema.MIGRATIONS.get(i));
    }
  }

  @Test
  void a_second_start_changes_nothing() {
    try (Database database = database()) {
      Schema.update(database, () -> {});
      Schema.update(
          database,
          () -> {
            throw new AssertionError("the store is not new");
          });
      assertEquals(Schema.MIGRATIONS.size(), Schema.version(database));
    }
  }

  @Test
  void the_store_of_a_newer_program_is_refused_and_left_alone() {
    try (Database database = database()) {
      Schema.update(database, () -> {});
      database.update("UPDATE ivn_meta SET value = '999' WHERE name = 'schema_version'");
      Failure failure = assertThrows(Failure.class, () -> Schema.update(database, () -> {}));
      assertEquals(Failure.Kind.DATA, failure.kind());
      assertEquals(999, Schema.version(database));
    }
  }

  @Test
  void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
    Path file = directory.resolve("ivn.db");
    Files.writeString(
        file,
        "this is not a database, and longer than a header of one hundred bytes"
            + " so that nobody takes it for an empty one");
    Failure failure =
        assertThrows(
            Failure.class,
            () -> {
              try (Database database = database()) {
                Schema.update(database, () -> {});
              }
            });
    assertEquals("the store " + file + " is damaged or not a store", failure.getMessage());
    assertTrue(Files.readString(file).startsWith("this is not"));
  }
}
