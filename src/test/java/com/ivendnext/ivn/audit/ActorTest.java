package com.ivendnext.ivn.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ActorTest {

  @Test
  void names_whoever_is_behind_sudo_and_where_the_session_comes_from() {
    Map<String, String> environment =
        Map.of("SUDO_USER", "anna", "SSH_CONNECTION", "192.0.2.7 50000 198.51.100.1 22");
    assertEquals(new Actor("root", "anna", "192.0.2.7"), Actor.of("root", environment));
  }

  @Test
  void knows_no_more_than_the_account_on_a_console() {
    assertEquals(new Actor("root", null, null), Actor.of("root", Map.of("SUDO_USER", "")));
  }
}
