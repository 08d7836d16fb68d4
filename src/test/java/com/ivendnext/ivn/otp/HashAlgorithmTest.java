package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.crypto.Mac;
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
  void names_a_keyed_hash_that_java_has(HashAlgorithm algorithm) throws Exception {
    assertEquals(algorithm.macName(), Mac.getInstance(algorithm.macName()).getAlgorithm());
  }
}
