package com.ivendnext.ivn.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ColorChoiceTest {
  @Test
  void colours_a_tty() {
    assertTrue(ColorChoice.AUTO.enabled(terminal(true, Map.of("TERM", "xterm"))));
  }

  @Test
  void leaves_a_file_or_pipe_plain() {
    assertFalse(ColorChoice.AUTO.enabled(terminal(false, Map.of("TERM", "xterm"))));
  }

  @Test
  void heeds_no_color_unless_it_is_empty() {
    assertFalse(ColorChoice.AUTO.enabled(terminal(true, Map.of("NO_COLOR", "1"))));
    assertFalse(ColorChoice.AUTO.enabled(terminal(true, Map.of("NO_COLOR", "0"))));
    assertTrue(ColorChoice.AUTO.enabled(terminal(true, Map.of("NO_COLOR", ""))));
  }

  @Test
  void leaves_a_dumb_terminal_plain() {
    assertFalse(ColorChoice.AUTO.enabled(terminal(true, Map.of("TERM", "dumb"))));
  }

  @Test
  void colours_always_when_told_so_whatever_the_environment_says() {
    Map<String, String> env = Map.of("NO_COLOR", "1", "TERM", "dumb");

    assertTrue(ColorChoice.ALWAYS.enabled(terminal(false, env)));
  }

  @Test
  void colours_never_when_told_so() {
    assertFalse(ColorChoice.NEVER.enabled(terminal(true, Map.of("TERM", "xterm"))));
  }

  private static Terminal terminal(boolean outIsTty, Map<String, String> env) {
    return FakeTty.silent().builder().ttys(true, outIsTty, true).env(env).build();
  }
}
