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
  void pam_tells_the_address_where_ssh_does_not() {
    assertEquals(
        new Actor("root", null, "192.0.2.8"), Actor.of("root", Map.of("PAM_RHOST", "192.0.2.8")));
    assertEquals(
        new Actor("root", null, "192.0.2.7"),
        Actor.of("root", Map.of("SSH_CONNECTION", "192.0.2.7 1 x 2", "PAM_RHOST", "192.0.2.8")));
  }

  @Test
  void a_server_tells_whom_it_acts_for() {
    Actor server = new Actor("www-data", null, null);
    assertEquals(
        new Actor("www-data", null, "192.0.2.9", "shop"), server.from("192.0.2.9").by("shop"));
  }

  @Test
  void knows_no_more_than_the_account_on_a_console() {
    assertEquals(new Actor("root", null, null), Actor.of("root", Map.of("SUDO_USER", "")));
  }
}
