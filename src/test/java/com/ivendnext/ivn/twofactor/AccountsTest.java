package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Accounts.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
  @TempDir Path directory;

  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static void fails(Failure.Kind kind, Executable deed) {
    assertEquals(kind, assertThrows(Failure.class, deed).kind());
  }

  private static List<String> roles(Person person) {
    return person.roles().stream().map(Role::name).toList();
  }

  @Test
  void a_new_site_has_the_administrator_and_frappes_roles() {
    Person administrator = site.accounts().find("administrator");
    assertEquals(List.of("Administrator", "All", "Desk User"), roles(administrator));
    assertEquals(
        List.of("Administrator", "All", "Desk User", "Guest", "System Manager"),
        site.roles().summaries().stream().map(Roles.Summary::name).toList());
    assertTrue(site.roles().find("All").twoFactor());
    assertFalse(site.roles().find("Desk User").twoFactor());
  }

  @Test
  void a_user_is_added_once() {
    fails(Failure.Kind.REFUSED, () -> site.add("USER@example.com"));
  }

  @Test
  void a_system_user_has_both_automatic_roles_and_a_website_user_one() {
    site.accounts()
        .add(new Draft("w@example.com", "W", UserType.WEBSITE_USER, null, null, null, List.of()));
    assertEquals(List.of("All"), roles(site.accounts().find("w@example.com")));
    assertEquals(List.of("All", "Desk User"), roles(site.accounts().find(USER)));
  }

  @Test
  void nobody_is_added_when_one_of_the_roles_is_unknown() {
    fails(Failure.Kind.NOT_FOUND, () -> site.add("b@example.com", "System Manager", "Nobody"));
    fails(Failure.Kind.NOT_FOUND, () -> site.accounts().find("b@example.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nobody", "@example.com", "a@", "a@example.com\nBcc: b@x.com"})
  void what_cannot_be_a_mailbox_is_none(String mailbox) {
    Draft draft =
        new Draft("b@example.com", "B", UserType.SYSTEM_USER, mailbox, null, null, List.of());
    fails(Failure.Kind.USAGE, () -> site.accounts().add(draft));
    fails(Failure.Kind.NOT_FOUND, () -> site.accounts().find("b@example.com"));
  }

  @Test
  void a_number_for_sms_cannot_be_empty() {
    Draft draft = new Draft("b@example.com", "B", UserType.SYSTEM_USER, null, "", null, List.of());
    fails(Failure.Kind.USAGE, () -> site.accounts().add(draft));
  }

  @Test
  void granted_roles_come_and_go() {
    site.roles().add("Auditor");
    assertTrue(site.accounts().grant(USER, List.of("Auditor", "System Manager")).has("Auditor"));
    assertTrue(site.accounts().grant(USER, List.of("Auditor")).has("Auditor"));
    Person after = site.accounts().revoke(USER, List.of("Auditor"));
    assertFalse(after.has("Auditor"));
    assertTrue(after.has("System Manager"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"All", "Desk User", "Guest", "Administrator"})
  void automatic_roles_are_not_granted(String role) {
    fails(Failure.Kind.REFUSED, () -> site.accounts().grant(USER, List.of(role)));
  }

  @Test
  void an_unknown_role_leads_to_the_one_that_was_meant() {
    Failure failure =
        assertThrows(Failure.class, () -> site.accounts().grant(USER, List.of("system manger")));
    assertEquals("did you mean System Manager?", failure.hint());
  }

  @Test
  void a_removed_user_leaves_no_authenticator_behind() {
    site.enroll(USER);
    site.accounts().remove(USER);
    site.add(USER);
    assertTrue(site.store().authenticators().of(USER).isEmpty());
  }

  @Test
  void the_administrator_stays() {
    fails(Failure.Kind.REFUSED, () -> site.accounts().remove("Administrator"));
  }

  @Test
  void switching_off_twice_is_no_change() {
    assertTrue(site.accounts().enable(USER, false));
    assertFalse(site.accounts().enable(USER, false));
    assertFalse(site.accounts().find(USER).user().enabled());
  }

  @Test
  void guest_never_asks_for_a_second_factor() {
    fails(Failure.Kind.REFUSED, () -> site.roles().tick("Guest", true));
  }

  @Test
  void ticking_twice_is_no_change() {
    assertTrue(site.roles().tick("System Manager", true));
    assertFalse(site.roles().tick("System Manager", true));
  }

  @Test
  void built_in_roles_stay() {
    fails(Failure.Kind.REFUSED, () -> site.roles().remove("All"));
  }

  @Test
  void a_removed_role_is_gone_from_its_users() {
    site.roles().add("Auditor");
    site.accounts().grant(USER, List.of("Auditor"));
    site.roles().remove("Auditor");
    assertEquals(List.of("All", "Desk User"), roles(site.accounts().find(USER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\nb", "a\u001bb"})
  void a_role_name_is_a_line_of_text(String name) {
    fails(Failure.Kind.USAGE, () -> site.roles().add(name));
  }

  @Test
  void everybody_is_handed_on_by_name() {
    site.add("a@example.com", "System Manager");
    List<String> names = new ArrayList<>();
    site.store().users().each(person -> names.add(person.user().name()));
    assertEquals(List.of("Administrator", "a@example.com", USER), names);
  }

  @Test
  void coverage_counts_who_needs_one_and_who_has_one() {
    site.add("b@example.com", "System Manager");
    site.add("c@example.com");
    site.accounts().enable("c@example.com", false);
    site.enroll("b@example.com");
    Coverage coverage = Coverage.of(site.store(), site.values(), site.login());
    assertEquals(3, coverage.everybody().users());
    assertEquals(3, coverage.everybody().required());
    assertEquals(1, coverage.everybody().enrolled());
    assertEquals(1, coverage.disabled());
    assertEquals(List.of("Administrator", USER), coverage.missing());
    assertEquals(1, coverage.byRole().get("System Manager").enrolled());
    assertEquals(1, coverage.safeAdministrators());
  }

  @Test
  void readiness_finds_what_keeps_the_switch_from_working() {
    site.roles().tick("All", false);
    site.config.put("two_factor_method", "Email");
    Coverage coverage = Coverage.of(site.store(), site.values(), site.login());
    List<Readiness.Problem> problems =
        Readiness.problems(site.values(), coverage, site.store().roles().all(), true);
    assertEquals(2, problems.size());
    assertEquals("ivn role enable-2fa All", problems.get(0).remedy());
  }
}
