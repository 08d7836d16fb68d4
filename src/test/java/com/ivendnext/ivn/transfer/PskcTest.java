package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PskcTest {
  private static final Format PSKC = Formats.named("pskc");
  private static final byte[] SHARED = HexFormat.of().parseHex("12345678901234567890123456789012");

  private static final String PLAIN = "<PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue>";

  /** A container with one key package around {@code secret}. */
  private static String container(String before, String secret) {
    return "<?xml version=\"1.0\"?>\n<k:KeyContainer Version=\"1.0\""
        + " xmlns:k=\"urn:ietf:params:xml:ns:keyprov:pskc\""
        + " xmlns:x=\"http://www.w3.org/2001/04/xmlenc#\">"
        + before
        + "<KeyPackage><DeviceInfo><SerialNo>987654321</SerialNo></DeviceInfo>"
        + "<Key Id=\"1\" Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:hotp\">"
        + "<Issuer>Issuer</Issuer><AlgorithmParameters>"
        + "<ResponseFormat Length=\"8\" Encoding=\"DECIMAL\"/></AlgorithmParameters><Data><Secret>"
        + secret
        + "</Secret><Counter><PlainValue>7</PlainValue></Counter></Data>"
        + "<UserId>CN=ann@example.com,O=Real\\, Ltd</UserId></Key></KeyPackage></k:KeyContainer>\n";
  }

  private static String encrypted(String cipherValue) {
    return "<x:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>"
        + "<x:CipherData><x:CipherValue>\n "
        + cipherValue
        + "\n</x:CipherValue></x:CipherData>";
  }

  private static String macMethod(String cipherValue) {
    return "<MACMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#hmac-sha1\"><MACKey>"
        + encrypted(cipherValue)
        + "</MACKey></MACMethod>";
  }

  private static String secret(String cipherValue, String mac) {
    return "<EncryptedValue>"
        + encrypted(cipherValue)
        + "</EncryptedValue><ValueMAC>"
        + mac
        + "</ValueMAC>";
  }

  /** The values of RFC 6030 figure 6. */
  private static String figure6() {
    return container(
        "<EncryptionKey><KeyName>Pre-shared-key</KeyName></EncryptionKey>"
            + macMethod("ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX"),
        secret(
            "AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv",
            "Su+NvtQfmvfJzF6bmQiJqoLRExc="));
  }

  /** The values of RFC 6030 figure 7. */
  private static String figure7() {
    return container(
        "<EncryptionKey><DerivedKey><KeyDerivationMethod Algorithm="
            + "\"http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2\">"
            + "<PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt>"
            + "<IterationCount>1000</IterationCount><KeyLength>16</KeyLength><PRF/>"
            + "</PBKDF2-params></KeyDerivationMethod></DerivedKey></EncryptionKey>"
            + macMethod("2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx"),
        secret(
            "oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f",
            "LP6xMvjtypbfT9PdkJhBZ+D6O4w="));
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private static Moved read(String file, Secrets secrets) {
    return Moved.read(PSKC, bytes(file), secrets);
  }

  @Test
  void a_plain_key_is_taken_with_all_that_is_known_of_it() {
    Entry entry = Moved.one(PSKC, container("", PLAIN));
    Key key = entry.keys().get(0);
    assertEquals("ann@example.com", entry.user());
    assertEquals(People.SECRET, key.secret());
    assertEquals(Kind.HOTP, key.kind());
    assertEquals(8, key.digits());
    assertEquals(7, key.counter());
    assertEquals("Issuer", key.issuer());
    assertEquals("987654321", key.label());
  }

  @Test
  void opens_the_example_of_the_rfc_with_a_shared_key() {
    Moved moved = read(figure6(), TestSecrets.key(SHARED));
    assertEquals(People.SECRET, moved.entries().get(0).keys().get(0).secret());
  }

  @Test
  void opens_the_example_of_the_rfc_with_a_passphrase() {
    Moved moved = read(figure7(), TestSecrets.passphrase("qwerty"));
    assertEquals(People.SECRET, moved.entries().get(0).keys().get(0).secret());
  }

  @Test
  void an_encrypted_file_asks_for_what_opens_it() {
    assertEquals(
        Failure.Kind.USAGE, Moved.refused(PSKC, bytes(figure6()), TestSecrets.NONE).kind());
    assertEquals(
        "there is nobody to ask for the passphrase",
        Moved.refused(PSKC, bytes(figure7()), TestSecrets.NONE).getMessage());
  }

  @Test
  void a_wrong_passphrase_or_key_is_told_so() {
    String wrong = "the passphrase or key is not the one that the file was closed with";
    Secrets passphrase = TestSecrets.passphrase("qwertz");
    assertEquals(wrong, Moved.refused(PSKC, bytes(figure7()), passphrase).getMessage());
    Secrets longer = TestSecrets.key(new byte[32]);
    assertEquals(wrong, Moved.refused(PSKC, bytes(figure6()), longer).getMessage());
  }

  @Test
  void a_value_that_was_changed_is_not_decrypted() {
    String changed = figure6().replace("AAECAwQF", "AAECAwQG");
    assertEquals(
        "the MAC of a value is wrong: the key is another one, or it was changed",
        read(changed, TestSecrets.key(SHARED)).rejects().get(0).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ValueMAC>.*</ValueMAC>", "<MACMethod.*</MACMethod>"})
  void a_value_without_mac_is_not_decrypted(String part) {
    String without = figure6().replaceAll("(?s)" + part, "");
    assertEquals(
        "an encrypted value has no MAC, so it could be anything",
        read(without, TestSecrets.key(SHARED)).rejects().get(0).reason());
  }

  @Test
  void without_a_key_of_its_own_the_mac_has_the_other_one() {
    byte[] value = HexFormat.of().parseHex("00".repeat(48));
    byte[] mac = PskcCipher.mac("HmacSHA1", SHARED, value);
    String file =
        container(
            "<EncryptionKey><KeyName>k</KeyName></EncryptionKey>"
                + "<MACMethod Algorithm=\"http://www.w3.org/2000/09/xmldsig#hmac-sha1\"/>",
            secret(base64(value), base64(mac)));
    // the MAC is right, and what it protects is not encrypted with that key
    assertEquals(
        "the passphrase or key is not the one that the file was closed with",
        read(file, TestSecrets.key(SHARED)).rejects().get(0).reason());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE KeyContainer>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>",
        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:1/\"> %a;]>"
      })
  void a_doctype_is_refused(String doctype) {
    String file = container("", PLAIN).replace("?>\n", "?>\n" + doctype);
    assertEquals(
        "the file has a DOCTYPE or entities, which are refused",
        Moved.refused(PSKC, bytes(file), TestSecrets.NONE).getMessage());
  }

  @Test
  void an_entity_is_refused() {
    Moved.refused(PSKC, bytes(container("", "&secret;")), TestSecrets.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "pskc:hotp,pskc:ocra,the algorithm of the key is neither HOTP nor TOTP",
    "Length=\"8\",'',it is not told how many digits the codes have",
    "Length=\"8\",Length=\"9\",'a code has 6 to 8 digits, not 9'",
    "DECIMAL,HEXADECIMAL,the codes of the key are not plain decimal digits",
    "Length=\"8\",Length=\"8\" CheckDigits=\"true\",the codes of the key are not plain decimal digits",
    "<ResponseFormat,<Suite>HMAC-MD5</Suite><ResponseFormat,the algorithm suite of the key is not known",
    "<ResponseFormat,<ChallengeFormat/><ResponseFormat,the key answers challenges",
    "<Counter>,<Time><PlainValue>42</PlainValue></Time><Counter>,the time of the key does not begin in 1970",
    "</UserId>,</UserId><Policy><KeyUsage>CR</KeyUsage></Policy>,the key is not meant for one-time passwords",
    "</UserId>,</UserId><Policy><ExpiryDate>2020-01-01</ExpiryDate></Policy>,the key has a policy that cannot be kept to: ExpiryDate",
    "</UserId>,</UserId><Policy><Moon/></Policy>,the key has a policy that cannot be kept to: Moon",
    "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=,MTIz,'shared secret has only 24 bits, the least is 80'",
    "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=,*,the secret is not base64",
    "<Secret>,<Hidden>,package"
  })
  void what_cannot_be_kept_to_is_refused(String part, String instead, String reason) {
    String file = container("", PLAIN).replace(part, instead);
    if (reason.equals("package")) {
      file = file.replace("</Secret>", "</Hidden>");
      reason = "the package holds no secret";
    }
    assertEquals(reason, Moved.reason(PSKC, file));
  }

  @ParameterizedTest
  @CsvSource({
    "aes128-cbc,kw-aes128,a value is encrypted otherwise than by AES-CBC",
    "xmldsig#hmac-sha1,xmldsig-more#hmac-md5,the file uses a keyed hash that is not known",
    "<KeyName>Pre-shared-key</KeyName>,<X509Data/>,the file is encrypted with neither a shared key nor a passphrase"
  })
  void unknown_cryptography_is_refused(String part, String instead, String message) {
    String file = figure6().replace(part, instead);
    assertEquals(message, Moved.refused(PSKC, bytes(file), TestSecrets.key(SHARED)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "<IterationCount>1000,<IterationCount>999999999,the file derives its key in an unreasonable number of rounds",
    "<KeyLength>16,<KeyLength>17,'a key for AES has 16, 24 or 32 bytes, not 17'",
    "#pbkdf2,#pbkdf1,the file derives its key otherwise than by PBKDF2",
    "<PRF/>,<PRF Algorithm=\"md4\"/>,the file uses a keyed hash that is not known"
  })
  void a_key_derivation_is_bounded_and_known(String part, String instead, String message) {
    String file = figure7().replace(part, instead);
    Secrets passphrase = TestSecrets.passphrase("qwerty");
    assertEquals(message, Moved.refused(PSKC, bytes(file), passphrase).getMessage());
  }

  @Test
  void a_policy_for_one_time_passwords_is_kept_to() {
    String policy = "</UserId><Policy><KeyUsage>OTP</KeyUsage><KeyUsage>CR</KeyUsage></Policy>";
    assertEquals(
        1, Moved.one(PSKC, container("", PLAIN).replace("</UserId>", policy)).keys().size());
  }

  @Test
  void a_time_based_key_has_a_suite_and_an_interval() {
    String file =
        container("", PLAIN)
            .replace("pskc:hotp", "pskc:totp")
            .replace("<ResponseFormat", "<Suite>HMAC-SHA256</Suite><ResponseFormat")
            .replaceAll(
                "<Counter>.*</Counter>",
                "<TimeInterval><PlainValue>60</PlainValue></TimeInterval>");
    Key key = Moved.one(PSKC, file).keys().get(0);
    assertEquals(HashAlgorithm.SHA256, key.algorithm());
    assertEquals(60, key.period());
  }

  @Test
  void goes_on_after_a_bad_package() {
    String file = container("", PLAIN);
    String good = file.substring(file.indexOf("<KeyPackage>"), file.indexOf("</k:KeyContainer>"));
    String bad = good.replace("DECIMAL", "BINARY");
    Moved moved = read(file.replace(good, bad + good + bad + good), TestSecrets.NONE);
    assertEquals(2, moved.entries().size());
    assertEquals(List.of(1L, 3L), moved.rejects().stream().map(r -> r.row().number()).toList());
  }

  @Test
  void a_file_that_breaks_off_is_refused_wherever_that_is() {
    byte[] file = bytes(container("", PLAIN).strip());
    for (int end = 0; end < file.length; end += 7) {
      Moved.refused(PSKC, Arrays.copyOf(file, end), TestSecrets.NONE);
    }
  }

  @Test
  void is_written_encrypted_with_a_passphrase_and_opens_with_it_only() {
    List<Entry> people = List.of(People.usual("ann@example.com"));
    Secrets passphrase = TestSecrets.passphrase("grüße von hier");
    byte[] file = Moved.write(PSKC, people, passphrase);
    String text = new String(file, StandardCharsets.UTF_8);
    assertFalse(text.contains("PlainValue>MT"), text);
    assertTrue(text.contains("<IterationCount>600000</IterationCount>"));
    assertEquals(
        People.SECRET, Moved.read(PSKC, file, passphrase).entries().get(0).keys().get(0).secret());
    Moved.refused(PSKC, file, TestSecrets.passphrase("grusse von hier"));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32})
  void is_written_encrypted_with_a_shared_key(int bytes) {
    Secrets key = TestSecrets.key(new byte[bytes]);
    byte[] file = Moved.write(PSKC, List.of(People.usual("ann@example.com")), key);
    assertEquals(
        People.SECRET, Moved.read(PSKC, file, key).entries().get(0).keys().get(0).secret());
  }

  @Test
  void a_key_of_another_length_is_refused() {
    assertEquals(
        "a key for AES has 16, 24 or 32 bytes, not 5",
        Refusal.of(() -> Moved.write(PSKC, List.of(), TestSecrets.key(new byte[5]))).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b@example.com", "a=b+c@example.com", "a\\b#\"<>;&@example.com"})
  void any_user_name_comes_back(String name) {
    assertEquals(name, Moved.one(PSKC, Moved.text(PSKC, People.usual(name))).user());
  }

  @Test
  void characters_that_xml_has_no_place_for_are_not_written() {
    Key key = Key.of(People.SECRET).named("a\u0001b", null);
    Entry entry = Entry.at(Row.of(1)).user("a@example.com").key(key).build();
    assertEquals(
        "a name has characters that XML cannot hold",
        Refusal.of(() -> Moved.text(PSKC, entry)).getMessage());
  }
}
