package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What the other tests cannot bring about on one machine without a network. */
class NetworkTroubleTest {
  private static final Peer PEER = new Peer("the mail server", "mx.example", 25, "mail_server");

  private static String said(Throwable thrown) {
    return NetworkTrouble.find(new RuntimeException(thrown), PEER).getMessage();
  }

  @Test
  void names_a_host_that_is_not_known() {
    String unknown = "the mail server mx.example is not known: no such host";
    assertEquals(unknown, said(new UnknownHostException("mx.example")));
    assertEquals(unknown, said(new ConnectException().initCause(new UnresolvedAddressException())));
  }

  @Test
  void tells_an_expired_certificate_from_one_not_trusted() {
    Throwable path = new CertPathValidatorException("path", new CertificateExpiredException());
    assertEquals(
        "the certificate of the mail server mx.example has expired or is not valid yet",
        said(new SSLHandshakeException("x").initCause(new CertificateException(path))));
  }

  @Test
  void tells_of_a_connection_that_broke() {
    assertEquals(
        "the connection to the mail server mx.example broke off", said(new IOException("reset")));
  }

  @Test
  void leaves_what_is_not_the_network_to_others() {
    assertNull(NetworkTrouble.find(new IllegalStateException(), PEER));
  }
}
