package com.ivendnext.ivn.twofactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserNameTest {

  @ParameterizedTest
  @CsvSource({
    "User@Example.COM, user@example.com",
    "' user@example.com ', user@example.com",
    "ADMINISTRATOR, Administrator",
    "administrator, Administrator",
    "TITLE@EXAMPLE.COM, title@example.com"
  })
  void is_kept_in_one_form(String typed, String name) {
    assertEquals(name, UserName.canonical(typed));
  }

  @Test
  void composed_and_decomposed_letters_are_the_same() {
    assertEquals(
        UserName.canonical("m\u00fc@example.com"), UserName.canonical("mu\u0308@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"o'brien@example.com", "100%;\"@example.com", "\ud83d\ude00@example.com", "a@b"})
  void odd_addresses_are_taken(String typed) {
    assertEquals(typed, UserName.forNewUser(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "user",
        "@example.com",
        "user@",
        "a@b@c",
        "us er@example.com",
        "a:b@example.com",
        "a\n@example.com",
        "a\u001b@example.com",
        "a\u202e@example.com",
        "a\u00a0@example.com",
        "Administrator2"
      })
  void what_is_no_address_is_refused(String typed) {
    Failure failure = assertThrows(Failure.class, () -> UserName.forNewUser(typed));
    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void a_long_name_is_refused_without_repeating_it() {
    String typed = "a".repeat(300) + "@example.com";
    Failure failure = assertThrows(Failure.class, () -> UserName.forNewUser(typed));
    assertEquals("a user name has at most 140 characters, this one has 312", failure.getMessage());
    assertFalse(failure.getMessage().contains("aaa"));
  }
}
