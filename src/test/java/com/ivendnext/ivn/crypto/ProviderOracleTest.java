package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.ivendnext.ivn.crypto.Sealer.Place;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Java's own providers agree with what ivn computes without them. */
class ProviderOracleTest {
  private static final Place PLACE = new Place("table", "column", "row", "a@example.com");
  private static final byte[] ASSOCIATED =
      "table\0column\0row\0a@example.com".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom secureRandom = new SecureRandom();
  private final Random random = new Random(1);
  private final MasterKey master = MasterKey.generate(secureRandom);
  private final Sealer sealer = new Sealer(master, () -> secureRandom);

  private byte[] some(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] input) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(master.derive("ivn seal"), "AES");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    cipher.updateAAD(ASSOCIATED);
    return cipher.doFinal(input);
  }

  @Test
  void java_opens_what_ivn_sealed() throws GeneralSecurityException {
    for (int length = 0; length < 200; length++) {
      byte[] secret = some(length);
      byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(secret, PLACE));
      byte[] nonce = Arrays.copyOfRange(sealed, 1, 13);
      byte[] ciphertext = Arrays.copyOfRange(sealed, 13, sealed.length);
      assertArrayEquals(secret, crypt(Cipher.DECRYPT_MODE, nonce, ciphertext));
    }
  }

  @Test
  void ivn_opens_what_java_sealed() throws GeneralSecurityException {
    for (int length = 0; length < 200; length++) {
      byte[] secret = some(length);
      byte[] nonce = some(12);
      byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, nonce, secret);
      byte[] sealed = Arrays.copyOf(new byte[] {1}, 13 + ciphertext.length);
      System.arraycopy(nonce, 0, sealed, 1, nonce.length);
      System.arraycopy(ciphertext, 0, sealed, 13, ciphertext.length);
      assertArrayEquals(secret, sealer.open(Base64.getUrlEncoder().encodeToString(sealed), PLACE));
    }
  }

  @Test
  void hmac_is_the_same_for_every_length_of_key_and_message() throws GeneralSecurityException {
    for (int length = 1; length < 200; length++) {
      byte[] key = some(length);
      byte[] message = some(200 - length);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      assertArrayEquals(mac.doFinal(message), HmacSha256.of(key, message));
    }
  }
}
