package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Where to listen.
 *
 * @param port 0 for any that is free
 * @param certificate PEM file of the chain, or null for no TLS
 * @param key PEM file of the private key; null where the certificate is
 */
public record Listen(InetAddress address, int port, Path certificate, Path key) {

  /**
   * @param addressAndPort such as {@code 127.0.0.1:8282} or {@code [::1]:8282}
   * @throws Failure (usage) when that cannot be read, or only one of the files is named
   */
  public static Listen on(String addressAndPort, Path certificate, Path key) {
    if ((certificate == null) != (key == null)) {
      throw Failure.usage("--tls-cert and --tls-key belong together");
    }
    int colon = addressAndPort.lastIndexOf(':');
    String host = colon < 0 ? "" : addressAndPort.substring(0, colon);
    String port = addressAndPort.substring(colon + 1);
    boolean plausible = !host.isEmpty() && port.matches("[0-9]{1,5}");
    if (!plausible || Integer.parseInt(port) > 65_535) {
      throw Failure.usage("--listen takes an address and a port from 0 to 65535")
          .hint("such as 127.0.0.1:8282, or [::1]:8282");
    }
    return new Listen(address(host), Integer.parseInt(port), certificate, key);
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw Failure.usage("--listen names no address of this machine")
          .hint("such as 127.0.0.1:8282, or [::1]:8282");
    }
  }

  /** Address and port, as they stand in a URL. */
  String shown(int actualPort) {
    String host = address.getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + actualPort;
  }

  boolean tls() {
    return certificate != null;
  }
}
