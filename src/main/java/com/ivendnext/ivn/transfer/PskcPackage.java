package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One key of a PSKC file. What it says of the key and cannot be kept to is refused. */
final class PskcPackage {
  static final String HOTP = Pskc.NAMESPACE + ":hotp";
  static final String TOTP = Pskc.NAMESPACE + ":totp";

  /** The user's own part of a distinguished name (RFC 4514). */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|[,+])\\s*(?:UID|CN)\\s*=\\s*((?:[^,+\\\\]|\\\\.)*)", Pattern.CASE_INSENSITIVE);

  private final XmlElement element;
  private final XmlElement key;
  private final PskcKeys keys;

  /**
   * @throws Failure data, where there is no key in it
   */
  PskcPackage(XmlElement element, PskcKeys keys) {
    this.element = element;
    this.keys = keys;
    this.key = element.find("Key");
    if (key == null) {
      throw Failure.data("the package holds no key");
    }
  }

  /**
   * The key as an entry.
   *
   * @throws Failure data, usage: what is wrong with it, or cannot be kept to
   */
  Entry entry(Row row) {
    requireForCodes();
    String own = key.textOf("UserId");
    String user = own == null ? element.textOf("DeviceInfo", "UserId") : own;
    String name = key.textOf("FriendlyName");
    String label = name == null ? element.textOf("DeviceInfo", "SerialNo") : name;
    return Entry.at(row)
        .user(user == null ? null : userName(user))
        .key(key().named(key.textOf("Issuer"), label))
        .build();
  }

  private void requireForCodes() {
    XmlElement policy = key.find("Policy");
    if (policy == null) {
      return;
    }
    boolean any = false;
    boolean codes = false;
    for (XmlElement rule : policy.children()) {
      if (!rule.name().equals("KeyUsage")) {
        throw Failure.data("the key has a policy that cannot be kept to: " + Shown.of(rule.name()));
      }
      any = true;
      codes |= "OTP".equals(rule.text());
    }
    if (any && !codes) {
      throw Failure.data("the key is not meant for one-time passwords");
    }
  }

  private static String userName(String text) {
    Matcher name = NAME.matcher(text);
    return text.indexOf('=') > 0 && name.find() ? name.group(1).replaceAll("\\\\(.)", "$1") : text;
  }

  private Key key() {
    String type = key.attribute("Algorithm");
    boolean counts = HOTP.equals(type);
    if (!counts && !TOTP.equals(type)) {
      throw Failure.data("the algorithm of the key is neither HOTP nor TOTP");
    }
    HashAlgorithm algorithm = algorithm();
    int digits = digits();
    XmlElement secret = key.find("Data", "Secret");
    if (secret == null) {
      throw Failure.data("the package holds no secret");
    }
    SharedSecret shared = SharedSecret.ofBytes(keys.value(secret));
    if (number("Time", 0) != 0) {
      throw Failure.data("the time of the key does not begin in 1970");
    }
    return counts
        ? Key.hotp(shared, new Hotp(algorithm, digits), number("Counter", 0))
        : Key.totp(shared, new Totp(algorithm, digits, (int) number("TimeInterval", 30)));
  }

  private HashAlgorithm algorithm() {
    String suite = key.textOf("AlgorithmParameters", "Suite");
    return switch (suite == null ? "HMAC-SHA1" : suite) {
      case "HMAC-SHA1" -> HashAlgorithm.SHA1;
      case "HMAC-SHA256" -> HashAlgorithm.SHA256;
      case "HMAC-SHA512" -> HashAlgorithm.SHA512;
      default -> throw Failure.data("the algorithm suite of the key is not known");
    };
  }

  private int digits() {
    XmlElement format = key.find("AlgorithmParameters", "ResponseFormat");
    if (format == null || format.attribute("Length") == null) {
      throw Failure.data("it is not told how many digits the codes have");
    }
    String check = format.attribute("CheckDigits");
    boolean plain = check == null || check.equals("false") || check.equals("0");
    if (!"DECIMAL".equals(format.attribute("Encoding")) || !plain) {
      throw Failure.data("the codes of the key are not plain decimal digits");
    }
    if (key.find("AlgorithmParameters", "ChallengeFormat") != null) {
      throw Failure.data("the key answers challenges");
    }
    return Numbers.small(format.attribute("Length"), "the number of digits");
  }

  private long number(String name, long absent) {
    XmlElement data = key.find("Data", name);
    if (data == null) {
      return absent;
    }
    String plain = data.textOf("PlainValue");
    if (plain == null) {
      throw Failure.data(name + " is encrypted, which is not known");
    }
    long number = Numbers.of(plain, name);
    return name.equals("TimeInterval") ? Math.min(number, Integer.MAX_VALUE) : number;
  }
}
