package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads the rows that an SQL dump inserts into some tables. Nothing is executed; statements other
 * than CREATE TABLE, which tells the order of columns, and INSERT are read over.
 */
final class SqlDump {
  /** Of a site with a hundred thousand users about 40 MiB are kept. */
  private static final long MOST_KEPT = 128L << 20;

  private static final int ROW_COST = 64;
  private static final int MOST_COLUMNS = 4_096;

  private final SqlBytes in;
  private final SqlValues values;
  private final Map<String, Set<String>> wanted;
  private final BiConsumer<String, Map<String, String>> rows;
  private final Map<String, List<String>> tables = new HashMap<>();
  private long kept;
  private boolean unfinished;

  /**
   * @param wanted columns by table
   * @param rows hears the table and the wanted columns of a row that are not NULL
   */
  SqlDump(
      InputStream in,
      Map<String, Set<String>> wanted,
      BiConsumer<String, Map<String, String>> rows) {
    this.in = new SqlBytes(in);
    this.values = new SqlValues(this.in);
    this.wanted = wanted;
    this.rows = rows;
  }

  /**
   * Reads all of it.
   *
   * @return the wanted tables that are there
   * @throws Failure data: it breaks off, or is no dump of MariaDB or MySQL
   */
  Set<String> read() throws IOException {
    for (in.blank(); in.peek() != SqlBytes.END; in.blank()) {
      statement(in.word());
    }
    if (unfinished) {
      throw in.brokenOff();
    }
    return tables.keySet();
  }

  private void statement(String verb) throws IOException {
    switch (verb) {
      case "CREATE" -> create();
      case "INSERT", "REPLACE" -> insert();
      case "DELIMITER" -> readOverProgram();
      default -> {
        // a lock or a transaction that does not end: what follows was cut off
        boolean begins = verb.equals("LOCK") || verb.equals("START");
        boolean ends = verb.equals("UNLOCK") || verb.equals("COMMIT");
        unfinished = begins || unfinished && !ends;
        rest();
      }
    }
  }

  private void rest() throws IOException {
    readOver(";");
    in.next();
  }

  /** Stops before one of these characters, outside of quotes and parentheses. */
  private void readOver(String ends) throws IOException {
    int depth = 0;
    for (in.blank(); depth > 0 || ends.indexOf(in.peek()) < 0; in.blank()) {
      int next = in.peek();
      if (next == '\'' || next == '"' || next == '`') {
        values.quoted(false);
      } else {
        in.next();
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      }
    }
  }

  /** Bodies of procedures and triggers hold statements that are no data. */
  private void readOverProgram() throws IOException {
    String line = in.restOfLine().strip();
    while (!line.equals(";")) {
      in.next();
      String next = in.restOfLine();
      line = next.startsWith("DELIMITER ") ? next.substring(10).strip() : line;
    }
  }

  private void create() throws IOException {
    in.blank();
    if (in.word().equals("TABLE")) {
      String table = tableName();
      if (wanted.containsKey(table)) {
        tables.put(table, definitions());
      }
    }
    rest();
  }

  private List<String> definitions() throws IOException {
    List<String> columns = new ArrayList<>();
    in.expect('(');
    do {
      in.blank();
      if (in.peek() == '`') {
        add(columns, values.quoted(true));
      }
      readOver(",)");
    } while (in.skip(','));
    in.expect(')');
    return columns;
  }

  private void add(List<String> columns, String name) {
    if (columns.size() == MOST_COLUMNS) {
      throw in.wrong("has a table with too many columns");
    }
    columns.add(name);
  }

  /** Behind words such as INTO, or IF NOT EXISTS; without the name of a database. */
  private String tableName() throws IOException {
    for (in.blank(); SqlBytes.isOfWord(in.peek()); in.blank()) {
      in.word();
    }
    String name = in.peek() == '`' ? values.quoted(true) : "";
    return in.skip('.') && in.peek() == '`' ? values.quoted(true) : name;
  }

  private void insert() throws IOException {
    String table = tableName();
    if (wanted.containsKey(table)) {
      in.blank();
      List<String> columns = in.peek() == '(' ? columnList() : tables.get(table);
      tables.putIfAbsent(table, columns);
      if (columns == null) {
        throw in.wrong("inserts into " + table + ", whose columns no CREATE TABLE has told");
      }
      in.blank();
      if (!in.word().equals("VALUES")) {
        throw in.wrong("inserts into " + table + " what is no list of values");
      }
      rows(table, columns);
    }
    rest();
  }

  private List<String> columnList() throws IOException {
    List<String> columns = new ArrayList<>();
    do {
      in.next();
      in.blank();
      add(columns, in.peek() == '`' ? values.quoted(true) : in.word());
      in.blank();
    } while (in.peek() == ',');
    in.expect(')');
    return columns;
  }

  private void rows(String table, List<String> columns) throws IOException {
    do {
      rows.accept(table, row(columns, wanted.get(table)));
      in.blank();
    } while (in.skip(','));
  }

  private Map<String, String> row(List<String> columns, Set<String> keep) throws IOException {
    Map<String, String> row = new HashMap<>();
    kept += ROW_COST;
    for (int i = 0; i < columns.size(); i++) {
      in.expect(i == 0 ? '(' : ',');
      String value = values.value(keep.contains(columns.get(i)));
      if (value != null) {
        row.put(columns.get(i), value);
        kept += value.length();
      }
    }
    in.expect(')');
    if (kept > MOST_KEPT) {
      throw Failure.data("the dump has more users than can be read at once")
          .hint("dump them in parts: mariadb-dump --where");
    }
    return row;
  }
}
