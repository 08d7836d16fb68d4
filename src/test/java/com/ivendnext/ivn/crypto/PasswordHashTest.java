package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  private static final String ADMIN =
      "$pbkdf2-sha256$29000$lNKa8/5/by3F.H9PCWEsJQ$C/oSs0e/MpLpkI7YVAgh.Y1FIwLPikZIfADb3unpNs8";

  /** Passwords of throwaway users as Frappe itself stored them. */
  @ParameterizedTest
  @CsvSource({
    "admin, $pbkdf2-sha256$29000$lNKa8/5/by3F.H9PCWEsJQ$C/oSs0e/MpLpkI7YVAgh.Y1FIwLPikZIfADb3unpNs8",
    "Correct-horse-0, $pbkdf2-sha256$29000$FSKk9H6PkRJCqDUmxJgzJg$C7G/U4pgMrOEyGeNGbs3PCbhC.uumHxbE5ig6ZiG8Bw",
    "Correct-horse-3, $pbkdf2-sha256$29000$b00pxfifM.Zc650TIsQ4Zw$kBvr2wFGJ9xafgyrRNNTdHfl83M/d3EualoHixvIq0c"
  })
  void takes_the_hashes_of_frappe(String password, String stored) {
    PasswordHash hash = PasswordHash.parse(stored).orElseThrow();
    assertTrue(hash.matches(password.toCharArray()));
    assertFalse(hash.matches((password + " ").toCharArray()));
    assertTrue(hash.outdated());
    assertEquals(stored, hash.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "pässwörd", "\ud83d\ude00", ""})
  void a_new_one_has_todays_cost_and_a_salt_of_its_own(String password) {
    SecureRandom random = new SecureRandom();
    PasswordHash hash = PasswordHash.of(password.toCharArray(), random);
    assertTrue(PasswordHash.parse(hash.text()).orElseThrow().matches(password.toCharArray()));
    assertFalse(hash.outdated());
    assertNotEquals(hash, PasswordHash.of(password.toCharArray(), random));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin",
        "$2b$12$abc",
        "$pbkdf2-sha256$29000$salt",
        "$pbkdf2-sha256$x$AA$AA",
        "$pbkdf2-sha256$99999999$lNKa8/5/by3F.H9PCWEsJQ$C/oSs0e/MpLpkI7YVAgh.Y1FIwLPikZIfADb3unpNs8",
        "$pbkdf2-sha256$0$lNKa8/5/by3F.H9PCWEsJQ$C/oSs0e/MpLpkI7YVAgh.Y1FIwLPikZIfADb3unpNs8",
        "$pbkdf2-sha256$29000$!$C/oSs0e/MpLpkI7YVAgh.Y1FIwLPikZIfADb3unpNs8",
        "$pbkdf2-sha256$29000$AA$AA"
      })
  void any_other_form_is_no_hash(String stored) {
    assertEquals(Optional.empty(), PasswordHash.parse(stored));
  }

  @Test
  void tells_nothing_of_itself() {
    assertEquals("PasswordHash[hidden]", PasswordHash.parse(ADMIN).orElseThrow().toString());
  }
}
