package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.Test;

class FinishTest {
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  @Test
  void fails_when_the_last_bytes_did_not_fit() {
    Terminal terminal = writingTo(new FailingStream(3, "No space left on device"));
    terminal.out().print("12345");

    Failure failure = assertThrows(Failure.class, terminal::finish);

    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals("cannot write to standard output: no space left on device", failure.getMessage());
  }

  @Test
  void fails_when_bytes_in_the_middle_did_not_fit() {
    Terminal terminal = writingTo(new FailingStream(0, "Disk quota exceeded"));

    assertDoesNotThrow(() -> terminal.rawOut().write('1'));
    assertDoesNotThrow(() -> terminal.rawOut().flush());

    assertThrows(Failure.class, terminal::finish);
  }

  @Test
  void fails_when_only_the_flush_failed() {
    Terminal terminal =
        writingTo(
            new ByteArrayOutputStream() {
              @Override
              public void flush() throws IOException {
                throw new IOException("Input/output error");
              }
            });

    Failure failure = assertThrows(Failure.class, terminal::finish);

    assertEquals("cannot write to standard output: input/output error", failure.getMessage());
  }

  @Test
  void fails_also_where_the_system_gives_no_reason() {
    Terminal terminal = writingTo(new FailingStream(0, null));
    terminal.out().print("1");

    Failure failure = assertThrows(Failure.class, terminal::finish);

    assertEquals("cannot write to standard output", failure.getMessage());
  }

  @Test
  void writes_nothing_more_after_the_first_error() {
    FailingStream full = new FailingStream(0, "No space left on device");
    Terminal terminal = writingTo(full);

    for (int i = 0; i < 3; i++) {
      terminal.out().print("1");
      terminal.out().flush();
    }

    assertEquals(1, full.refused);
  }

  @Test
  void takes_a_pipe_that_nobody_reads_for_success() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      Terminal terminal = writingTo(out);
      terminal.out().print("12345");

      assertDoesNotThrow(terminal::finish);
      assertTrue(terminal.outClosed());
    }
  }

  @Test
  void knows_a_closed_pipe_by_the_words_of_the_system() {
    Terminal terminal = writingTo(new FailingStream(0, "Broken pipe"));
    terminal.out().print("1");

    assertDoesNotThrow(terminal::finish);
  }

  @Test
  void tells_a_closed_pipe_from_a_full_disk_and_from_no_trouble() {
    Terminal full = writingTo(new FailingStream(0, "No space left on device"));
    full.out().print("1");
    full.out().flush();

    assertFalse(full.outClosed());
    assertFalse(writingTo(NOWHERE).outClosed());
  }

  @Test
  void succeeds_although_messages_could_not_be_written() {
    Terminal terminal =
        Terminal.on(InputStream.nullInputStream(), NOWHERE, new FailingStream(0, "gone")).build();
    terminal.err().println("ivn: no such user");

    assertDoesNotThrow(terminal::finish);
  }

  @Test
  void refuses_a_stream_that_would_hide_errors() {
    PrintStream hiding = new PrintStream(NOWHERE);

    assertThrows(IllegalArgumentException.class, () -> writingTo(hiding));
  }

  private static Terminal writingTo(OutputStream out) {
    return Terminal.on(InputStream.nullInputStream(), out, NOWHERE).build();
  }
}
