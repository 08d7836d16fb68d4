package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import com.ivendnext.ivn.twofactor.UserType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final Format CSV = Formats.named("csv");
  private static final String BASE32 = People.SECRET.base32();

  @Test
  void titles_say_what_stands_where() {
    Entry entry =
        Moved.one(
            CSV,
            """
            Roles,Full Name,USER,mobile-no,shoe size,enabled,type
            Auditor; Stock User,Ann,ann@example.com,+49170123,38,no,website user
            """);
    assertEquals("ann@example.com", entry.user());
    assertEquals("Ann", entry.fullName());
    assertEquals(List.of("Auditor", "Stock User"), entry.roles());
    assertEquals("+49170123", entry.mobileNo());
    assertEquals(false, entry.enabled());
    assertEquals(UserType.WEBSITE_USER, entry.type());
    assertEquals(List.of(), entry.keys());
  }

  @Test
  void what_is_not_there_is_left_open() {
    Entry entry = Moved.one(CSV, "user,full_name,enabled,type\nann@example.com,,,\n");
    assertNull(entry.fullName());
    assertNull(entry.enabled());
    assertNull(entry.type());
    assertEquals(List.of(), entry.roles());
  }

  @Test
  void the_mailbox_is_the_user_where_nothing_else_is() {
    assertEquals("ann@example.com", Moved.one(CSV, "email\nann@example.com\n").user());
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void other_countries_separate_otherwise(String separator) {
    String file = "user,full_name,secret\nann@example.com,Ann," + BASE32 + "\n";
    Entry entry = Moved.one(CSV, file.replace(",", separator));
    assertEquals("Ann", entry.fullName());
    assertEquals(People.SECRET, entry.keys().get(0).secret());
  }

  @Test
  void a_byte_order_mark_quotes_and_windows_line_ends_are_usual() {
    Entry entry =
        Moved.one(CSV, "\ufeff\"user\",\"full_name\"\r\nann@example.com,\"Ann \"\"A\"\", B\"\r\n");
    assertEquals("Ann \"A\", B", entry.fullName());
  }

  @Test
  void a_secret_may_be_base32_hex_or_a_uri() {
    String hex = "3132333435363738393031323334353637383930";
    for (String file :
        List.of(
            "user,secret\na@example.com," + BASE32.toLowerCase() + "\n",
            "user,secret_hex\na@example.com," + hex + "\n",
            "user,uri\na@example.com,otpauth://totp/x:y?secret=" + BASE32 + "\n",
            "uri\notpauth://totp/x:a%40example.com?secret=" + BASE32 + "\n")) {
      Entry entry = Moved.one(CSV, file);
      assertEquals(People.SECRET, entry.keys().get(0).secret());
      assertEquals("a@example.com", entry.user());
    }
  }

  @Test
  void codes_are_made_as_the_row_says() {
    Entry entry =
        Moved.one(
            CSV,
            "user,secret,algorithm,digits,period,state,issuer,label\n"
                + "a@example.com,"
                + BASE32
                + ",sha512,8,60,pending,ACME,tablet\n");
    Key key = entry.keys().get(0);
    assertEquals(HashAlgorithm.SHA512, key.algorithm());
    assertEquals(8, key.digits());
    assertEquals(60, key.period());
    assertEquals("ACME", key.issuer());
    assertEquals("tablet", key.label());
    assertFalse(key.proven());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind", "type", "Token Type"})
  void a_hardware_token_counts(String title) {
    Entry entry =
        Moved.one(CSV, "user,secret," + title + ",counter\na@example.com," + BASE32 + ",HOTP,7\n");
    assertEquals(Kind.HOTP, entry.keys().get(0).kind());
    assertEquals(7, entry.keys().get(0).counter());
    assertNull(entry.type());
  }

  @ParameterizedTest
  @CsvSource({
    "secret,MFRGGZ,base32 text has an impossible length",
    "secret,MFRGG,'shared secret has only 24 bits, the least is 80'",
    "secret,1234,base32 text has only the letters A to Z and the digits 2 to 7",
    "secret_hex,xyz,shared secret is not hexadecimal",
    "type,Alien,a user type is \"System User\" or \"Website User\"",
    "enabled,maybe,enabled is yes or no"
  })
  void a_bad_cell_rejects_its_row(String title, String cell, String reason) {
    String file = "user," + title + "\na@example.com," + cell + "\n";
    assertEquals(reason, Moved.reason(CSV, file));
  }

  @ParameterizedTest
  @CsvSource({
    "digits,9,'a code has 6 to 8 digits, not 9'",
    "digits,6.0,digits is no whole number",
    "period,-30,period is no whole number",
    "period,99999999999,period is too large",
    "algorithm,MD5,unknown hash algorithm",
    "kind,ocra,an authenticator is of the kind totp or hotp",
    "state,lost,the state of an authenticator is active or pending",
    "hex,00,the row has two secrets"
  })
  void nothing_about_a_secret_is_guessed(String title, String cell, String reason) {
    String file = "user,secret," + title + "\na@example.com," + BASE32 + "," + cell + "\n";
    assertEquals(reason, Moved.reason(CSV, file));
  }

  @Test
  void goes_on_after_a_bad_row_and_knows_its_number_and_text() {
    Moved moved =
        Moved.read(
            CSV,
            """
            # people
            user,enabled,full_name
            a@example.com,perhaps,"A,
            A"

            # and one more
            b@example.com,yes,B
            """);
    assertEquals("user,enabled,full_name", moved.head());
    assertEquals(3, moved.rejects().get(0).row().number());
    assertEquals("a@example.com,perhaps,\"A,\nA\"", moved.rejects().get(0).row().text());
    assertEquals("b@example.com", moved.entries().get(0).user());
    assertEquals(7, moved.entries().get(0).row().number());
  }

  @Test
  void rejected_rows_below_the_titles_are_a_file_again() {
    Moved moved = Moved.read(CSV, "user;enabled\n#a@example.com;x\n\"#b@example.com\";x\n");
    Reject reject = moved.rejects().get(0);
    String mended = moved.head() + "\n" + reject.row().text().replace(",x", ",yes") + "\n";
    assertEquals("#b@example.com", Moved.one(CSV, mended).user());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49170", "-x", "@sum", "'=1", "''+1", "'quoted'", "a=b", "'"})
  void formulas_are_written_as_text_and_read_back_as_they_were(String name) {
    Entry entry = Entry.at(Row.of(1)).user("a@example.com").fullName(name).build();
    String file = Moved.text(CSV, entry);
    assertEquals(name, Moved.one(CSV, file).fullName());
    assertFalse(file.matches("(?s).*(^|[,\\n\"])[=+@-].*"), file);
  }

  @Test
  void without_secrets_there_are_no_columns_for_them() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    EntryWriter writer = CSV.writer(new Target(file, false, TestSecrets.NONE, SecureRandom::new));
    writer.write(Entry.at(Row.of(1)).user("a@example.com").fullName("A").role("R;1").build());
    writer.finish();
    assertEquals(
        "user,full_name,email,mobile_no,type,enabled,roles\na@example.com,A,,,,,R\\;1\n",
        file.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_file_without_known_titles_is_refused() {
    assertEquals(
        "the first row of the file has no title that is known",
        Moved.refused(CSV, "ann,bob\n1,2\n".getBytes(StandardCharsets.UTF_8), TestSecrets.NONE)
            .getMessage());
  }

  @Test
  void a_quote_that_is_never_closed_is_refused() {
    byte[] file = "user,full_name\na@example.com,\"A\n".getBytes(StandardCharsets.UTF_8);
    String message = Moved.refused(CSV, file, TestSecrets.NONE).getMessage();
    assertTrue(message.contains("a quote or a row is not closed"), message);
  }
}
