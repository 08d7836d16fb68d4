package com.ivendnext.ivn.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The config files that a page of the documentation shows, so that tests install those. */
final class ConfigFiles {
  private final Map<String, String> files = new LinkedHashMap<>();

  /** Those of {@code src/docs/<page>}: blocks whose first line is {@code # /path…}. */
  ConfigFiles(String page) {
    String title = null;
    boolean first = false;
    int indentation = 0;
    for (String line : read(Path.of("src/docs", page)).split("\n")) {
      String text = line.strip();
      if (text.startsWith("```")) {
        first = text.length() > 3;
        indentation = line.indexOf('`');
        title = null;
      } else if (first) {
        first = false;
        title = text.startsWith("# /") ? text.substring(2) : null;
      } else if (title != null) {
        files.merge(title, line.substring(indentation) + "\n", String::concat);
      }
    }
  }

  /** What stands in the block of that title. */
  String get(String title) {
    String file = files.get(title);
    if (file == null) {
      throw new AssertionError("the page shows " + files.keySet());
    }
    return file;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
