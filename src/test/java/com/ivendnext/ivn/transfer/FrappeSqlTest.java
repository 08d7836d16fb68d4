package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Fernet;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.UserType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrappeSqlTest {
  private static final Format FRAPPE = Formats.named("frappe-sql");
  private static final String ANN = "ann@example.com";
  private static final String SECRET = People.SECRET.base32();
  private static final String OTHER = People.OTHER.base32();

  private static String sealed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Fernet(TestSecrets.NONE.siteKey()).seal(bytes, new SecureRandom());
  }

  private static String value(String parent, String key, String value) {
    return "INSERT INTO `tabDefaultValue` (`parent`, `defkey`, `defvalue`) VALUES ('"
        + parent
        + "', '"
        + key
        + "', '"
        + value
        + "');\n";
  }

  private static String user(String name, String type) {
    return "INSERT INTO `tabUser` (`name`, `enabled`, `user_type`, `restrict_ip`) VALUES ('"
        + name
        + "', 0, '"
        + type
        + "', '192.0.2.');\n";
  }

  /** All five tables, with {@code more} in them. */
  private static String dump(String... more) {
    return "CREATE TABLE `tabUser` (`name` text);CREATE TABLE `tabHas Role` (`name` text);"
        + "CREATE TABLE `tabRole` (`name` text);CREATE TABLE `tabDefaultValue` (`name` text);"
        + "CREATE TABLE `__Auth` (`name` text);\n"
        + String.join("", more);
  }

  @Test
  void a_secret_is_proven_once_it_was_used_to_log_in() {
    String secret = value("__2fa", ANN + "_otpsecret", sealed(SECRET));
    assertEquals(List.of(Key.of(People.SECRET).proven(false)), Moved.one(FRAPPE, secret).keys());
    assertEquals(
        List.of(Key.of(People.SECRET)),
        Moved.one(FRAPPE, value("__2fa", ANN + "_otplogin", "1") + secret).keys());
  }

  @Test
  void an_older_secret_stands_in_the_clear() {
    Entry entry =
        Moved.one(
            FRAPPE,
            value("__default", ANN + "_otpsecret", SECRET)
                + value("__default", ANN + "_otplogin", "1"));
    assertEquals(ANN, entry.user());
    assertEquals(List.of(Key.of(People.SECRET)), entry.keys());
  }

  @Test
  void a_newer_secret_goes_before_an_older_one() {
    String older =
        value("__default", ANN + "_otpsecret", OTHER) + value("__default", ANN + "_otplogin", "1");
    String newer = value("__2fa", ANN + "_otpsecret", sealed(SECRET));
    List<Key> pending = List.of(Key.of(People.SECRET).proven(false));
    assertEquals(pending, Moved.one(FRAPPE, older + newer).keys());
    assertEquals(pending, Moved.one(FRAPPE, newer + older).keys());
  }

  @Test
  void a_profile_is_taken() {
    Entry entry = Moved.one(FRAPPE, dump(user("Ann@example.com", "Website User")));
    assertEquals(ANN, entry.user());
    assertEquals(UserType.WEBSITE_USER, entry.type());
    assertEquals(false, entry.enabled());
    assertEquals("192.0.2.", entry.restrictIp());
  }

  @Test
  void a_type_that_there_is_not_here_is_rejected() {
    assertEquals(
        ANN + " is neither a System User nor a Website User",
        Moved.reason(FRAPPE, dump(user(ANN, "Employee Self Service"))));
  }

  @Test
  void one_damaged_secret_is_rejected_and_the_others_are_taken() {
    Moved moved =
        Moved.read(
            FRAPPE,
            value("__2fa", ANN + "_otpsecret", "gAAAAAdamaged")
                + value("__2fa", "b@example.com_otpsecret", sealed(SECRET)));
    assertEquals("the secret of " + ANN + " does not open", moved.rejects().get(0).reason());
    assertEquals("b@example.com", moved.entries().get(0).user());
  }

  @Test
  void a_secret_that_is_none_is_not_quoted() {
    Moved moved = Moved.read(FRAPPE, value("__default", ANN + "_otpsecret", "AAAA-BBBB!"));
    assertFalse(moved.rejects().get(0).reason().contains("BBBB"));
  }

  @Test
  void a_key_that_opens_nothing_is_the_wrong_key() {
    byte[] file =
        value("__2fa", ANN + "_otpsecret", sealed(SECRET)).getBytes(StandardCharsets.UTF_8);
    byte[] wrong = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "the encryption_key does not open the secrets in the dump",
        Moved.refused(FRAPPE, file, TestSecrets.key(wrong)).getMessage());
  }

  @Test
  void a_dump_without_one_of_the_tables_is_refused() {
    String file = dump(user(ANN, "System User")).replaceFirst("CREATE TABLE `__Auth`[^;]*;", "");
    Failure refused =
        Moved.refused(FRAPPE, file.getBytes(StandardCharsets.UTF_8), TestSecrets.NONE);
    assertEquals("the dump has no table __Auth", refused.getMessage());
  }

  @Test
  void ticked_roles_and_orphaned_secrets_are_told() {
    String file =
        dump(
            user(ANN, "System User"),
            "INSERT INTO `tabRole` (`name`, `two_factor_auth`) VALUES ('Boss', 1), ('All', 0);",
            value("__default", "gone@example.com_otpsecret", SECRET));
    List<String> remarks = new ArrayList<>();
    Intake intake = new Intake(entry -> {}, reject -> {}, remarks::add);
    Source.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), TestSecrets.NONE)
        .read(FRAPPE, intake);
    assertEquals(
        List.of(
            "that site asks these roles for a second factor: Boss; here ivn role enable-2fa ROLE"
                + " does",
            "1 secrets of people who are not there were left out"),
        remarks);
  }

  @Test
  void a_name_cannot_end_the_text_it_stands_in() {
    Entry entry = People.usual("o'ne\\@example.com");
    String file = Moved.text(FRAPPE, entry);
    assertTrue(file.contains("'o''ne\\\\@example.com_otpsecret'"), file);
    assertEquals(entry.user(), Moved.one(FRAPPE, file).user());
  }

  @Test
  void a_pending_one_gives_way_to_a_proven_one() {
    Entry entry =
        Entry.at(Row.of(1))
            .user(ANN)
            .key(Key.of(People.OTHER).proven(false))
            .key(Key.of(People.SECRET))
            .build();
    assertEquals(
        List.of(Key.of(People.SECRET)), Moved.one(FRAPPE, Moved.text(FRAPPE, entry)).keys());
  }

  private static String refusal(String user, Key... keys) {
    Entry.Builder entry = Entry.at(Row.of(1)).user(user);
    List.of(keys).forEach(entry::key);
    return Refusal.of(() -> Moved.text(FRAPPE, entry.build())).getMessage();
  }

  @Test
  void what_such_a_site_cannot_keep_is_not_written() {
    Key key = Key.of(People.SECRET);
    assertEquals(
        "such a site keeps one authenticator of a user, not 2",
        refusal(ANN, key, Key.of(People.OTHER)));
    assertEquals(
        "such a site knows codes of the time, SHA1, 6 digits, 30 seconds only",
        refusal(ANN, Key.totp(People.SECRET, new Totp(HashAlgorithm.SHA256, 6, 30))));
    assertEquals(
        "the user name is too long for such a site to keep a secret under",
        refusal("x".repeat(120) + "@example.com", key));
  }
}
