package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.crypto.Fernet;
import com.ivendnext.ivn.otp.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A secret as a Frappe site keeps it. Not in {@code toString}.
 *
 * @param text base32, or a Fernet token of that
 * @param sealed whether it is a token
 */
record FrappeSecret(String text, boolean sealed) {

  /**
   * The secret.
   *
   * @param fernet opens tokens
   * @return nothing where the token is damaged, or of another key
   * @throws com.ivendnext.ivn.Failure usage, where it is no base32
   */
  Optional<SharedSecret> open(Fernet fernet) {
    Optional<String> base32 =
        sealed
            ? fernet.open(text).map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
            : Optional.of(text);
    return base32.map(SharedSecret::ofBase32);
  }

  @Override
  public String toString() {
    return "FrappeSecret[hidden]";
  }
}
