package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDumpTest {
  private static final Map<String, Set<String>> WANTED = Map.of("tab T", Set.of("a", "b"));

  private static List<Map<String, String>> rows(byte[] dump) {
    List<Map<String, String>> rows = new ArrayList<>();
    SqlDump reading =
        new SqlDump(new ByteArrayInputStream(dump), WANTED, (table, row) -> rows.add(row));
    try {
      reading.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  private static List<Map<String, String>> rows(String dump) {
    return rows(dump.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> values(String values) {
    List<Map<String, String>> rows = rows("INSERT INTO `tab T` (`a`, `b`) VALUES " + values + ";");
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static String refusal(String dump) {
    Failure failure = assertThrows(Failure.class, () -> rows(dump));
    assertEquals(Failure.Kind.DATA, failure.kind());
    return failure.getMessage();
  }

  @Test
  void columns_stand_as_the_table_was_created() {
    String dump =
        """
        CREATE TABLE IF NOT EXISTS `tab T` (
          `b` varchar(140) NOT NULL DEFAULT 'x,y)' COMMENT 'it''s (',
          `c` decimal(21,9) DEFAULT NULL,
          `a` enum('1','2') DEFAULT NULL,
          PRIMARY KEY (`b`), KEY `k` (`a`,`c`)
        ) ENGINE=InnoDB COMMENT=';';
        INSERT INTO `tab T` VALUES
        ('one',1.5,'1'),
        ('two',-2e3,NULL);
        """;
    assertEquals(List.of(Map.of("b", "one", "a", "1"), Map.of("b", "two")), rows(dump));
  }

  @Test
  void columns_may_stand_in_the_statement() {
    assertEquals(
        List.of(Map.of("a", "1")),
        rows("REPLACE INTO `db`.`tab T` (`x`,`a`) VALUES (9,1) ON DUPLICATE KEY UPDATE a='(';"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "'it''s'|it's",
        "'it\\'s'|it's",
        "'a\\\\'|a\\",
        "'\\\\\\''|\\'",
        "'),(;--#/*'|),(;--#/*",
        "\"say \\\"it\"|say \"it",
        "'Dörte'|Dörte",
        "42|42",
        "-1.5e10|-1.5e10",
        "0x4142|AB",
        "X'4142'|AB",
        "_binary 'AB'|AB",
        "_utf8mb4'AB'|AB",
        "/* no */ 'AB' -- yes|AB"
      })
  void a_literal_is_what_it_means(String literal, String meant) {
    assertEquals(meant, values("(" + literal + "\n, NULL)").get("a"));
  }

  @Test
  void escapes_are_control_characters() {
    assertEquals("\n\r\t\0\b\u001a", values("('\\n\\r\\t\\0\\b\\Z', 'b')").get("a"));
  }

  @Test
  void other_tables_may_hold_what_is_no_text() {
    byte[] dump =
        "INSERT INTO `other` VALUES (_binary '\u00ff\u00fe;');INSERT INTO `tab T` (`a`) VALUES (1);"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(List.of(Map.of("a", "1")), rows(dump));
  }

  @Test
  void nothing_in_a_comment_or_a_program_is_data() {
    String insert = "INSERT INTO `tab T` (`a`) VALUES (1);\n";
    assertEquals(
        List.of(),
        rows(
            "-- "
                + insert
                + "# "
                + insert
                + "/*!40000 "
                + insert
                + "*/;\nDELIMITER ;;\n"
                + insert
                + ";;\nDELIMITER ;\nSELECT 'x;"
                + insert.replace("\n", "")
                + "';\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO `tab T` (`a`) VALUES (1)",
        "INSERT INTO `tab T` (`a`) VALUES ('1",
        "INSERT INTO `tab T` (`a`",
        "CREATE TABLE `tab T` (`a` text",
        "/* no end",
        "DELIMITER ;;",
        "LOCK TABLES `tab T` WRITE;",
        "START TRANSACTION; INSERT INTO `tab T` (`a`) VALUES (1);"
      })
  void what_breaks_off_is_refused(String dump) {
    assertEquals("the dump breaks off at line 2", refusal("\n" + dump));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "INSERT INTO `tab T` VALUES (1);|"
            + "line 1 of the dump inserts into tab T, whose columns no CREATE TABLE has told",
        "INSERT INTO `tab T` (`a`) SELECT 1;|"
            + "line 1 of the dump inserts into tab T what is no list of values",
        "INSERT INTO `tab T` (`a`) VALUES (1,2);|"
            + "line 1 of the dump is not as mariadb-dump and mysqldump write it",
        "INSERT INTO `tab T` (`a`,`b`) VALUES (1);|"
            + "line 1 of the dump is not as mariadb-dump and mysqldump write it",
        "INSERT INTO `tab T` (`a`) VALUES (sleep(9));|"
            + "line 1 of the dump has a value that mariadb-dump and mysqldump do not write",
        "INSERT INTO `tab T` (`a`) VALUES (0x4);|"
            + "line 1 of the dump has a value that mariadb-dump and mysqldump do not write",
        "INSERT INTO `tab T` (`a`) VALUES (0xFF);|line 1 of the dump is not UTF-8 text"
      })
  void what_is_no_dump_is_refused(String dump, String message) {
    assertEquals(message, refusal(dump));
  }

  @Test
  void a_value_that_is_wanted_has_an_end() {
    String much = "x".repeat(Limits.TEXT + 1);
    assertEquals(
        "line 1 of the dump has a value that is too long",
        refusal("INSERT INTO `tab T` (`a`) VALUES ('" + much + "');"));
    assertEquals(List.of(Map.of()), rows("INSERT INTO `tab T` (`c`) VALUES ('" + much + "');"));
  }

  @Test
  void deep_nesting_is_no_trouble() {
    rows("x " + "(".repeat(1_000_000) + ")".repeat(1_000_000) + ";");
    refusal("INSERT INTO `tab T` (`a`) VALUES (" + "_binary ".repeat(100_000));
  }
}
