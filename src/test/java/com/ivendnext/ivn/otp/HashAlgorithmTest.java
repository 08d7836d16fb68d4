package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.Random;
import org.bouncycastle.crypto.ExtendedDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class HashAlgorithmTest {

  @ParameterizedTest
  @CsvSource({
    "SHA1, SHA1", "sha-1, SHA1", "HmacSHA1, SHA1", "HMAC-SHA-1, SHA1",
    "Sha256, SHA256", "SHA-256, SHA256", "hmacsha256, SHA256", "HMAC-SHA256, SHA256",
    "sha512, SHA512", "SHA-512, SHA512", "HmacSHA512, SHA512", "hmac-sha-512, SHA512"
  })
  void reads_the_usual_spellings(String name, HashAlgorithm expected) {
    assertEquals(expected, HashAlgorithm.parse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MD5", "SHA", "SHA224", "SHA-384", "SHA3-256", "HMAC", " SHA1"})
  void refuses_other_names_and_lists_the_allowed_ones(String name) {
    assertEquals(
        "unknown hash algorithm; use SHA1, SHA256 or SHA512",
        Refused.words(() -> HashAlgorithm.parse(name)));
  }

  @ParameterizedTest
  @EnumSource
  void is_the_function_of_that_name(HashAlgorithm algorithm) throws Exception {
    Random random = new Random(1);
    for (int length = 0; length < 300; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      ExtendedDigest digest = algorithm.digest();
      digest.update(message, 0, length);
      byte[] hash = new byte[digest.getDigestSize()];
      digest.doFinal(hash, 0);
      String name = algorithm.name().replace("SHA", "SHA-");
      assertArrayEquals(MessageDigest.getInstance(name).digest(message), hash);
    }
  }
}
