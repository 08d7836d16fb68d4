package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Sealer.Place;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
  private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);
  private static final Place PLACE = new Place("table", "column", "row", "a@example.com");

  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer = new Sealer(MasterKey.generate(random), () -> random);

  private static void refuses(Sealer opener, String sealed, Place place) {
    Failure failure = assertThrows(Failure.class, () -> opener.open(sealed, place));
    assertEquals(Failure.Kind.DATA, failure.kind());
    assertEquals(
        "a secret of " + place.user() + " in the store does not open", failure.getMessage());
  }

  @Test
  void opens_what_it_sealed() {
    assertArrayEquals(SECRET, sealer.open(sealer.seal(SECRET, PLACE), PLACE));
  }

  @Test
  void never_seals_the_same_way_twice() {
    assertNotEquals(sealer.seal(SECRET, PLACE), sealer.seal(SECRET, PLACE));
  }

  @Test
  void a_sealed_value_does_not_hold_the_secret() {
    byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(SECRET, PLACE));
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("shared"));
  }

  @Test
  void opens_in_no_other_place() {
    String sealed = sealer.seal(SECRET, PLACE);
    refuses(sealer, sealed, new Place("other", "column", "row", "a@example.com"));
    refuses(sealer, sealed, new Place("table", "other", "row", "a@example.com"));
    refuses(sealer, sealed, new Place("table", "column", "other", "a@example.com"));
    refuses(sealer, sealed, new Place("table", "column", "row", "b@example.com"));
  }

  @Test
  void opens_with_no_other_key() {
    Sealer other = new Sealer(MasterKey.generate(random), () -> random);
    refuses(other, sealer.seal(SECRET, PLACE), PLACE);
  }

  @Test
  void any_changed_byte_is_noticed() {
    byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(SECRET, PLACE));
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      refuses(sealer, Base64.getUrlEncoder().encodeToString(changed), PLACE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AQ", "not base64!", "AQAAAAAAAAAAAAAAAAA"})
  void what_was_never_sealed_does_not_open(String sealed) {
    refuses(sealer, sealed, PLACE);
  }
}
