package com.ivendnext.ivn.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value that is sealed elsewhere would be lost when the key is rotated. */
class SealedColumnTest {
  @Test
  void nothing_is_sealed_for_a_place_that_is_not_listed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(SealedColumnTest::namesAPlace)
              .map(file -> file.getFileName().toString())
              .toList();
      assertEquals(List.of("SealedColumn.java"), names);
    }
  }

  private static boolean namesAPlace(Path file) {
    try {
      return Files.readString(file).contains("new Sealer.Place(");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(SealedColumn.class)
  void every_table_is_there(SealedColumn column) throws IOException {
    String schema = Files.readString(Path.of("src/test/resources/schema.sql"));
    assertTrue(schema.contains("CREATE TABLE " + column.table() + " ("), column.table());
  }
}
