package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.twofactor.Exemption;
import com.ivendnext.ivn.twofactor.Person;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.User;
import com.ivendnext.ivn.twofactor.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields of a user in a {@link State}. */
final class UserFields {
  static final String FULL_NAME = "full_name";
  static final String TYPE = "type";
  static final String ENABLED = "enabled";
  static final String EMAIL = "email";
  static final String MOBILE = "mobile";
  static final String RESTRICT_IP = "restrict_ip";

  /** Granted ones; what comes by itself is not listed. */
  static final String ROLES = "roles";

  /** Whether there is one, be it pending; true makes one where there is none. */
  static final String AUTHENTICATOR = "authenticator";

  /** {@link #UNTIL} and {@link #REASON}, or null. */
  static final String EXEMPTION = "exemption";

  static final String UNTIL = "until";
  static final String REASON = "reason";

  private UserFields() {}

  /** What is stored of a user. */
  static Map<String, Object> of(Person person, boolean authenticator, Exemption exemption) {
    User user = person.user();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(FULL_NAME, user.fullName());
    fields.put(TYPE, user.type().label());
    fields.put(ENABLED, user.enabled());
    fields.put(EMAIL, user.email());
    fields.put(MOBILE, user.mobileNo());
    fields.put(RESTRICT_IP, user.restrictIp());
    fields.put(ROLES, granted(person));
    fields.put(AUTHENTICATOR, authenticator);
    fields.put(EXEMPTION, exemption == null ? null : exemption(exemption));
    return fields;
  }

  private static Map<String, Object> exemption(Exemption exemption) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(UNTIL, exemption.until().toString());
    fields.put(REASON, exemption.reason());
    return fields;
  }

  /** The roles that were granted, sorted. */
  static List<String> granted(Person person) {
    return person.roles().stream()
        .map(Role::name)
        .filter(role -> !Effect.isAutomatic(role))
        .sorted()
        .toList();
  }

  /** {@code user} after {@code fields}; those that are missing stay. */
  static User applied(User user, Map<String, Object> fields) {
    return new User(
        user.name(),
        Objects.requireNonNullElse((String) fields.get(FULL_NAME), user.fullName()),
        fields.containsKey(TYPE) ? type(fields.get(TYPE)) : user.type(),
        fields.containsKey(ENABLED) ? (Boolean) fields.get(ENABLED) : user.enabled(),
        fields.containsKey(EMAIL) ? (String) fields.get(EMAIL) : user.email(),
        fields.containsKey(MOBILE) ? (String) fields.get(MOBILE) : user.mobileNo(),
        fields.containsKey(RESTRICT_IP) ? (String) fields.get(RESTRICT_IP) : user.restrictIp(),
        user.createdAt());
  }

  static UserType type(Object label) {
    return UserType.WEBSITE_USER.label().equals(label)
        ? UserType.WEBSITE_USER
        : UserType.SYSTEM_USER;
  }

  static List<String> roles(Object list) {
    List<String> roles = new ArrayList<>();
    ((List<?>) list).forEach(role -> roles.add((String) role));
    return roles;
  }
}
