package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as a POSIX shell does (XCU 2.2 Quoting): blanks separate; single quotes,
 * double quotes and the backslash join; {@code #} at the beginning of a word starts a comment.
 * Nothing is expanded: {@code $}, {@code *} and {@code ~} stand for themselves.
 */
public final class ShellWords {
  private static final String ESCAPED_IN_QUOTES = "\"\\$`";

  private final String line;
  private final List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /**
   * The words of {@code line}; none where it is blank or only a comment.
   *
   * @throws Failure (usage) when a quote is not closed, or the line ends with a backslash
   */
  public static List<String> of(String line) {
    return new ShellWords(line).split();
  }

  private List<String> split() {
    while (at < line.length()) {
      char character = line.charAt(at++);
      if (character == ' ' || character == '\t') {
        end();
      } else if (character == '#' && word == null) {
        break;
      } else {
        begin();
        append(character);
      }
    }
    end();
    return words;
  }

  private void append(char character) {
    if (character == '\'') {
      word.append(line, at, close(character));
      at = close(character) + 1;
    } else if (character == '"') {
      quoted();
    } else if (character == '\\') {
      word.append(next("the line ends with a backslash, and a command stands on one line"));
    } else {
      word.append(character);
    }
  }

  private void quoted() {
    for (char character = next(unclosed('"')); character != '"'; character = next(unclosed('"'))) {
      boolean escapes =
          character == '\\'
              && at < line.length()
              && ESCAPED_IN_QUOTES.indexOf(line.charAt(at)) >= 0;
      word.append(escapes ? line.charAt(at++) : character);
    }
  }

  private int close(char quote) {
    int close = line.indexOf(quote, at);
    if (close < 0) {
      throw Failure.usage(unclosed(quote));
    }
    return close;
  }

  private static String unclosed(char quote) {
    return "a " + (quote == '"' ? "double" : "single") + " quote is not closed";
  }

  private char next(String otherwise) {
    if (at == line.length()) {
      throw Failure.usage(otherwise);
    }
    return line.charAt(at++);
  }

  private void begin() {
    word = word == null ? new StringBuilder() : word;
  }

  private void end() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }
}
