package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.UserType;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest implements Import.Listener {
  private static final String ANN = "ann@example.com";
  private static final Import.Order FAIL = order(OnConflict.FAIL);
  private static final String SECRET = People.SECRET.base32();
  private static final String OTHER = People.OTHER.base32();

  @TempDir Path directory;
  private TestSite site;
  private final List<String> rejects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void make_a_site() {
    site = new TestSite(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Override
  public void rejected(Reject reject, String head) {
    rejects.add(reject.row().number() + " " + reject.reason());
  }

  @Override
  public void noted(Row row, String user, String note) {
    notes.add(user + " " + note);
  }

  @Override
  public void remarked(String remark) {
    notes.add(remark);
  }

  private static Import.Order order(OnConflict onConflict) {
    return new Import.Order(onConflict, false, null, null, false, false);
  }

  private String run(Import.Order order, String format, String file) {
    Source source =
        Source.of(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), TestSecrets.NONE);
    Import.Totals totals =
        new Import(site.store(), site.values(), site.login(), SecureRandom::new)
            .run(Formats.named(format), source, order, this);
    return String.format(
        "added %d, updated %d, unchanged %d, skipped %d, rejected %d",
        totals.added(), totals.updated(), totals.unchanged(), totals.skipped(), totals.rejected());
  }

  private String csv(Import.Order order, String titles, String... rows) {
    return run(order, "csv", titles + "\n" + String.join("\n", rows) + "\n");
  }

  private Person person(String user) {
    return site.store().users().find(user).orElseThrow();
  }

  private List<Authenticator> held(String user) {
    return site.store().authenticators().of(user);
  }

  @Test
  void a_new_user_comes_with_all_that_the_file_says() {
    site.roles().add("Auditor");
    csv(
        FAIL,
        "user,full_name,email,mobile_no,type,enabled,roles,password_hash,secret,label",
        "Ann@Example.com,Ann,a@example.org,+49170,Website User,no,Auditor; All,"
            + People.HASH
            + ","
            + SECRET
            + ",phone");
    Person ann = person(ANN);
    assertEquals("Ann", ann.user().fullName());
    assertEquals("a@example.org", ann.user().email());
    assertEquals("+49170", ann.user().mobileNo());
    assertEquals(UserType.WEBSITE_USER, ann.user().type());
    assertFalse(ann.user().enabled());
    assertTrue(ann.has("Auditor"));
    assertEquals(People.HASH, site.store().passwords().find(ANN).orElseThrow().hash().text());
    assertEquals("phone", held(ANN).get(0).label());
  }

  @Test
  void an_authenticator_in_use_elsewhere_is_active_at_once() {
    csv(FAIL, "user,secret", ANN + "," + SECRET);
    Authenticator app = held(ANN).get(0);
    assertEquals(State.ACTIVE, app.state());
    assertEquals("app", app.label());
    assertEquals(Reason.ACCEPTED, site.verifier().verify(ANN, site.code(app, 0)).reason());
  }

  @Test
  void one_that_was_never_proven_waits_for_its_code() {
    csv(FAIL, "user,secret,state", ANN + "," + SECRET + ",pending");
    assertEquals(State.PENDING, held(ANN).get(0).state());
    assertEquals(
        "added 0, updated 1, unchanged 0, skipped 0, rejected 0",
        csv(FAIL, "user,secret,state", ANN + "," + SECRET + ",active"));
    assertEquals(State.ACTIVE, held(ANN).get(0).state());
  }

  @Test
  void a_token_goes_on_counting_where_it_was() {
    csv(FAIL, "user,secret,kind,counter", ANN + "," + SECRET + ",hotp,5");
    Authenticator token = held(ANN).get(0);
    assertEquals("token", token.label());
    assertEquals(Reason.WRONG, site.verifier().verify(ANN, site.tokenCode(token, 4)).reason());
    assertEquals(Reason.ACCEPTED, site.verifier().verify(ANN, site.tokenCode(token, 5)).reason());
  }

  @Test
  void the_same_again_changes_nothing_and_moves_no_counter_back() {
    String[] rows = {ANN + ",Ann," + SECRET + ",hotp,0", "bob@example.com,Bob,,,"};
    String titles = "user,full_name,secret,kind,counter";
    assertEquals("added 2, updated 0, unchanged 0, skipped 0, rejected 0", csv(FAIL, titles, rows));
    Authenticator token = held(ANN).get(0);
    site.verifier().verify(ANN, site.tokenCode(token, 3)).orFail();
    for (OnConflict policy : OnConflict.values()) {
      assertEquals(
          "added 0, updated 0, unchanged 2, skipped 0, rejected 0",
          csv(order(policy), titles, rows));
    }
    assertEquals(Reason.WRONG, site.verifier().verify(ANN, site.tokenCode(token, 3)).reason());
    assertEquals(1, held(ANN).size());
  }

  @Test
  void rows_of_the_same_user_add_up() {
    csv(FAIL, "user,secret", ANN + "," + SECRET, ANN + "," + OTHER);
    assertEquals(List.of("app", "app 2"), held(ANN).stream().map(Authenticator::label).toList());
    assertEquals(
        "added 0, updated 0, unchanged 2, skipped 0, rejected 0",
        csv(FAIL, "user,secret", ANN + "," + SECRET, ANN + "," + OTHER));
  }

  @Test
  void what_the_site_does_not_know_yet_is_no_conflict() {
    site.add(ANN);
    assertEquals(
        "added 0, updated 1, unchanged 0, skipped 0, rejected 0",
        csv(FAIL, "user,full_name,mobile_no,secret", ANN + ",Ann,+49170," + SECRET));
    assertEquals("Ann", person(ANN).user().fullName());
  }

  private void conflict() {
    csv(FAIL, "user,full_name,secret", ANN + ",Ann," + SECRET);
  }

  @Test
  void a_conflict_rejects_its_row_and_no_other() {
    conflict();
    assertEquals(
        "added 1, updated 0, unchanged 0, skipped 0, rejected 1",
        csv(FAIL, "user,full_name,secret", ANN + ",Anna," + OTHER, "bob@example.com,Bob,"));
    assertEquals(
        List.of(
            "2 the site has user ann@example.com with another authenticator app and another full"
                + " name"),
        rejects);
    assertEquals("Ann", person(ANN).user().fullName());
    assertEquals(People.SECRET, site.store().authenticators().secret(held(ANN).get(0)));
  }

  @Test
  void a_conflict_may_be_skipped() {
    conflict();
    assertEquals(
        "added 0, updated 0, unchanged 0, skipped 1, rejected 0",
        csv(order(OnConflict.SKIP), "user,full_name,mobile_no", ANN + ",Anna,+49170"));
    assertEquals(null, person(ANN).user().mobileNo());
  }

  @Test
  void the_file_may_win() {
    conflict();
    assertEquals(
        "added 0, updated 1, unchanged 0, skipped 0, rejected 0",
        csv(order(OnConflict.REPLACE), "user,full_name,secret", ANN + ",Anna," + OTHER));
    assertEquals("Anna", person(ANN).user().fullName());
    assertEquals(1, held(ANN).size());
    assertEquals(People.OTHER, site.store().authenticators().secret(held(ANN).get(0)));
  }

  @Test
  void other_codes_of_the_same_secret_are_a_conflict() {
    conflict();
    csv(FAIL, "user,secret,digits", ANN + "," + SECRET + ",8");
    assertEquals(
        List.of("2 the site has user ann@example.com with other codes of authenticator app"),
        rejects);
    csv(order(OnConflict.REPLACE), "user,secret,digits", ANN + "," + SECRET + ",8");
    assertEquals(8, held(ANN).get(0).digits());
    assertEquals(1, held(ANN).size());
  }

  @Test
  void a_role_that_the_site_lacks_rejects_its_row_or_is_made() {
    csv(FAIL, "user,roles", ANN + ",Auditor");
    assertEquals(List.of("2 there is no role Auditor"), rejects);
    csv(
        new Import.Order(OnConflict.FAIL, true, null, null, false, false),
        "user,roles",
        ANN + ",Auditor");
    assertTrue(person(ANN).has("Auditor"));
    assertFalse(site.roles().find("Auditor").twoFactor());
  }

  @Test
  void who_is_not_named_needs_to_be() {
    String file = "tok1,3132333435363738393031323334353637383930,totp\n";
    run(FAIL, "oath-csv", file);
    assertEquals(List.of("1 the row names no user, and --user does not either"), rejects);
    run(new Import.Order(OnConflict.FAIL, false, ANN, null, false, false), "oath-csv", file);
    assertEquals("tok1", held(ANN).get(0).label());
  }

  @Test
  void login_names_get_a_domain() {
    run(
        new Import.Order(OnConflict.FAIL, false, null, "example.com", false, false),
        "users-oath",
        "HOTP/T30 ann - 3132333435363738393031323334353637383930\n");
    assertEquals(1, held(ANN).size());
    run(FAIL, "users-oath", "HOTP/T30 bob - 3132333435363738393031323334353637383930\n");
    assertEquals(List.of("1 a user name is an e-mail address without spaces or colons"), rejects);
  }

  @Test
  void weak_secrets_are_told_and_short_ones_refused() {
    csv(FAIL, "user,secret", ANN + ",MFRGGZDFMZTWQ2LK", "bob@example.com,MFRGGZDFMZTWQ2I");
    assertTrue(held(ANN).get(0).weak());
    assertEquals(
        List.of("ann@example.com the secret has less than 128 bits; RFC 4226 asks for more"),
        notes);
    assertEquals(List.of("3 shared secret has only 72 bits, the least is 80"), rejects);
  }

  @Test
  void a_password_hash_of_another_kind_is_left_out_and_told() {
    csv(FAIL, "user,password_hash", ANN + ",$argon2id$v=19$m=1$x$y");
    assertTrue(site.store().passwords().find(ANN).isEmpty());
    assertEquals(
        List.of(
            "ann@example.com the password hash is of another kind and was left out: set a new"
                + " password"),
        notes);
  }

  @Test
  void scratch_codes_become_recovery_codes_once() {
    String file = SECRET + "\n\" TOTP_AUTH\n12345678\n87654321\n";
    Import.Order ann = new Import.Order(OnConflict.FAIL, false, ANN, null, false, false);
    run(ann, "google-authenticator", file);
    assertTrue(site.verifier().verify(ANN, "12345678").accepted());
    assertEquals(
        "added 0, updated 0, unchanged 1, skipped 0, rejected 0",
        run(ann, "google-authenticator", file));
    assertFalse(site.verifier().verify(ANN, "12345678").accepted());
    assertEquals(1, site.recoveryCodes().count(ANN).left());
  }

  @Test
  void a_dry_run_tells_the_same_and_leaves_nothing() {
    assertEquals(
        "added 1, updated 0, unchanged 0, skipped 0, rejected 1",
        csv(
            new Import.Order(OnConflict.FAIL, true, null, null, false, true),
            "user,secret,roles",
            ANN + "," + SECRET + ",New",
            "nobody,,"));
    assertTrue(site.store().users().find(ANN).isEmpty());
    assertTrue(site.store().roles().find("New").isEmpty());
    assertTrue(site.store().auditFault().isEmpty());
  }

  @Test
  void what_came_before_a_break_in_the_file_stays() {
    String rows = "a@example.com,A\n".concat("b@example.com,\"B");
    Refusal.of(() -> run(FAIL, "csv", "user,full_name\n" + rows));
    assertEquals("A", person("a@example.com").user().fullName());
  }

  @Test
  void thousands_are_committed_as_they_come() {
    String[] rows = new String[2_500];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "u" + i + "@example.com,User " + i;
    }
    rows[2_400] = "nobody,";
    assertEquals(
        "added 2499, updated 0, unchanged 0, skipped 0, rejected 1",
        csv(FAIL, "user,full_name", rows));
    assertTrue(site.store().auditFault().isEmpty());
  }

  @Test
  void the_audit_log_tells_who_got_what_and_no_secret() {
    csv(FAIL, "user,secret", ANN + "," + SECRET);
    List<String> details = new ArrayList<>();
    site.store()
        .eachRecord(
            record -> {
              if (record.event().action().equals("user.import")) {
                details.add(record.event().subject() + " " + record.event().detail());
              }
            });
    assertEquals(List.of("ann@example.com csv: added, app active"), details);
  }

  @Test
  void the_last_administrator_is_not_disabled() {
    site.add(ANN);
    assertEquals(
        "this would shut every administrator out",
        Refusal.of(() -> csv(order(OnConflict.REPLACE), "user,enabled", "Administrator,no"))
            .getMessage());
    assertTrue(person("Administrator").user().enabled());
  }

  @Test
  void a_grace_period_begins_for_whoever_is_added() {
    site.config.put("two_factor_grace_period_hours", 24);
    csv(FAIL, "user", ANN);
    assertEquals(site.clock.instant(), person(ANN).requiredSince());
  }

  @Test
  void two_authenticators_of_one_row_have_two_labels() {
    Entry entry =
        Entry.at(Row.of(1))
            .user(ANN)
            .key(Key.of(People.SECRET).named(null, "x"))
            .key(Key.of(People.OTHER).named(null, "x"))
            .build();
    String file = Moved.text(Formats.named("csv"), entry);
    run(FAIL, "csv", file);
    assertEquals(
        List.of("3 the site has user ann@example.com with another authenticator x"), rejects);
  }

  @Test
  void addresses_to_log_in_from_come_over_and_do_not_change_unasked() {
    String tables =
        "CREATE TABLE `tabHas Role` (`name` text);CREATE TABLE `tabRole` (`name` text);"
            + "CREATE TABLE `tabDefaultValue` (`name` text);CREATE TABLE `__Auth` (`name` text);"
            + "INSERT INTO `tabUser` (`name`, `enabled`, `user_type`, `restrict_ip`)"
            + " VALUES ('ann@example.com', 1, 'System User', '";
    run(FAIL, "frappe-sql", tables + "192.0.2.');");
    run(FAIL, "frappe-sql", tables + "198.51.100.7');");
    run(FAIL, "frappe-sql", tables + "somewhere');");
    assertEquals("192.0.2.", person(ANN).user().restrictIp());
    assertEquals(
        List.of(
            "1 the site has user ann@example.com with other addresses to log in from",
            "1 \"somewhere\" is no address to log in from"),
        rejects);
    run(order(OnConflict.REPLACE), "frappe-sql", tables + "198.51.100.7');");
    assertEquals("198.51.100.7", person(ANN).user().restrictIp());
  }
}
