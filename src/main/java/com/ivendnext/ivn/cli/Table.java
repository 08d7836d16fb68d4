package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.terminal.Columns;
import com.ivendnext.ivn.terminal.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Rows in aligned columns, two spaces apart. Column widths come from the first rows; later ones are
 * printed as they come, so that a million rows need no memory.
 */
public final class Table {
  private static final int MEASURED_ROWS = 10_000;

  private final List<String> header;
  private Elements<List<String>> rows;
  private Elements<List<String>> later = reader -> {};
  private int painted = -1;
  private Function<String, Style> paint;

  private Table(List<String> header) {
    this.header = header;
  }

  public static Table of(String... header) {
    return new Table(List.of(header));
  }

  public Table rows(Elements<List<String>> given) {
    rows = given;
    return this;
  }

  public Table rows(List<List<String>> given) {
    return rows(given::forEach);
  }

  /** Rows behind the others that are printed as they come, however long that takes. */
  public Table then(Elements<List<String>> coming) {
    later = coming;
    return this;
  }

  /** Gives the cells of a column a style that depends on what stands in them. */
  public Table paint(int column, Function<String, Style> style) {
    painted = column;
    paint = style;
    return this;
  }

  void print(Consumer<String> sink, boolean color) {
    Printer printer = new Printer(sink, color);
    rows.each(printer::add);
    printer.end();
    later.each(printer::add);
  }

  /** Holds the first rows back until the columns are measured. */
  private final class Printer {
    private final Consumer<String> sink;
    private final boolean color;
    private List<List<String>> held = new ArrayList<>();
    private int[] widths;

    Printer(Consumer<String> sink, boolean color) {
      this.sink = sink;
      this.color = color;
    }

    void add(List<String> cells) {
      List<String> safe = cells.stream().map(Table::shown).toList();
      if (widths == null) {
        held.add(safe);
        if (held.size() == MEASURED_ROWS) {
          end();
        }
      } else {
        print(safe, Style.PLAIN);
      }
    }

    void end() {
      if (widths != null) {
        return;
      }
      widths = new int[header.size()];
      measure(header);
      held.forEach(this::measure);
      print(header, Style.BOLD);
      held.forEach(cells -> print(cells, Style.PLAIN));
      held = null;
    }

    private void measure(List<String> cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.width(cells.get(i)));
      }
    }

    private void print(List<String> cells, Style style) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = cells.get(i);
        String padded = i == widths.length - 1 ? cell : Columns.pad(cell, widths[i]) + "  ";
        boolean own = i == painted && style == Style.PLAIN;
        line.append(own ? paint.apply(cell).apply(cell, color) : cell);
        line.append(padded.substring(cell.length()));
      }
      sink.accept(style.apply(line.toString().stripTrailing(), color) + "\n");
    }
  }

  private static String shown(String cell) {
    return cell == null || cell.isEmpty() ? "-" : Printable.of(cell);
  }
}
