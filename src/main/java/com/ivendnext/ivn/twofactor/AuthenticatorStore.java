package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.otp.SharedSecret;
import java.time.Instant;
import java.util.List;

/** Port: authenticators and their sealed secrets. */
public interface AuthenticatorStore {
  /** The user's authenticators, oldest first. */
  List<Authenticator> of(String user);

  void add(Authenticator authenticator, SharedSecret secret);

  /** Opens the secret; only where a code is computed or a QR code is drawn. */
  SharedSecret secret(Authenticator authenticator);

  /**
   * Accepts {@code factor} once: moves the last accepted moving factor forward, clears failures,
   * notes the use. False when that factor or a later one was accepted before, by anybody.
   */
  boolean consume(Authenticator authenticator, long factor, Instant now);

  /** Writes state, failures, throttling and time of confirmation. */
  void update(Authenticator authenticator);

  void remove(Authenticator authenticator);
}
