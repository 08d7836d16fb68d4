package com.ivendnext.ivn.completion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand at one place of a command line.
 *
 * @param kind what the scripts look up: {@code none}, {@code choices}, {@code file}, {@code
 *     directory}, {@code site}, {@code user}, {@code role}, {@code authenticator}, {@code setting}
 *     or {@code value} (of a setting)
 * @param choices the words of {@code choices}
 */
record Place(String kind, List<String> choices) {

  static Place of(ArgSpec argument) {
    Object[] constants = argument.type().getEnumConstants();
    if (constants != null) {
      return new Place("choices", spellings(constants));
    }
    String label = argument.paramLabel();
    if (argument.type() == Path.class) {
      return new Place(label.equals("DIR") ? "directory" : "file", List.of());
    }
    return new Place(kind(label), List.of());
  }

  private static List<String> spellings(Object[] constants) {
    List<String> spellings = new ArrayList<>();
    for (Object constant : constants) {
      spellings.add(constant.toString());
    }
    return spellings;
  }

  private static String kind(String label) {
    return switch (label) {
      case "SITE", "USER", "ROLE", "AUTHENTICATOR" -> label.toLowerCase(Locale.ROOT);
      case "KEY" -> "setting";
      case "VALUE" -> "value";
      case "FILE|-" -> "file";
      default -> "none";
    };
  }

  /** The place as the tables of the scripts name it: {@code user}, {@code choices:a,b}. */
  String word() {
    return choices.isEmpty() ? kind : kind + ":" + String.join(",", choices);
  }
}
