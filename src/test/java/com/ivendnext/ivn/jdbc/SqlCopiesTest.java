package com.ivendnext.ivn.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A table that nobody has thought of would be lost, or come back, when a site is restored. */
class SqlCopiesTest {
  private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");

  @Test
  void every_table_is_restored_kept_or_dropped() throws IOException {
    List<String> thoughtOf = new ArrayList<>(SqlCopies.RESTORED);
    thoughtOf.addAll(SqlCopies.KEPT);
    thoughtOf.addAll(SqlCopies.DROPPED);
    Collections.sort(thoughtOf);
    List<String> tables = new ArrayList<>();
    Matcher matcher = TABLE.matcher(Files.readString(Path.of("src/test/resources/schema.sql")));
    while (matcher.find()) {
      tables.add(matcher.group(1));
    }
    Collections.sort(tables);
    assertEquals(tables, thoughtOf);
    assertTrue(tables.size() > 10);
  }
}
