package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnderEveryLocale
class SharedSecretTest {

  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String HEX = "3132333435363738393031323334353637383930";

  @Test
  void generates_160_bits_from_the_randomness_given() throws Exception {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(4226);
    SecureRandom twin = SecureRandom.getInstance("SHA1PRNG");
    twin.setSeed(4226);
    byte[] expected = new byte[20];
    twin.nextBytes(expected);

    assertArrayEquals(expected, SharedSecret.generate(random).bytes());
    assertNotEquals(SharedSecret.ofBytes(expected), SharedSecret.generate(random));
  }

  @Test
  void is_the_same_secret_in_every_spelling() {
    SharedSecret secret = SharedSecret.ofBytes("12345678901234567890".getBytes());
    assertEquals(secret, SharedSecret.ofBase32(BASE32));
    assertEquals(secret, SharedSecret.ofBase32("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"));
    assertEquals(secret, SharedSecret.ofHex(HEX));
    assertEquals(
        SharedSecret.ofHex("abcdef0123456789abcd"), SharedSecret.ofHex("ABCDEF0123456789ABCD"));
    assertEquals(secret.hashCode(), SharedSecret.ofHex(HEX).hashCode());
  }

  @Test
  void differs_where_one_bit_does() {
    assertNotEquals(SharedSecret.ofHex(HEX), SharedSecret.ofHex(HEX.replaceFirst("0$", "1")));
    assertNotEquals(SharedSecret.ofHex(HEX), SharedSecret.ofHex(HEX + "00"));
    assertNotEquals(SharedSecret.ofHex(HEX), HEX);
  }

  @Test
  void shows_base32_for_programs_and_groups_of_four_for_people() {
    SharedSecret secret = SharedSecret.ofHex(HEX);
    assertEquals(BASE32, secret.base32());
    assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", secret.grouped());
    assertEquals("GEZD GNBV GY3T QOJQ GE", SharedSecret.ofHex("3132333435363738393031").grouped());
  }

  @Test
  void gives_and_takes_copies_of_its_bytes() {
    byte[] bytes = new byte[20];
    SharedSecret secret = SharedSecret.ofBytes(bytes);
    bytes[0] = 1;
    secret.bytes()[1] = 1;
    assertArrayEquals(new byte[20], secret.bytes());
  }

  @ParameterizedTest
  @CsvSource({"10, true", "15, true", "16, false", "20, false", "128, false"})
  void is_weak_under_128_bits(int bytes, boolean weak) {
    SharedSecret secret = SharedSecret.ofBytes(new byte[bytes]);
    assertEquals(weak, secret.isWeak());
    assertEquals(bytes * 8, secret.bits());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9})
  void refuses_under_80_bits(int bytes) {
    assertEquals(
        "shared secret has only " + bytes * 8 + " bits, the least is 80",
        Refused.words(() -> SharedSecret.ofBytes(new byte[bytes])));
  }

  @Test
  void refuses_over_1024_bits() {
    assertEquals(
        "shared secret has 1032 bits, the most is 1024",
        Refused.words(() -> SharedSecret.ofBytes(new byte[129])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"313233343536373839303", "3132333435363738393g", "0x31323334353637383930"})
  void refuses_what_is_not_hexadecimal_without_repeating_it(String text) {
    assertEquals(
        "shared secret is not hexadecimal; two digits 0-9 or a-f a byte",
        Refused.words(() -> SharedSecret.ofHex(text)));
  }

  @Test
  void tells_nothing_but_its_length() {
    SharedSecret secret = SharedSecret.ofHex(HEX);
    assertEquals("SharedSecret[160 bits]", secret.toString());
    assertEquals(SharedSecret.ofBytes(new byte[20]).hashCode(), secret.hashCode());
  }

  @Test
  void is_accepted_with_the_80_bits_that_frappe_makes() {
    SharedSecret secret = SharedSecret.ofBase32("JBSWY3DPEHPK3PXP");
    assertEquals(80, secret.bits());
    assertTrue(secret.isWeak());
    assertFalse(SharedSecret.ofHex(HEX).isWeak());
  }
}
