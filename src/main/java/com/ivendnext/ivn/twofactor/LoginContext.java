package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import java.time.Instant;

/**
 * The circumstances of a login.
 *
 * @param address the address it comes from, or null where it is not known
 */
public record LoginContext(Channel channel, String address, Instant now) {

  /** How somebody comes in. */
  public enum Channel {
    /** A person with a password. */
    INTERACTIVE,
    /** A program with a key of its own. */
    API
  }

  public static LoginContext interactive(Instant now) {
    return new LoginContext(Channel.INTERACTIVE, null, now);
  }

  /**
   * The same from {@code fromAddress}; null where it is not known.
   *
   * @throws Failure (usage) when it is no address
   */
  public LoginContext from(String fromAddress) {
    if (fromAddress != null && !AddressList.isAddress(fromAddress)) {
      throw Failure.usage("\"" + Names.shortened(fromAddress) + "\" is no IP address");
    }
    return new LoginContext(channel, fromAddress, now);
  }
}
