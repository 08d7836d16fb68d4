package com.ivendnext.ivn.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A spelling, see {@link Arguments}, and what a command line gives of it. */
final class Spelling {
  /** The fields of mixins, and of the parent. */
  final List<String> parts = new ArrayList<>();

  /**
   * The fields of positional parameters in order, with {@code ?} (may lack) or {@code +} (many).
   */
  final List<String> positionals = new ArrayList<>();

  /** What was given: field, behind its part and a dot where it has one, and value. */
  final Map<String, String> given = new LinkedHashMap<>();

  private final Map<String, String> fields = new HashMap<>();

  Spelling(String line) {
    for (String token : split(line, ' ')) {
      int equals = token.indexOf('=');
      if (equals > 0) {
        for (String name : split(token.substring(0, equals), ',')) {
          fields.put(name, token.substring(equals + 1));
        }
      } else if (token.charAt(0) == '@') {
        parts.add(token.substring(1));
      } else {
        positionals.add(token);
      }
    }
  }

  /** The parts of {@code text}; without a regular expression, which costs a millisecond. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf(separator, from);
      end = end < 0 ? text.length() : end;
      parts.add(text.substring(from, end));
      from = end + 1;
    }
    return parts;
  }

  /** Whether {@code argument} stands for itself and is no option. */
  static boolean isWord(String argument) {
    return !argument.isEmpty() && (argument.charAt(0) != '-' || argument.length() == 1);
  }

  boolean knows(String name) {
    return fields.containsKey(name);
  }

  /**
   * Notes an option.
   *
   * @param attached the value in the same argument, or null
   * @param next the argument behind it
   * @return how many arguments that were; 0 where it is not plain
   */
  int take(String name, String attached, String next) {
    String field = fields.get(name);
    boolean flag = field.charAt(0) == '?';
    String value = flag ? "true" : attached == null ? next : attached;
    boolean plain = isWord(value) && (!flag || attached == null);
    if (!plain || given.put(flag ? field.substring(1) : field, value) != null) {
      return 0;
    }
    return flag || attached != null ? 1 : 2;
  }
}
