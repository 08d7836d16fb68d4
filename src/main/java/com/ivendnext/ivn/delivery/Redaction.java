package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.twofactor.Letter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a server's answer fit to be shown: a server may repeat what it was sent, and what it was
 * sent holds secrets.
 */
final class Redaction {
  static final String HIDDEN = "***";

  private static final int LONGEST = 200;

  /** Shorter secrets are hidden only where they stand alone: a parameter may be {@code 1}. */
  private static final int SHORT = 4;

  /** The longest first, so that no rest of it stays behind a shorter one. */
  private final Set<String> secrets =
      new TreeSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));

  /** Hides a value, its longer words, and the forms it takes in URLs, JSON and HTML. */
  Redaction value(String value) {
    if (!value.isBlank()) {
      secrets.add(value);
      secrets.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
      secrets.add(JsonObject.escaped(value));
      secrets.add(HtmlText.escaped(value));
    }
    for (String word : value.split("\\s+")) {
      if (word.length() >= SHORT) {
        secrets.add(word);
      }
    }
    return this;
  }

  /** Hides the recipient, the lines of the text, and all in it that could be a code or a key. */
  Redaction letter(Letter letter) {
    value(letter.to());
    for (String line : letter.text().split("\\R")) {
      if (line.strip().length() >= SHORT) {
        secrets.add(line.strip());
      }
    }
    for (String word : letter.text().split("[^A-Za-z0-9_-]+")) {
      if (word.length() >= 3 && word.matches(".*[0-9].*")) {
        secrets.add(word);
      }
    }
    return this;
  }

  /** The first line that says something: without secrets, harmless, at most 200 characters. */
  String firstLine(String answer) {
    for (String line : answer.split("\\R")) {
      if (line.chars().anyMatch(Character::isLetterOrDigit)) {
        return cut(harmless(hide(line.strip())));
      }
    }
    return "";
  }

  /** The text with {@code ?} for all that could steer a terminal or hide its neighbours. */
  static String harmless(String text) {
    StringBuilder harmless = new StringBuilder(text.length());
    text.codePoints()
        .map(
            point ->
                switch (Character.getType(point)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      '?';
                  default -> point;
                })
        .forEach(harmless::appendCodePoint);
    return harmless.toString();
  }

  private String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hide(hidden, secret);
    }
    return hidden;
  }

  private static String hide(String text, String secret) {
    StringBuilder hidden = new StringBuilder(text.length());
    int from = 0;
    for (int at = find(text, secret, 0); at >= 0; at = find(text, secret, from)) {
      hidden.append(text, from, at).append(HIDDEN);
      from = at + secret.length();
    }
    return hidden.append(text, from, text.length()).toString();
  }

  /** In any case of letters: escapes such as {@code %2b} come in both. */
  private static int find(String text, String secret, int from) {
    for (int at = from; at + secret.length() <= text.length(); at++) {
      if (text.regionMatches(true, at, secret, 0, secret.length())
          && (secret.length() >= SHORT || standsAlone(text, at, at + secret.length()))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean standsAlone(String text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  private static String cut(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
