package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Connections that fail, in plain words. */
final class NetworkTrouble {
  private NetworkTrouble() {}

  /** What {@code thrown} or one of its causes says of the connection; null where none does. */
  static Failure find(Throwable thrown, Peer peer) {
    if (has(thrown, UnknownHostException.class) || has(thrown, UnresolvedAddressException.class)) {
      return failure(peer, " is not known: no such host");
    }
    if (has(thrown, SocketTimeoutException.class)
        || has(thrown, HttpTimeoutException.class)
        || has(thrown, TimeoutException.class)) {
      return failure(peer, " did not answer in time");
    }
    if (has(thrown, ConnectException.class) || has(thrown, NoRouteToHostException.class)) {
      return failure(peer, " takes no connections on port " + peer.port());
    }
    if (has(thrown, SSLException.class)) {
      return tls(thrown, peer);
    }
    return has(thrown, IOException.class)
        ? Failure.delivery("the connection to " + peer + " broke off")
        : null;
  }

  /** Whether {@code thrown} or one of its causes is a {@code type}. */
  static boolean has(Throwable thrown, Class<?> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static Failure tls(Throwable thrown, Peer peer) {
    if (!has(thrown, CertificateException.class)) {
      return failure(peer, " does not speak TLS as asked on port " + peer.port());
    }
    String certificate = "the certificate of " + peer;
    if (has(thrown, CertificateExpiredException.class)
        || has(thrown, CertificateNotYetValidException.class)) {
      return Failure.delivery(certificate + " has expired or is not valid yet");
    }
    if (has(thrown, CertPathBuilderException.class)
        || has(thrown, CertPathValidatorException.class)) {
      return Failure.delivery(certificate + " is not trusted")
          .hint("Java must trust its authority: javax.net.ssl.trustStore can name others");
    }
    // what is left is Java's check of the name
    return Failure.delivery(certificate + " is for another host")
        .hint("write the host in " + peer.settings() + " as the certificate has it");
  }

  private static Failure failure(Peer peer, String trouble) {
    return Failure.delivery(peer + trouble).hint("check " + peer.settings());
  }
}
