package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTest {

  private static Source of(InputStream in) {
    return Source.of(in, TestSecrets.NONE);
  }

  @Test
  void looking_at_the_head_takes_nothing_away() throws IOException {
    byte[] file = "a\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    Source source = of(new ByteArrayInputStream(file));
    assertTrue(source.head().text().startsWith("a\na\n"));
    assertArrayEquals(file, source.whole());
  }

  @Test
  void a_file_that_would_fill_the_memory_is_refused() {
    Source endless = of(new Endless());
    assertEquals("the file is larger than 32 MiB", Refusal.of(endless::whole).getMessage());
  }

  @Test
  void a_line_that_would_fill_the_memory_is_refused() {
    Source endless = of(new Endless());
    Intake intake = new Intake(entry -> {}, reject -> {});
    assertEquals(
        "line 1 is longer than 65536 bytes",
        Refusal.of(() -> endless.lines().each(intake, row -> null)).getMessage());
  }

  @Test
  void entries_are_counted() {
    Intake intake = new Intake(entry -> {}, reject -> {});
    for (int i = 0; i < Limits.ENTRIES; i++) {
      intake.take(Row.of(i), () -> null);
    }
    assertEquals(
        "the file has more than 1000000 entries",
        Refusal.of(() -> intake.take(Row.of(0), () -> null)).getMessage());
  }

  @Test
  void an_unknown_format_is_told_with_those_that_there_are() {
    assertTrue(Refusal.of(() -> Formats.named("x")).getMessage().contains("there are pskc, "));
    assertEquals(
        "there is no format pskd, did you mean pskc?",
        Refusal.of(() -> Formats.named("pskd")).getMessage());
  }

  @Test
  void what_is_like_nothing_known_must_be_named() {
    Head head = new Head("hello\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "what kind of file this is cannot be told from its beginning",
        Refusal.of(() -> Formats.of(head)).getMessage());
    assertEquals(List.of("hello"), head.lines());
  }

  /** The letter a, for ever. */
  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'a';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Arrays.fill(buffer, offset, offset + length, (byte) 'a');
      return length;
    }
  }
}
