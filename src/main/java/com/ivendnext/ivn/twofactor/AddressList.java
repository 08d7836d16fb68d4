package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A user's {@code restrict_ip}: comma separated entries, each an exact address, a CIDR range, or,
 * as in Frappe, the beginning of an IPv4 address that ends in a dot ({@code 10.1.}).
 */
public final class AddressList {
  private static final Pattern IPV4 =
      Pattern.compile("OCTET(\\.OCTET){3}".replace("OCTET", "(25[0-5]|2[0-4]\\d|1\\d\\d|\\d\\d?)"));

  private AddressList() {}

  /**
   * Whether {@code address} fits any of the comma separated {@code rules}; an unknown address, no
   * rules, or a rule that cannot be read fit nothing.
   */
  public static boolean contains(String rules, String address) {
    if (rules == null || address == null) {
      return false;
    }
    for (String rule : rules.split(",")) {
      if (matches(rule.strip(), address.strip())) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code text} is one address, written out. */
  public static boolean isAddress(String text) {
    return literal(text.strip()) != null;
  }

  /**
   * Makes sure that every one of the comma separated {@code rules} can be read: one that cannot
   * would fit nobody, and so keep its user out.
   *
   * @throws Failure (usage) that names the first that cannot
   */
  public static void requireReadable(String rules) {
    for (String rule : rules.split(",", -1)) {
      if (!readable(rule.strip())) {
        throw Failure.usage(
                "\"" + Names.shortened(rule.strip()) + "\" is no address to log in from")
            .hint("write 192.0.2.7, 2001:db8::/32 or the beginning 192.0.2., comma separated");
      }
    }
  }

  private static boolean readable(String rule) {
    if (rule.endsWith(".")) {
      return rule.matches("([0-9]{1,3}\\.){1,3}");
    }
    int slash = rule.indexOf('/');
    byte[] network = literal(slash < 0 ? rule : rule.substring(0, slash));
    int bits = slash < 0 ? 0 : prefixLength(rule.substring(slash + 1));
    return network != null && bits >= 0 && bits <= network.length * 8;
  }

  private static boolean matches(String rule, String address) {
    byte[] actual = literal(address);
    if (rule.isEmpty() || actual == null) {
      return false;
    }
    if (rule.endsWith(".")) {
      return actual.length == 4 && address.startsWith(rule);
    }
    int slash = rule.indexOf('/');
    byte[] network = literal(slash < 0 ? rule : rule.substring(0, slash));
    if (network == null || network.length != actual.length) {
      return false;
    }
    int bits = slash < 0 ? network.length * 8 : prefixLength(rule.substring(slash + 1));
    return bits >= 0 && bits <= network.length * 8 && samePrefix(network, actual, bits);
  }

  private static int prefixLength(String digits) {
    return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
  }

  private static boolean samePrefix(byte[] network, byte[] actual, int bits) {
    int whole = bits / 8;
    if (!Arrays.equals(network, 0, whole, actual, 0, whole)) {
      return false;
    }
    int mask = 0xFF00 >> (bits % 8) & 0xFF;
    return mask == 0 || (network[whole] & mask) == (actual[whole] & mask);
  }

  /** The bytes of a literal address; null for anything that a name server would have to answer. */
  private static byte[] literal(String text) {
    boolean four = IPV4.matcher(text).matches();
    boolean six = text.indexOf(':') >= 0 && text.matches("[0-9A-Fa-f:.]+");
    try {
      return four || six ? InetAddress.getByName(text).getAddress() : null;
    } catch (UnknownHostException notAnAddress) {
      return null;
    }
  }
}
