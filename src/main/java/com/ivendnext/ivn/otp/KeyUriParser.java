package com.ivendnext.ivn.otp;

import com.ivendnext.ivn.Failure;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads key URIs for {@link KeyUri#parse}. */
final class KeyUriParser {

  private static final int MAX_CHARACTERS = 4096;

  private final Map<String, String> parameters = new HashMap<>();

  private KeyUriParser() {}

  static KeyUri parse(String uri) {
    if (uri.length() > MAX_CHARACTERS) {
      throw Failure.usage("otpauth URI is longer than " + MAX_CHARACTERS + " characters");
    }
    String text = uri.trim();
    if (!text.regionMatches(true, 0, KeyUri.SCHEME, 0, KeyUri.SCHEME.length())) {
      throw Failure.usage("not an otpauth URI")
          .hint("it starts with otpauth://totp/ or otpauth://hotp/");
    }
    int start = KeyUri.SCHEME.length();
    int query = text.indexOf('?');
    String path = query < 0 ? text.substring(start) : text.substring(start, query);
    KeyUriParser parser = new KeyUriParser();
    if (query >= 0) {
      parser.readParameters(text.substring(query + 1));
    }
    return parser.keyUri(path);
  }

  private void readParameters(String query) {
    for (String parameter : query.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      name = PercentEncoding.decode(name).toLowerCase(Locale.ROOT);
      if (isKnown(name)) {
        String value = equals < 0 ? "" : PercentEncoding.decode(parameter.substring(equals + 1));
        if (parameters.put(name, value) != null) {
          throw Failure.usage("otpauth URI has more than one " + name);
        }
      }
    }
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "secret", "issuer", "algorithm", "digits", "period", "counter" -> true;
      default -> false;
    };
  }

  private KeyUri keyUri(String path) {
    int slash = path.indexOf('/');
    KeyUri.Type type = type(slash < 0 ? path : path.substring(0, slash));
    Label label = Label.parse(slash < 0 ? "" : path.substring(slash + 1));
    String issuer = parameters.getOrDefault("issuer", "");
    if (issuer.isEmpty()) {
      return new KeyUri(label, secret(), codeParameters(type), false);
    }
    boolean mismatch = !label.issuer().isEmpty() && !label.issuer().equals(issuer);
    Label labelOfParameter = new Label(issuer, label.account());
    return new KeyUri(labelOfParameter, secret(), codeParameters(type), mismatch);
  }

  private static KeyUri.Type type(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "totp" -> KeyUri.Type.TOTP;
      case "hotp" -> KeyUri.Type.HOTP;
      default -> throw Failure.usage("otpauth URI is neither of type totp nor hotp");
    };
  }

  private SharedSecret secret() {
    String base32 = parameters.get("secret");
    if (base32 == null) {
      throw Failure.usage("otpauth URI has no secret");
    }
    return SharedSecret.ofBase32(base32);
  }

  private KeyUri.Parameters codeParameters(KeyUri.Type type) {
    HashAlgorithm algorithm = HashAlgorithm.parse(parameters.getOrDefault("algorithm", "SHA1"));
    int digits = (int) number("digits", KeyUri.DEFAULT_DIGITS, Hotp.MIN_DIGITS, Hotp.MAX_DIGITS);
    if (type == KeyUri.Type.TOTP) {
      int period = (int) number("period", KeyUri.DEFAULT_PERIOD, 1, Totp.MAX_PERIOD);
      return KeyUri.Parameters.of(new Totp(algorithm, digits, period));
    }
    if (!parameters.containsKey("counter")) {
      throw Failure.usage("otpauth URI of type hotp has no counter");
    }
    long counter = number("counter", 0, 0, Long.MAX_VALUE);
    return KeyUri.Parameters.of(new Hotp(algorithm, digits), counter);
  }

  private long number(String name, long absent, long min, long max) {
    String text = parameters.get(name);
    if (text == null) {
      return absent;
    }
    long number = readNumber(text);
    if (number < min || number > max) {
      throw Failure.usage("otpauth URI must have " + name + " from " + min + " to " + max);
    }
    return number;
  }

  /** The number, or -1 if it is not written with the digits 0 to 9 or does not fit. */
  private static long readNumber(String text) {
    long number = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
