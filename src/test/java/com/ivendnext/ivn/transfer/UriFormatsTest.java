package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.PercentEncoding;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.qr.QrMatrix;
import com.ivendnext.ivn.qr.QrPng;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of otpauth URIs, and what Google Authenticator moves to another phone. */
class UriFormatsTest {
  private static final Format URIS = Formats.named("uri-list");
  private static final Format MIGRATION = Formats.named("google-migration");
  private static final String SECRET = People.SECRET.base32();

  @Test
  void comments_and_empty_lines_are_passed_over() {
    Moved moved =
        Moved.read(
            URIS,
            "# mine\n\n  otpauth://totp/ACME:ann@example.com?secret="
                + SECRET
                + "&issuer=ACME\r\nnonsense\notpauth://hotp/bob@example.com?secret="
                + SECRET
                + "&counter=3");
    assertEquals(List.of("ann@example.com", "bob@example.com"), users(moved));
    assertEquals("ACME", moved.entries().get(0).keys().get(0).issuer());
    assertEquals(Kind.HOTP, moved.entries().get(1).keys().get(0).kind());
    assertEquals(4, moved.rejects().get(0).row().number());
    assertEquals("not an otpauth URI", moved.rejects().get(0).reason());
  }

  private static List<String> users(Moved moved) {
    return moved.entries().stream().map(Entry::user).toList();
  }

  @Test
  void a_line_that_is_not_utf_8_is_a_reject() {
    byte[] file = {'o', (byte) 0xFF, '\n'};
    assertEquals(
        "the line is not UTF-8 text",
        Moved.read(URIS, file, TestSecrets.NONE).rejects().get(0).reason());
  }

  @Test
  void a_picture_stands_for_the_uri_in_its_qr_code() {
    String uri = Moved.text(URIS, People.usual("ann@example.com")).strip();
    byte[] png = QrPng.bytes(QrMatrix.of(uri), 6);
    assertEquals(List.of("ann@example.com"), users(Moved.read(URIS, png, TestSecrets.NONE)));
  }

  @Test
  void a_picture_without_a_qr_code_is_refused() {
    byte[] png = QrPng.bytes(QrMatrix.of("x"), 1);
    byte[] cut = Arrays.copyOf(png, png.length / 2);
    assertEquals(
        "the picture is damaged, or no PNG",
        Refusal.of(() -> Moved.read(URIS, cut, TestSecrets.NONE)).getMessage());
  }

  /** A message as Google Authenticator's: type, and what the test puts before it. */
  private static String migration(Protobuf.Message... accounts) {
    Protobuf.Message payload = new Protobuf.Message();
    for (Protobuf.Message account : accounts) {
      payload.bytes(1, account.toBytes());
    }
    return uri(payload.number(2, 1).number(3, 1).number(4, 0).number(5, 77).toBytes());
  }

  private static String uri(byte[] payload) {
    return "otpauth-migration://offline?data="
        + PercentEncoding.encode(Base64.getEncoder().encodeToString(payload))
        + "\n";
  }

  private static Protobuf.Message account(String name) {
    return new Protobuf.Message().bytes(1, People.SECRET.bytes()).text(2, name);
  }

  @Test
  void the_well_known_example_is_read() {
    // secret "Hello!" and DE AD BE EF, of Example, for alice@google.com; neither hash nor digits
    Entry entry =
        Moved.one(
            MIGRATION,
            "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC\n");
    Key key = entry.keys().get(0);
    assertEquals("alice@google.com", entry.user());
    assertEquals("Example", key.issuer());
    assertEquals(SharedSecret.ofHex("48656c6c6f21deadbeef"), key.secret());
    assertEquals(Key.of(key.secret()).named("Example", null), key);
  }

  @Test
  void hash_digits_type_and_counter_are_taken() {
    Key key =
        Moved.one(
                MIGRATION,
                migration(
                    account("a@example.com").number(4, 3).number(5, 2).number(6, 1).number(7, 9)))
            .keys()
            .get(0);
    assertEquals(HashAlgorithm.SHA512, key.algorithm());
    assertEquals(8, key.digits());
    assertEquals(Kind.HOTP, key.kind());
    assertEquals(9, key.counter());
  }

  @ParameterizedTest
  @CsvSource({
    "4,4,'the hash is none of SHA1, SHA256 and SHA512'",
    "5,3,the number of digits is neither 6 nor 8",
    "6,0,it is not told whether the codes follow the time or a counter"
  })
  void nothing_is_guessed(int field, int value, String reason) {
    String file = migration(account("a@example.com").number(6, 2).number(field, value));
    assertEquals(reason, Moved.reason(MIGRATION, file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", " ", "-", "%2B"})
  void a_plus_in_the_base64_may_be_spelled_in_many_ways(String plus) {
    Protobuf.Message odd =
        new Protobuf.Message().bytes(1, "\u00fb\u00ef\u00be".repeat(6).getBytes());
    String file = migration(odd.text(2, "a@example.com>>>").number(6, 2));
    assertTrue(file.contains("%2B"), file);
    String respelled = file.replace("%2B", plus).replace("%3D", "");
    assertEquals(1, Moved.read(MIGRATION, respelled).entries().size());
  }

  @Test
  void a_set_is_complete_by_number_whatever_it_says_of_its_order() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      byte[] account = account("u" + i + "@example.com").number(6, 2).toBytes();
      file.append(
          uri(
              new Protobuf.Message()
                  .bytes(1, account)
                  .number(3, 3)
                  .number(4, 0)
                  .number(5, 9)
                  .toBytes()));
    }
    Moved moved = Moved.read(MIGRATION, file.toString());
    assertEquals(3, moved.entries().size());
    assertEquals(List.of(), moved.rejects());
  }

  @Test
  void missing_codes_of_a_set_are_told() {
    byte[] account = account("u@example.com").number(6, 2).toBytes();
    String one = uri(new Protobuf.Message().bytes(1, account).number(3, 3).number(5, 9).toBytes());
    Moved moved = Moved.read(MIGRATION, one + one);
    assertEquals(2, moved.entries().size());
    assertEquals("this set has 3 QR codes, and only 1 are here", moved.rejects().get(0).reason());
  }

  @ParameterizedTest
  @CsvSource({
    "otpauth-migration://online?data=AA,not an otpauth-migration URI",
    "otpauth-migration://offline?x=AA,the URI has no data",
    "otpauth-migration://offline?data=*,the data of the URI is not base64",
    "otpauth-migration://offline?data=,there is nobody in the data of the URI",
    "otpauth-migration://offline?data=Cv8,the data of the URI breaks off or is damaged",
    "otpauth-migration://offline?data=Cn8A,the data of the URI breaks off or is damaged",
    "otpauth-migration://offline?data=%zz,otpauth URI has a broken percent-encoding"
  })
  void what_is_no_such_uri_is_rejected(String uri, String reason) {
    assertEquals(reason, Moved.reason(MIGRATION, uri + "\n"));
  }

  @Test
  void many_are_written_as_a_set_of_codes_that_phones_can_read() {
    List<Entry> people = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      people.add(People.usual("somebody.with.a.name" + i + "@example.com"));
    }
    byte[] file = Moved.write(MIGRATION, people, TestSecrets.NONE);
    List<String> lines = new String(file).lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.stream().allMatch(line -> QrMatrix.of(line).size() <= 177));
    assertEquals(35, Moved.read(MIGRATION, file, TestSecrets.NONE).entries().size());
  }

  @ParameterizedTest
  @CsvSource({
    "6,60,Google Authenticator knows time steps of 30 seconds only",
    "7,30,Google Authenticator knows 6 and 8 digits only"
  })
  void what_google_has_no_words_for_is_not_written(int digits, int period, String reason) {
    Key key = Key.totp(People.SECRET, new Totp(HashAlgorithm.SHA1, digits, period));
    Entry entry = Entry.at(Row.of(1)).user("a@example.com").key(key).build();
    assertEquals(reason, Refusal.of(() -> Moved.text(MIGRATION, entry)).getMessage());
  }
}
