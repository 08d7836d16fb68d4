package com.ivendnext.ivn.transfer;

import java.util.List;
import java.util.Locale;

/** The columns that a CSV file may have, under the names that programs give them. */
enum CsvColumn {
  USER("user", "user_name", "username", "user_id", "userid", "login", "uid", "id"),
  FULL_NAME("full_name", "fullname", "display_name", "displayname", "name"),
  EMAIL("email", "mail", "email_address", "e_mail"),
  MOBILE_NO("mobile_no", "mobile", "phone", "phone_number", "mobile_number"),
  /** {@code System User} or {@code Website User}; where other programs put TOTP or HOTP. */
  TYPE("type", "user_type"),
  ENABLED("enabled", "active"),
  ROLES("roles", "role"),
  PASSWORD_HASH("password_hash"),
  KIND("kind", "otp_type", "token_type", "tokentype"),
  ISSUER("issuer"),
  LABEL("label", "authenticator", "serial", "description"),
  SECRET("secret", "shared_secret", "secret_base32", "base32"),
  SECRET_HEX("secret_hex", "hex", "key", "seed", "otpkey", "hmac_key"),
  ALGORITHM("algorithm", "hash", "hashlib"),
  DIGITS("digits", "otplen", "length"),
  PERIOD("period", "time_step", "timestep", "interval"),
  COUNTER("counter"),
  STATE("state"),
  URI("uri", "otpauth", "url"),
  RECOVERY_CODES("recovery_codes");

  /** What is written, in this order. */
  static final List<CsvColumn> PROFILE =
      List.of(USER, FULL_NAME, EMAIL, MOBILE_NO, TYPE, ENABLED, ROLES);

  /** What is written behind that, where secrets go with it. */
  static final List<CsvColumn> SECRETS =
      List.of(
          PASSWORD_HASH,
          KIND,
          ISSUER,
          LABEL,
          SECRET,
          ALGORITHM,
          DIGITS,
          PERIOD,
          COUNTER,
          STATE,
          RECOVERY_CODES);

  private final List<String> titles;

  CsvColumn(String... titles) {
    this.titles = List.of(titles);
  }

  /** The title that is written. */
  String title() {
    return titles.get(0);
  }

  /** The column with that title; null where nobody knows it. */
  static CsvColumn titled(String title) {
    String word = title.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (CsvColumn column : values()) {
      if (column.titles.contains(word)) {
        return column;
      }
    }
    return null;
  }
}
