package com.ivendnext.ivn.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Python's {@code repr(float)}: the fewest digits that read back as the same number, and of those
 * the nearest.
 *
 * <p>{@code Double.toString} will not do: before Java 19 it sometimes prints a digit too many, and
 * it turns to exponents at other sizes.
 */
final class PythonFloat {

  /** Enough digits for every double. */
  private static final int MAX_DIGITS = 17;

  private PythonFloat() {}

  /** The number as {@code json.dumps} prints it: {@code 1.0}, {@code 1e+16}, {@code Infinity}. */
  static String repr(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    String sign = Math.copySign(1, number) < 0 ? "-" : "";
    double size = Math.abs(number);
    if (Double.isInfinite(size)) {
      return sign + "Infinity";
    }
    return sign + (size == 0 ? "0.0" : layOut(shortest(size)));
  }

  private static BigDecimal shortest(double size) {
    BigDecimal exact = new BigDecimal(size);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (Double.parseDouble(near.toString()) == size) {
        return near;
      }
      // below a power of two doubles lie closer, so the one above may read back where this did not
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      if (Double.parseDouble(above.toString()) == size) {
        return above;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String layOut(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return withExponent(stripped.unscaledValue().toString(), exponent);
    }
    String plain = stripped.toPlainString();
    return stripped.scale() > 0 ? plain : plain + ".0";
  }

  private static String withExponent(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = exponent < 0 ? "-" : "+";
    String padding = Math.abs(exponent) < 10 ? "0" : "";
    return digits.charAt(0) + fraction + "e" + sign + padding + Math.abs(exponent);
  }
}
