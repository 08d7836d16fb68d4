package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.site.FrappeJson;
import com.ivendnext.ivn.terminal.Columns;
import com.ivendnext.ivn.terminal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A config as Frappe's {@code show-config} prints it: two columns, nested keys with dots. */
public final class ConfigTable {
  private final List<String[]> rows = new ArrayList<>();

  private ConfigTable() {}

  public static void print(Map<String, Object> config, TextWriter out) {
    ConfigTable table = new ConfigTable();
    table.rows.add(new String[] {"Config", "Value"});
    table.add("", config);
    table.print(out);
  }

  private void add(String prefix, Map<?, ?> config) {
    config.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
            add(prefix + key + ".", nested);
          } else {
            rows.add(new String[] {Printable.of(prefix + key), Printable.of(python(value))});
          }
        });
  }

  /** What Python's {@code str} makes of a scalar; lists and empty objects as JSON. */
  private static String python(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    return value instanceof String text ? text : FrappeJson.inline(value);
  }

  private void print(TextWriter out) {
    int keys = width(0);
    int values = width(1);
    String rule = "+" + "-".repeat(keys + 2) + "+" + "-".repeat(values + 2) + "+\n";
    out.raw(rule);
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      out.raw("| " + Columns.pad(row[0], keys) + " | " + Columns.pad(row[1], values) + " |\n");
      if (i == 0 || i == rows.size() - 1) {
        out.raw(rule);
      }
    }
  }

  private int width(int column) {
    int width = 0;
    for (String[] row : rows) {
      width = Math.max(width, Columns.width(row[column]));
    }
    return width;
  }
}
