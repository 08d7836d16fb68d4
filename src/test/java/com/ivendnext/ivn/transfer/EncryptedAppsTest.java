package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.Failure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Encrypted backups. The samples were made by Python: hashlib's scrypt and PBKDF2, and
 * cryptography's AES-GCM.
 */
class EncryptedAppsTest {
  private static final Format AEGIS = Formats.named("aegis");
  private static final Format TWO_FAS = Formats.named("2fas");
  private static final Secrets RIGHT = TestSecrets.passphrase("pässword");

  private static String aegis() {
    return new String(Sample.named("aegis-encrypted"), StandardCharsets.UTF_8);
  }

  private static Failure refused(Format format, String file, Secrets secrets) {
    return Moved.refused(format, file.getBytes(StandardCharsets.UTF_8), secrets);
  }

  @Test
  void a_vault_of_aegis_opens_with_its_passphrase() {
    Moved moved = Moved.read(AEGIS, Sample.named("aegis-encrypted"), RIGHT);
    Entry entry = moved.entries().get(0);
    assertEquals(1, moved.entries().size());
    assertEquals("ann@example.com", entry.user());
    assertEquals(List.of(Key.of(People.SECRET).named("Real", null)), entry.keys());
    assertEquals("the type steam is neither TOTP nor HOTP", moved.rejects().get(0).reason());
  }

  @Test
  void a_backup_of_2fas_opens_with_its_passphrase() {
    Moved moved = Moved.read(TWO_FAS, Sample.named("2fas-encrypted"), RIGHT);
    assertEquals(3, moved.entries().size());
    assertEquals(Key.of(People.SECRET).named("Real", null), moved.entries().get(0).keys().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aegis", "2fas"})
  void another_passphrase_does_not(String format) {
    byte[] file = Sample.named(format + "-encrypted");
    Failure failure =
        Moved.refused(Formats.named(format), file, TestSecrets.passphrase("password"));
    assertEquals(PskcCipher.wrongKey().getMessage(), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"aegis", "2fas"})
  void without_a_passphrase_it_is_asked_for(String format) {
    byte[] file = Sample.named(format + "-encrypted");
    Failure failure = Moved.refused(Formats.named(format), file, TestSecrets.NONE);
    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"aegis", "2fas"})
  void it_is_recognized_as_the_plain_one_is(String format) {
    Head head = new Head(Sample.named(format + "-encrypted"));
    List<Format> guesses = Formats.all().stream().filter(each -> each.recognizes(head)).toList();
    assertEquals(List.of(Formats.named(format)), guesses);
  }

  @ParameterizedTest
  @CsvSource({
    "1073741824, 8, 1, unreasonable cost",
    "1048576, 8, 1, unreasonable cost",
    "32768, 8, 1000, unreasonable cost",
    "16384, 8, 2147483647, unreasonable cost",
    "2, 2147483647, 2147483647, unreasonable cost",
    "32769, 8, 1, numbers that scrypt does not take",
    "1, 8, 1, numbers that scrypt does not take",
    "32768, 0, 1, numbers that scrypt does not take",
    "32768, 8, -1, numbers that scrypt does not take"
  })
  void a_trap_for_time_or_memory_is_refused_before_it_shuts(
      String n, String r, String p, String reason) {
    String trap =
        aegis()
            .replace("\"n\": 16384", "\"n\": " + n)
            .replace("\"r\": 8", "\"r\": " + r)
            .replace("\"p\": 1", "\"p\": " + p);
    assertEquals(
        true, refused(AEGIS, trap, RIGHT).getMessage().contains(reason), "refused as a trap");
  }

  @Test
  void many_slots_are_refused() {
    String slot =
        "{\"type\":1,\"n\":2,\"r\":1,\"p\":1,\"salt\":\"00\",\"key\":\"" + "00".repeat(32);
    slot += "\",\"key_params\":{\"nonce\":\"" + "00".repeat(12) + "\",\"tag\":\"";
    slot += "00".repeat(16) + "\"}}";
    String vault =
        "{\"version\":1,\"header\":{\"slots\":[" + slot + ("," + slot).repeat(99) + "]},";
    assertEquals(
        "the vault has more than 8 passphrases",
        refused(AEGIS, vault + "\"db\":\"AAAA\"}", RIGHT).getMessage());
  }

  @Test
  void a_vault_for_fingers_only_is_refused() {
    String vault = "{\"version\":1,\"header\":{\"slots\":[{\"type\":2}]},\"db\":\"AAAA\"}";
    assertEquals(
        "the vault can be opened by fingerprint only, not by a passphrase",
        refused(AEGIS, vault, RIGHT).getMessage());
  }

  @Test
  void content_that_was_changed_is_refused() {
    String changed = aegis().replaceFirst("\"db\": \"...", "\"db\": \"AAA");
    assertEquals(
        "the content of the vault was changed or is cut off",
        refused(AEGIS, changed, RIGHT).getMessage());
  }

  @Test
  void services_that_were_changed_are_refused() {
    String sample = new String(Sample.named("2fas-encrypted"), StandardCharsets.UTF_8);
    String changed =
        sample.replaceFirst("\"servicesEncrypted\": \"...", "\"servicesEncrypted\": \"AAA");
    assertEquals(PskcCipher.wrongKey().getMessage(), refused(TWO_FAS, changed, RIGHT).getMessage());
  }

  @Test
  void later_versions_of_aegis_are_refused() {
    assertEquals(
        "the vault is of a version of Aegis that is not known",
        refused(AEGIS, "{\"version\":2,\"header\":{},\"db\":{}}", RIGHT).getMessage());
  }

  @Test
  void what_is_written_with_a_passphrase_shows_nothing_and_opens_again() {
    byte[] vault = Moved.write(AEGIS, List.of(People.usual("ann@example.com")), RIGHT);
    String text = new String(vault, StandardCharsets.UTF_8);
    assertFalse(text.contains("ann") || text.contains(People.SECRET.base32()));
    Moved moved = Moved.read(AEGIS, vault, RIGHT);
    assertEquals(People.usual("ann@example.com").keys(), moved.entries().get(0).keys());
  }

  /** The third vector of RFC 7914 section 12, its first 32 bytes. */
  @Test
  void scrypt_is_that_of_rfc_7914() {
    byte[] salt = "SodiumChloride".getBytes(StandardCharsets.US_ASCII);
    byte[] key = new AppCipher.Scrypt(salt, 16384, 8, 1).key("pleaseletmein".toCharArray());
    assertEquals(
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2",
        HexFormat.of().formatHex(key));
  }

  @Test
  void another_key_opens_nothing() {
    byte[] nonce = new byte[AppCipher.NONCE_BYTES];
    byte[] sealed = AppCipher.seal(new byte[32], nonce, new byte[5]);
    byte[] other = new byte[32];
    other[31] = 1;
    assertNull(AppCipher.open(other, nonce, sealed));
  }
}
