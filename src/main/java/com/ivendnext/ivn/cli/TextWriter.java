package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.terminal.Printable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Prints answers for people. Whatever it is given is made harmless for the terminal. */
public final class TextWriter {
  private final Consumer<String> sink;
  private final UnaryOperator<String> advice;
  private final boolean color;
  private final boolean unicode;

  /**
   * @param advice completes a command that a person is advised to run
   */
  TextWriter(Consumer<String> sink, UnaryOperator<String> advice, boolean color, boolean unicode) {
    this.sink = sink;
    this.advice = advice;
    this.color = color;
    this.unicode = unicode;
  }

  public TextWriter line(String text) {
    return line(Style.PLAIN, text);
  }

  public TextWriter line(Style style, String text) {
    sink.accept(style.apply(Printable.of(text), color) + "\n");
    return this;
  }

  /** A line that advises to run a command, such as {@code ivn user list}. */
  public TextWriter advise(String text) {
    return line(advice.apply(text));
  }

  public TextWriter blank() {
    sink.accept("\n");
    return this;
  }

  /** Text that may hold line breaks and sequences for the terminal of ivn's own making. */
  public TextWriter raw(String text) {
    sink.accept(text);
    return this;
  }

  public TextWriter table(Table table) {
    table.print(this::raw, color);
    return this;
  }

  /** A bar of {@code width} columns that is filled to {@code part} of {@code whole}. */
  public String bar(int part, int whole, int width) {
    int filled = whole == 0 ? 0 : (int) ((long) part * width / whole);
    return unicode
        ? "█".repeat(filled) + "░".repeat(width - filled)
        : "#".repeat(filled) + ".".repeat(width - filled);
  }

  public boolean color() {
    return color;
  }

  public boolean unicode() {
    return unicode;
  }
}
