package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.InProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans without any site: what is and what is to be are both files. */
class PlannerTest {
  private static final String NOW =
      "settings: {use_tls: true, mail_server: mx, mail_password: old}\n"
          + "roles: {All: {two_factor: true}, Auditor: {two_factor: false}, Staff: {}}\n"
          + "users:\n"
          + "  Administrator: {full_name: Administrator, roles: []}\n"
          + "  a@x.y: {full_name: A, enabled: true, roles: [Auditor, Staff], authenticator: false,"
          + " mobile: '1'}\n";

  private static State state(String text) {
    return StateFile.read(text.getBytes(StandardCharsets.UTF_8), "f");
  }

  private static Plan plan(String desired, boolean prune) {
    return new Planner(state(desired), prune, InProcess.START).plan(state(NOW));
  }

  /** Each change as sign, name and fields. */
  private static List<String> changes(String desired, boolean prune) {
    return plan(desired, prune).changes().stream()
        .map(change -> change.sign().mark() + change.name() + change.values())
        .toList();
  }

  @Test
  void changes_nothing_where_all_is_as_it_is_to_be() {
    assertTrue(plan(NOW, true).isEmpty());
    assertTrue(plan("users: {a@x.y: {}}", false).isEmpty());
    assertTrue(plan("version: 1", true).isEmpty());
  }

  @Test
  void sets_changes_and_unsets_settings() {
    assertEquals(
        List.of("-mail_server{value=null}", "+use_ssl{value=true}", "~use_tls{value=false}"),
        changes("settings: {use_tls: false, use_ssl: true, mail_server: null}", false));
  }

  @Test
  void keeps_a_censored_secret() {
    assertTrue(plan("settings: {mail_password: __CENSORED__}", false).isEmpty());
    assertEquals(
        List.of("-mail_server{value=null}", "-use_tls{value=null}"),
        changes("settings: {mail_password: __CENSORED__}", true));
  }

  @Test
  void cannot_keep_a_secret_that_is_not_there() {
    Failure failure =
        assertThrows(Failure.class, () -> plan("settings: {sms_headers: __CENSORED__}", false));
    assertEquals(
        "/settings/sms_headers: there is no stored secret that could stay", failure.getMessage());
  }

  @Test
  void shows_no_secret() {
    Plan plan = plan("settings: {mail_password: new}", false);
    assertFalse(plan.toString().contains("new"), plan.toString());
    assertTrue(plan.changes().get(0).fields().get(0).secret());
  }

  @Test
  void adds_and_ticks_roles() {
    assertEquals(
        List.of("~All{two_factor=false}", "+New{two_factor=false}", "~Staff{two_factor=true}"),
        changes("roles: {All: {two_factor: false}, New: , Staff: {two_factor: true}}", false));
  }

  @Test
  void prunes_roles_but_what_is_built_in_or_granted() {
    assertEquals(List.of("-Auditor{}", "-Staff{}"), changes("roles: {}", true));
    assertEquals(
        List.of("-Auditor{}"),
        changes("roles: {}\nusers: {Administrator: {}, a@x.y:" + " {roles: [Staff]}}", true)
            .subList(0, 1));
  }

  @Test
  void prunes_users_but_the_administrator() {
    assertEquals(List.of("-a@x.y{}"), changes("users: {}", true));
  }

  @Test
  void prunes_no_section_that_the_file_does_not_have() {
    assertEquals(List.of(), changes("settings:\nroles:\nusers:", true));
  }

  @Test
  void changes_only_the_fields_that_are_named() {
    assertEquals(
        List.of("~a@x.y{full_name=B, mobile=null, roles=[Staff]}"),
        changes(
            "users: {a@x.y: {full_name: B, mobile: null, roles: [Staff], enabled: true}}", false));
  }

  @Test
  void makes_an_authenticator_and_never_takes_one() {
    assertEquals(
        List.of("~a@x.y{authenticator=true}"),
        changes("users: {a@x.y: {authenticator: true}}", false));
    State has = state("users: {a@x.y: {authenticator: true}}");
    State wanted = state("users: {a@x.y: {authenticator: false}}");
    assertTrue(new Planner(wanted, true, InProcess.START).plan(has).isEmpty());
  }

  @Test
  void takes_an_exemption_that_has_ended_for_none() {
    String ended = "users: {a@x.y: {exemption: {until: 2026-11-24T10:00:00Z, reason: r}}}";
    assertTrue(plan(ended, false).isEmpty());
    String live = "users: {a@x.y: {exemption: {until: 2026-11-24T10:00:01Z, reason: r}}}";
    assertEquals(1, plan(live, false).changes().size());
  }

  @Test
  void leaves_a_new_user_without_a_mailbox_where_the_file_says_so() {
    Map<String, Object> values =
        plan("users: {n@x.y: {email: null, mobile: null}}", false).changes().get(0).values();
    assertTrue(values.containsKey("email"));
    assertFalse(values.containsKey("mobile"));
  }

  @Test
  void names_the_place_in_the_file() {
    Change change = plan("users: {n/1@x.y: {}}", false).changes().get(0);
    assertEquals("/users/n~11@x.y", change.pointer());
  }
}
