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
   * notes the use and the drift. False when that factor or a later one was accepted before, by
   * anybody.
   *
   * @param drift time steps that the authenticator's clock is ahead of ours
   */
  boolean consume(Authenticator authenticator, long factor, int drift, Instant now);

  /** Writes state, failures, throttling and time of confirmation. */
  void update(Authenticator authenticator);

  void remove(Authenticator authenticator);
}
