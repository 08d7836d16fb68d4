package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void asks_on_standard_error_and_reads_a_line() {
    FakeTty tty = FakeTty.typing("Zoë\n");

    assertEquals("Zoë", tty.builder().build().readLine("Name: "));
    assertEquals("Name: ", tty.err());
    assertEquals("", tty.out());
  }

  @Test
  void shows_the_answer_so_far_before_it_asks() {
    FakeTty tty = FakeTty.typing("y\n");
    Terminal terminal = tty.builder().build();

    terminal.out().print("3 users");
    terminal.readLine("Go on? ");

    assertEquals("3 users", tty.out());
  }

  @Test
  void reads_lines_that_end_in_cr_lf_in_lf_or_not_at_all() {
    Terminal terminal = FakeTty.typing("a\r\n\nb\rc\nlast").builder().build();

    assertEquals("a", terminal.readLine(""));
    assertEquals("", terminal.readLine(""));
    assertEquals("b\rc", terminal.readLine(""));
    assertEquals("last", terminal.readLine(""));
    assertNull(terminal.readLine(""));
  }

  @Test
  void takes_no_more_than_the_line() {
    Terminal terminal = FakeTty.typing("first\nthe rest\n").builder().build();

    terminal.readLine("");

    assertArrayEquals(bytes("the rest\n"), terminal.readAll(100));
  }

  @Test
  void reads_a_line_of_64_kib() {
    String line = "x".repeat(64 * 1024);

    assertEquals(line, FakeTty.typing(line + "\n").builder().build().readLine(""));
  }

  @Test
  void refuses_a_longer_line_without_repeating_it() {
    Terminal terminal = FakeTty.typing("x".repeat(64 * 1024 + 1)).builder().build();

    Failure failure = assertThrows(Failure.class, () -> terminal.readLine(""));

    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertFalse(failure.getMessage().contains("xx"));
  }

  @Test
  void refuses_a_line_that_is_not_utf_8() {
    byte[] latin1 = "Zoë\n".getBytes(StandardCharsets.ISO_8859_1);
    Terminal terminal = FakeTty.typing(latin1).builder().build();

    Failure failure = assertThrows(Failure.class, () -> terminal.readLine(""));

    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void asks_for_a_secret_on_standard_error_and_gets_it_from_the_prompt() {
    FakeTty tty = FakeTty.typing("not this\n");
    Terminal terminal = tty.builder().secrets("hunter2"::toCharArray).build();

    assertArrayEquals("hunter2".toCharArray(), terminal.readSecret("Password: "));
    assertEquals("Password: ", tty.err());
    assertEquals("", tty.out());
  }

  @Test
  void tells_the_end_of_input_from_an_empty_secret() {
    assertNull(FakeTty.silent().builder().secrets(() -> null).build().readSecret(""));
  }

  @Test
  void refuses_to_ask_for_a_secret_without_a_terminal() {
    FakeTty tty = FakeTty.typing("hunter2\n");
    Terminal terminal = tty.builder().build();

    Failure failure = assertThrows(Failure.class, () -> terminal.readSecret("Password: "));

    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertEquals("", tty.err());
  }

  @Test
  void reads_all_of_standard_input_up_to_the_limit() {
    byte[] binary = {0, -1, '\r', '\n', 7};

    assertArrayEquals(binary, FakeTty.typing(binary).builder().build().readAll(5));
    assertArrayEquals(binary, FakeTty.typing(binary).builder().build().readAll(1 << 20));
  }

  @Test
  void reads_all_of_a_pipe_in_which_java_cannot_seek() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Terminal terminal = Terminal.on(new PipedStream("secret"), nowhere, nowhere).build();

    assertArrayEquals(bytes("secret"), terminal.readAll(100));
  }

  @Test
  void refuses_standard_input_over_the_limit() {
    Terminal terminal = FakeTty.typing("123456").builder().build();

    Failure failure = assertThrows(Failure.class, () -> terminal.readAll(5));

    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertEquals("standard input is longer than 5 bytes", failure.getMessage());
  }

  @Test
  void fails_where_standard_input_cannot_be_read() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Terminal terminal = Terminal.on(new UnreadableStream(), nowhere, nowhere).build();

    Failure line = assertThrows(Failure.class, () -> terminal.readLine(""));
    Failure all = assertThrows(Failure.class, () -> terminal.readAll(5));

    assertEquals(Failure.Kind.DATA, line.kind());
    assertEquals(Failure.Kind.DATA, all.kind());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As Java 17 has a FileInputStream on a pipe. */
  private static final class PipedStream extends ByteArrayInputStream {
    PipedStream(String content) {
      super(bytes(content));
    }

    @Override
    public byte[] readNBytes(int limit) throws IOException {
      throw new IOException("Illegal seek");
    }
  }

  private static final class UnreadableStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("Input/output error");
    }
  }
}
