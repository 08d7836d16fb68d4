package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostClockTest {

  @Test
  void takes_yes_and_no_for_an_answer_and_nothing_else() {
    assertEquals(Optional.of(true), HostClock.ask("echo", "yes"));
    assertEquals(Optional.of(false), HostClock.ask("echo", "no"));
    assertEquals(Optional.empty(), HostClock.ask("echo", "perhaps"));
  }

  @Test
  void knows_nothing_where_the_program_is_missing() {
    assertEquals(Optional.empty(), HostClock.ask("no-such-program-here"));
  }
}
