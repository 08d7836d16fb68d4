package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {

  private static State read(String text) {
    return StateFile.read(text.getBytes(StandardCharsets.UTF_8), "site.yaml");
  }

  private static String problem(String text) {
    Failure failure = assertThrows(Failure.class, () -> read(text));
    assertEquals(Failure.Kind.DATA, failure.kind());
    return failure.getMessage();
  }

  @Test
  void leaves_a_section_alone_that_the_file_does_not_have() {
    State state = read("settings:\nusers: {}\n");
    assertNull(state.settings());
    assertNull(state.roles());
    assertEquals(Map.of(), state.users());
  }

  @Test
  void takes_an_empty_role_or_user_for_one_of_which_nothing_is_said() {
    State state = read("roles:\n  Auditor:\nusers:\n  a@example.com:\n");
    assertEquals(Map.of("Auditor", Map.of()), state.roles());
    assertEquals(Map.of("a@example.com", Map.of()), state.users());
  }

  @Test
  void stores_names_roles_and_times_in_one_form() {
    State state =
        read(
            "users:\n  A@Example.COM:\n    full_name: ' A '\n    roles: [b, a]\n"
                + "    exemption: {until: '2026-12-01T01:00:00.1234+01:00', reason: ' x '}\n");
    Map<String, Object> user = state.users().get("a@example.com");
    assertEquals("A", user.get("full_name"));
    assertEquals(List.of("a", "b"), user.get("roles"));
    assertEquals(Map.of("until", "2026-12-01T00:00:00.123Z", "reason", "x"), user.get("exemption"));
  }

  @Test
  void stores_settings_in_their_types() {
    State state =
        read(
            "settings:\n  otp_digits: 8\n  two_factor_method: Email\n  mail_server: null\n"
                + "  mail_password: __CENSORED__\n  sms_parameters: {sender: 5}\n");
    assertEquals(8L, state.settings().get("otp_digits"));
    assertEquals("Email", state.settings().get("two_factor_method"));
    assertNull(state.settings().get("mail_server"));
    assertEquals(State.CENSORED, state.settings().get("mail_password"));
    assertEquals(Map.of("sender", "5"), state.settings().get("sms_parameters"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense: 1 | line 1, column 1 (/nonsense): is not known here",
        "version: 2 | line 1, column 1 (/version): must be one of 1",
        "[] | line 1, column 1: must be object, not array",
        "settings: {otp_digits: 5} | line 1, column 12 (/settings/otp_digits): must be one of 6, 7, 8",
        "settings: {use_tls: 'no'}"
            + " | line 1, column 12 (/settings/use_tls): must be true or false",
        "settings: {mail_port: 0}"
            + " | line 1, column 12 (/settings/mail_port): must be a whole number from 1 to 65535",
        "settings: {otp_digit: 6}"
            + " | line 1, column 12 (/settings/otp_digit): is not known here;"
            + " did you mean otp_digits?",
        "settings: {db_password: x}"
            + " | line 1, column 12 (/settings/db_password): is not part of a state:"
            + " ivn set-config db_password writes it",
        "settings: {host_name: ftp://x}"
            + " | line 1, column 12 (/settings/host_name): host_name must be a host name or a http or https URL,"
            + " not \"ftp://x\"",
        "roles: {A: {two_factor: 1}}"
            + " | line 1, column 13 (/roles/A/two_factor): must be boolean, not integer",
        "users: {a@x.y: {admin: true}} | line 1, column 17 (/users/a@x.y/admin): is not known here",
        "users: {a@x.y: {roles: [A, A]}}"
            + " | line 1, column 17 (/users/a@x.y/roles): names something twice",
        "users: {a@x.y: {exemption: {until: x}}}"
            + " | line 1, column 17 (/users/a@x.y/exemption): lacks reason",
        "users: {A@x.y: {}, a@x.y: {}}"
            + " | line 1, column 20 (/users/a@x.y): names the same one a second time"
      })
  void says_what_is_wrong_and_where(String text, String problem) {
    assertEquals("site.yaml, " + problem, problem(text));
  }

  @Test
  void never_repeats_a_secret() {
    String problem = problem("settings: {mail_password: [hunter2], use_tls: hunter2}");
    assertFalse(problem.contains("hunter2"), problem);
    assertFalse(read("settings: {mail_password: hunter2}").toString().contains("hunter2"));
  }

  @Test
  void refuses_what_is_empty_or_not_text() {
    assertEquals("cannot read site.yaml: there is nothing in it", problem("# only this\n"));
    Failure failure =
        assertThrows(Failure.class, () -> StateFile.read(new byte[] {(byte) 0xff}, "f"));
    assertEquals("cannot read f: it is not UTF-8 text", failure.getMessage());
  }
}
