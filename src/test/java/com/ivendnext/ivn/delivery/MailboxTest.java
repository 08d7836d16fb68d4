package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {
  @ParameterizedTest
  @CsvSource({
    "anna@example.com,a***@example.com",
    "a@example.com,***@example.com",
    "anna.maria+x@mail.example.com,a***@mail.example.com",
    "anna,***",
    "'a b@example.com',***",
    "@example.com,***"
  })
  void shows_the_first_letter_and_the_domain(String address, String masked) {
    assertEquals(masked, Mailbox.masked(address));
  }

  @Test
  void takes_an_address_as_long_as_mail_allows() {
    String domain = "@" + "d".repeat(241) + ".com";
    assertTrue(Mailbox.is("12345678" + domain));
    assertFalse(Mailbox.is("123456789" + domain));
  }
}
