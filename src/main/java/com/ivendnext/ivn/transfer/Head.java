package com.ivendnext.ivn.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first 64 KiB of a file: what formats are recognized by. */
public final class Head {
  static final int BYTES = 64 << 10;

  private final byte[] bytes;
  private final String text;

  Head(byte[] bytes) {
    this.bytes = bytes.clone();
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
  }

  /** As UTF-8, whatever it is, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Whether it begins with these bytes. */
  public boolean startsWith(byte... magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  /** Its first line that is neither empty nor a comment, without white space around it. */
  public String firstLine() {
    List<String> lines = lines();
    return lines.isEmpty() ? "" : lines.get(0);
  }

  /** Its lines that are neither empty nor comments; the last may be cut off. */
  public List<String> lines() {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Whether its first line begins so, in either case. */
  public boolean firstLineStartsWith(String beginning) {
    return firstLine().toLowerCase(Locale.ROOT).startsWith(beginning);
  }

  /** The names of the members of the outermost JSON object, as far as they can be seen. */
  public Set<String> jsonMembers() {
    return text.stripLeading().startsWith("{") ? Json.membersIn(text) : Set.of();
  }
}
