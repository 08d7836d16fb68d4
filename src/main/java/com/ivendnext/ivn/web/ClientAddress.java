package com.ivendnext.ivn.web;

import com.ivendnext.ivn.twofactor.AddressList;

/**
 * Where a request comes from. What {@code X-Forwarded-For} says is believed only as far as trusted
 * proxies said it: from the right, up to the first address that is none of them.
 */
final class ClientAddress {
  private final String proxies;

  /**
   * @param proxies comma separated addresses and ranges, or null
   */
  ClientAddress(String proxies) {
    this.proxies = proxies;
  }

  /**
   * @param peer whose connection it is
   * @param forwardedFor the header, all its lines joined; may be null
   */
  String of(String peer, String forwardedFor) {
    String address = peer;
    String[] said = forwardedFor == null ? new String[0] : forwardedFor.split(",");
    for (int i = said.length - 1; i >= 0 && trusted(address); i--) {
      String next = said[i].strip();
      if (!AddressList.isAddress(next)) {
        return address;
      }
      address = next;
    }
    return address;
  }

  /** Whether that is a proxy whose word counts. */
  boolean trusted(String address) {
    return AddressList.contains(proxies, address);
  }
}
