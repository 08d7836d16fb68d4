package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.twofactor.UserType;
import java.util.ArrayList;
import java.util.List;

/**
 * One person as files carry it. Everything but the row may be missing: null, or an empty list.
 *
 * <p>{@code toString} shows neither secrets nor hashes nor codes.
 *
 * @param user the name as the file has it
 * @param enabled whether the user may log in
 * @param roles to be granted
 * @param restrictIp addresses to log in from, comma separated
 * @param passwordHash in passlib's form, such as {@code $pbkdf2-sha256$…}
 * @param recoveryCodes as people would type them
 */
public record Entry(
    Row row,
    String user,
    String fullName,
    String email,
    String mobileNo,
    String restrictIp,
    UserType type,
    Boolean enabled,
    List<String> roles,
    String passwordHash,
    List<Key> keys,
    List<String> recoveryCodes) {

  public Entry {
    roles = List.copyOf(roles);
    keys = List.copyOf(keys);
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  /** Begins an entry about which nothing is known yet. */
  public static Builder at(Row row) {
    return new Builder(row);
  }

  /** Begins an entry that says what this one says. */
  public Builder copy() {
    Builder copy = new Builder(row).user(user).fullName(fullName).email(email).mobileNo(mobileNo);
    copy.restrictIp(restrictIp).type(type).enabled(enabled).passwordHash(passwordHash);
    roles.forEach(copy::role);
    keys.forEach(copy::key);
    recoveryCodes.forEach(copy::recoveryCode);
    return copy;
  }

  @Override
  public String toString() {
    return "Entry["
        + String.join(", ", String.valueOf(row), user, fullName, email, mobileNo)
        + ", "
        + type
        + ", enabled="
        + enabled
        + ", "
        + roles
        + ", "
        + keys
        + ", "
        + recoveryCodes.size()
        + " recovery codes]";
  }

  /** Collects what a file says of somebody. Empty text counts as missing. */
  public static final class Builder {
    private final Row row;
    private String user;
    private String fullName;
    private String email;
    private String mobileNo;
    private String restrictIp;
    private UserType type;
    private Boolean enabled;
    private String passwordHash;
    private final List<String> roles = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<String> recoveryCodes = new ArrayList<>();

    private Builder(Row row) {
      this.row = row;
    }

    public Builder user(String given) {
      user = Limits.text(given);
      return this;
    }

    public Builder fullName(String given) {
      fullName = Limits.text(given);
      return this;
    }

    public Builder email(String given) {
      email = Limits.text(given);
      return this;
    }

    public Builder mobileNo(String given) {
      mobileNo = Limits.text(given);
      return this;
    }

    public Builder restrictIp(String given) {
      restrictIp = Limits.text(given);
      return this;
    }

    public Builder type(UserType given) {
      type = given;
      return this;
    }

    public Builder enabled(Boolean given) {
      enabled = given;
      return this;
    }

    public Builder passwordHash(String given) {
      passwordHash = Limits.text(given);
      return this;
    }

    public Builder role(String given) {
      if (Limits.text(given) != null) {
        roles.add(Limits.text(given));
      }
      return this;
    }

    public Builder key(Key given) {
      keys.add(given);
      return this;
    }

    public Builder recoveryCode(String given) {
      recoveryCodes.add(given);
      return this;
    }

    public Entry build() {
      return new Entry(
          row,
          user,
          fullName,
          email,
          mobileNo,
          restrictIp,
          type,
          enabled,
          roles,
          passwordHash,
          keys,
          recoveryCodes);
    }
  }
}
