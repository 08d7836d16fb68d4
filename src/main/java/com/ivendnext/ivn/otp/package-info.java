/**
 * One-time passwords: the arithmetic of RFC 4226 (HOTP) and RFC 6238 (TOTP), shared secrets, what a
 * person types, and the {@code otpauth} key URI.
 *
 * <p>Pure: time and randomness are arguments, nothing here reads a clock, a file or the default
 * locale. Secrets never appear in a failure or a {@code toString}.
 */
package com.ivendnext.ivn.otp;
