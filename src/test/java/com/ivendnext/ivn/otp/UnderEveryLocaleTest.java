package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

@UnderEveryLocale
class UnderEveryLocaleTest {

  @Test
  void every_locale_but_the_first_breaks_careless_code() {
    String careless = String.format("%d", 123456) + "DIGITS".toLowerCase();
    if (Locale.getDefault().equals(Locale.US)) {
      assertEquals("123456digits", careless);
    } else {
      assertNotEquals("123456digits", careless);
    }
  }
}
