package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  private static final String CHARACTER =
      "the phone number holds a character that is neither digit nor separator";

  private static String refusal(String written) {
    Failure failure = assertThrows(Failure.class, () -> PhoneNumber.e164(written));
    assertEquals(Failure.Kind.DELIVERY, failure.kind());
    assertEquals(
        "a number with its country code is sure, such as +49 151 12345789", failure.hint());
    assertFalse(failure.getMessage().contains(written.substring(1)));
    return failure.getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+4915112345789",
        "004915112345789",
        "+49 (151) 123-457.89",
        " 0049-151-12345789 ",
        "(+49) 151 12345789",
        "+49\u00a0151\u201112345789"
      })
  void drops_what_people_write_between_digits(String written) {
    assertEquals("+4915112345789", PhoneNumber.e164(written));
  }

  @ParameterizedTest
  @CsvSource({"+1234567", "+123456789012345"})
  void takes_7_to_15_digits(String number) {
    assertEquals(number, PhoneNumber.e164(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0151 12345789", "15112345789", "(0151) 12345789"})
  void refuses_a_number_without_country_code(String written) {
    assertEquals("the phone number has no country code", refusal(written));
  }

  @Test
  void refuses_too_few_and_too_many_digits() {
    assertEquals("a phone number has 7 to 15 digits, this one 6", refusal("+123456"));
    assertEquals("a phone number has 7 to 15 digits, this one 16", refusal("001234567890123456"));
  }

  @Test
  void refuses_a_zero_that_some_dial_and_some_do_not() {
    assertEquals(
        "(0) in a phone number can mean to dial the 0 or to leave it out",
        refusal("+49 (0)151 12345789"));
  }

  @Test
  void refuses_a_country_code_that_begins_with_zero() {
    assertEquals("no country code begins with 0", refusal("+0151 12345789"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+49151x2345789", "+49151+2345789", "+4915112345٧٨٩", "+49151123\r\n45789"})
  void refuses_any_other_character(String written) {
    assertEquals(CHARACTER, refusal(written));
  }

  @ParameterizedTest
  @CsvSource({
    "+4915112345789,+49******789",
    "0049 151 12345789,+49******789",
    "+123456789,+12******9",
    "0151 12345789,***",
    "anna,***"
  })
  void shows_the_country_and_the_last_digits(String written, String masked) {
    assertEquals(masked, PhoneNumber.masked(written));
  }
}
