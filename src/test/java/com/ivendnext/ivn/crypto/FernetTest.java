package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FernetTest {
  private static final byte[] KEY =
      Base64.getUrlDecoder().decode("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=");
  private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final Fernet fernet = new Fernet(KEY);

  /** The token of the specification. */
  @Test
  void opens_the_token_of_the_specification() {
    String token =
        "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64j"
            + "VmpU4IwqDA==";
    assertEquals(
        Optional.of("hello"),
        fernet.open(token).map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void opens_what_it_sealed() {
    String token = fernet.seal(SECRET, random);
    assertArrayEquals(SECRET, fernet.open(token).orElseThrow());
    assertNotEquals(token, fernet.seal(SECRET, random));
  }

  @Test
  void opens_nothing_of_another_key() {
    assertTrue(new Fernet(new byte[32]).open(fernet.seal(SECRET, random)).isEmpty());
  }

  @Test
  void opens_nothing_in_which_a_bit_was_changed() {
    byte[] token = Base64.getUrlDecoder().decode(fernet.seal(SECRET, random));
    for (int bit = 0; bit < token.length * 8; bit++) {
      byte[] changed = token.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(fernet.open(Base64.getUrlEncoder().encodeToString(changed)).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gAAAAA", "not base64!", "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpG"})
  void opens_nothing_that_is_no_token(String text) {
    assertTrue(fernet.open(text).isEmpty());
  }

  @Test
  void a_key_of_another_length_is_refused() {
    Failure failure = assertThrows(Failure.class, () -> new Fernet(new byte[16]));
    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void is_not_shown() {
    assertEquals("Fernet[hidden]", fernet.toString());
  }
}
