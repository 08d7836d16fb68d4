package com.ivendnext.ivn.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collector of syslog messages.
 *
 * @param host null for {@link Way#LOCAL}
 * @param port 0 for {@link Way#LOCAL}
 */
public record SyslogAddress(Way way, String host, int port) {
  private static final int USUAL_PORT = 514;

  /** How messages get there. */
  public enum Way {
    /** To this machine's own, journald or rsyslog. */
    LOCAL,
    UDP,
    TCP
  }

  /**
   * Reads {@code local}, {@code udp://host:port} or {@code tcp://host:port}.
   *
   * @return null if it is none of these
   */
  public static SyslogAddress parse(String text) {
    if (text.equals("local")) {
      return new SyslogAddress(Way.LOCAL, null, 0);
    }
    Matcher address =
        Pattern.compile("(udp|tcp)://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?")
            .matcher(text);
    if (!address.matches()) {
      return null;
    }
    Way way = Way.valueOf(address.group(1).toUpperCase(Locale.ROOT));
    int port = address.group(3) == null ? USUAL_PORT : Integer.parseInt(address.group(3));
    return port < 1 || port > 65_535 ? null : new SyslogAddress(way, address.group(2), port);
  }

  @Override
  public String toString() {
    return way == Way.LOCAL
        ? "local"
        : way.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
  }
}
