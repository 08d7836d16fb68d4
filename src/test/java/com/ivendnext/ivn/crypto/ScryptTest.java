package com.ivendnext.ivn.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Computed by OpenSSL 3: {@code openssl kdf -keylen N -kdfopt … SCRYPT}, and RFC 7914. */
class ScryptTest {
  private static String derive(String password, String salt, int costLog, int length) {
    byte[] key =
        Scrypt.derive(
            password.getBytes(StandardCharsets.UTF_8),
            salt.getBytes(StandardCharsets.UTF_8),
            costLog,
            length);
    return HexFormat.of().formatHex(key);
  }

  /** RFC 7914 section 12, the vector with p = 1 and r = 8. */
  @Test
  void agrees_with_the_vector_of_rfc_7914() {
    assertEquals(
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
            + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
        derive("pleaseletmein", "SodiumChloride", 14, 64));
  }

  @Test
  void agrees_with_openssl_on_an_empty_password_and_on_short_keys() {
    assertEquals(
        "bcda6cb6c38d6459c333688c498370f474cf36a046e49430d82c717893f716bf",
        derive("", "salt", 4, 32));
    assertEquals(
        "c9207c0079adea92fda051356ac65f02",
        derive("correct horse", "age-encryption.org/v1/scrypt", 10, 16));
  }
}
