package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.Totp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backups of authenticator apps that can only be read, and what is wrong with some. */
class AppFormatsTest {
  private static final Key REAL = Key.of(People.SECRET).named("Real", null);
  private static final Key TOKEN = Key.hotp(People.OTHER, new Hotp(HashAlgorithm.SHA1, 6), 4711);
  private static final Key OTHER =
      Key.totp(People.OTHER, new Totp(HashAlgorithm.SHA256, 8, 60)).named("Other", null);

  private static List<Entry> sample(String format) {
    Moved moved = Moved.read(Formats.named(format), Sample.named(format), TestSecrets.NONE);
    assertEquals(List.of(), moved.rejects());
    return moved.entries();
  }

  private static void assertOne(String user, Key key, Entry entry) {
    assertEquals(user, entry.user());
    assertEquals(List.of(key), entry.keys());
  }

  @Test
  void a_backup_of_2fas_is_read() {
    List<Entry> entries = sample("2fas");
    assertOne("ann@example.com", REAL, entries.get(0));
    assertOne("cid@example.com", TOKEN.named("Token", null), entries.get(1));
    assertOne("dora@example.com", OTHER, entries.get(2));
  }

  @Test
  void what_2fas_does_not_say_is_as_usual() {
    String text =
        "{\"services\":[{\"name\":\"A\",\"secret\":\""
            + People.SECRET.base32()
            + "\",\"otp\":{}}],"
            + "\"schemaVersion\":1}";
    Entry entry = Moved.one(Formats.named("2fas"), text);
    assertNull(entry.user());
    assertEquals(List.of(Key.of(People.SECRET).named("A", null)), entry.keys());
  }

  @Test
  void a_backup_of_andotp_is_read_with_labels_old_and_new() {
    List<Entry> entries = sample("andotp");
    assertOne("ann@example.com", REAL, entries.get(0));
    assertOne("cid@example.com", TOKEN, entries.get(1));
    assertOne("dora@example.com", OTHER, entries.get(2));
  }

  @Test
  void the_bytes_of_freeotp_are_signed() {
    List<Entry> entries = sample("freeotp-plus");
    assertOne("ann@example.com", REAL, entries.get(0));
    assertOne("cid@example.com", TOKEN, entries.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bitwarden", "bitwarden-csv"})
  void logins_of_bitwarden_with_an_authenticator_are_read(String format) {
    List<Entry> entries = sample(format);
    assertEquals(2, entries.size());
    assertOne("ann@example.com", Key.of(People.SECRET).named(null, "Real"), entries.get(0));
    assertOne("dora@example.com", OTHER.named("Other", "Other"), entries.get(1));
    assertNull(entries.get(0).passwordHash());
  }

  @Test
  void rejected_rows_of_bitwarden_can_be_mended_under_their_titles() {
    String titles = "folder,favorite,type,name,login_username,login_totp";
    String row = ",,login,Games,ann,steam://" + People.SECRET.base32();
    Moved moved = Moved.read(Formats.named("bitwarden-csv"), titles + "\n" + row + "\n");
    assertEquals(titles, moved.head());
    assertEquals(row, moved.rejects().get(0).row().text());
    assertEquals(
        "the login has codes that are neither TOTP nor HOTP, such as Steam's",
        moved.rejects().get(0).reason());
  }

  @Test
  void an_encrypted_export_of_bitwarden_is_refused() {
    byte[] file = "{\"encrypted\":true,\"data\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "the export is encrypted",
        Moved.refused(Formats.named("bitwarden"), file, TestSecrets.NONE).getMessage());
  }

  @Test
  void an_export_of_authelia_is_read() {
    List<Entry> entries = sample("authelia");
    assertOne("ann", REAL, entries.get(0));
    assertOne("dora", OTHER, entries.get(1));
  }

  @Test
  void the_csv_of_authelia_is_read_as_any_csv() {
    String text =
        "issuer,username,algorithm,digits,period,secret\nReal,ann,SHA1,6,30,"
            + People.SECRET.base32()
            + "\n";
    assertOne("ann", REAL, Moved.one(Formats.named("csv"), text));
  }

  @Test
  void what_users_of_nextcloud_have_is_read_as_any_csv() {
    String text = "user_id,secret\nann," + People.SECRET.base32() + "\n";
    assertOne("ann", Key.of(People.SECRET), Moved.one(Formats.named("csv"), text));
  }

  @Test
  void the_plain_list_of_ente_is_read_as_any_list_of_uris() {
    String text =
        "otpauth://totp/Real:ann%40example.com?secret="
            + People.SECRET.base32()
            + "&issuer=Real&algorithm=SHA1&digits=6&period=30"
            + "&codeDisplay=%7B%22pinned%22%3Afalse%2C%22tags%22%3A%5B%5D%7D\n";
    assertOne("ann@example.com", REAL, Moved.one(Formats.named("uri-list"), text));
  }

  @Test
  void a_steam_code_of_ente_is_rejected() {
    String text = "otpauth://steam/Games:ann?secret=" + People.SECRET.base32() + "&digits=5\n";
    assertEquals(
        "otpauth URI is neither of type totp nor hotp",
        Moved.reason(Formats.named("uri-list"), text));
  }

  @Test
  void a_dump_of_django_names_users_by_number_or_word() {
    List<Entry> entries = sample("django-otp");
    assertOne("ann", Key.of(People.SECRET).named(null, "default"), entries.get(0));
    assertOne("cid", TOKEN.named(null, "token").proven(false), entries.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'otp_totp.totpdevice'|'\"user\":3'"
            + "|the dump numbers the user and does not name it: dump auth.user too",
        "'otp_totp.totpdevice'|'\"user\":[\"a\",\"b\"]'|the user is named by more than one word",
        "'otp_totp.totpdevice'|'\"user\":[\"a\"],\"t0\":5'|its time does not begin in 1970",
        "'otp_totp.totpdevice'|'\"user\":[\"a\"],\"step\":0'"
            + "|a period has 1 to 86400 seconds, not 0",
        "'otp_hotp.hotpdevice'|'\"user\":[\"a\"]'|counter must not be negative",
        "'otp_email.emaildevice'|'\"user\":[\"a\"]'"
            + "|a device of the model otp_email.emaildevice stays behind"
      })
  void a_device_of_django_that_cannot_be_taken_is_rejected(
      String model, String fields, String reason) {
    String text =
        "[{\"model\":\""
            + model
            + "\",\"pk\":1,\"fields\":{\"digits\":6,\"key\":\""
            + "31".repeat(20)
            + "\","
            + (fields.contains("step") ? "" : "\"step\":30,")
            + fields
            + "}}]";
    assertEquals(reason, Moved.reason(Formats.named("django-otp"), text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"STEAM\"|the type STEAM is neither TOTP nor HOTP",
        "\"type\":\"MOTP\"|the type MOTP is neither TOTP nor HOTP",
        "\"type\":\"TOTP\",\"algorithm\":\"MD5\"|unknown hash algorithm",
        "\"type\":\"TOTP\",\"digits\":5,\"period\":30|a code has 6 to 8 digits, not 5",
        "\"type\":\"TOTP\",\"period\":-1|period is out of range",
        "\"type\":\"TOTP\"|period is missing",
        "\"type\":\"HOTP\"|counter is missing"
      })
  void what_andotp_knows_beyond_totp_and_hotp_is_rejected(String members, String reason) {
    String text =
        "[{\"secret\":\""
            + People.SECRET.base32()
            + "\",\"label\":\"ann\","
            + (members.contains("digits") ? "" : "\"digits\":6,")
            + (members.contains("algorithm") ? "" : "\"algorithm\":\"SHA1\",")
            + members
            + "}]";
    assertEquals(reason, Moved.reason(Formats.named("andotp"), text));
  }

  @Test
  void a_token_of_steam_is_rejected_though_freeotp_calls_it_totp() {
    String sample = new String(Sample.named("freeotp-plus"), StandardCharsets.UTF_8);
    Moved moved =
        Moved.read(Formats.named("freeotp-plus"), sample.replace("\"Real\"", "\"Steam\""));
    assertEquals(1, moved.entries().size());
    assertEquals(
        "the codes of Steam are made in another way than TOTP", moved.rejects().get(0).reason());
  }

  @Test
  void a_secret_of_other_numbers_than_bytes_is_rejected() {
    String text =
        "{\"tokens\":[{\"type\":\"TOTP\",\"algo\":\"SHA1\",\"digits\":6,\"period\":30,"
            + "\"label\":\"a\",\"secret\":[1,2,300]}]}";
    assertEquals(
        "the secret is no list of signed bytes", Moved.reason(Formats.named("freeotp-plus"), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "totp_configurations:\n  - &a {username: x}\n  - *a\n",
        "totp_configurations:\n  - [[[[1]]]]\n",
        "totp_configurations:\n  - username: x\n    username: y\n",
        "totp_configurations:\n  - {username: {a: b}}\n",
        "totp_configurations: []\nmore: 1\n",
        "other: []\n",
        "totp_configurations: []\n---\ntotp_configurations: []\n",
        "totp_configurations:\n  - username: x\n    secret: R0V"
      })
  void yaml_that_authelia_does_not_write_is_refused(String text) {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    Moved.refused(Formats.named("authelia"), file, TestSecrets.NONE);
  }

  @Test
  void a_member_that_authelia_does_not_have_is_rejected() {
    assertEquals(
        "the entry says more than Authelia does, and it is not known what",
        Moved.reason(Formats.named("authelia"), "totp_configurations:\n  - {type: hotp}\n"));
  }

  @Test
  void an_unknown_schema_of_2fas_is_refused() {
    byte[] file = "{\"services\":[],\"schemaVersion\":5}".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "the backup is of a schema of 2FAS that is not known",
        Moved.refused(Formats.named("2fas"), file, TestSecrets.NONE).getMessage());
  }
}
