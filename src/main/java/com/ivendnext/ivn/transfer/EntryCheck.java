package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.PasswordHash;
import com.ivendnext.ivn.twofactor.Accounts;
import com.ivendnext.ivn.twofactor.AddressList;
import com.ivendnext.ivn.twofactor.BuiltInRole;
import com.ivendnext.ivn.twofactor.Names;
import com.ivendnext.ivn.twofactor.RecoveryCode;
import com.ivendnext.ivn.twofactor.Role;
import com.ivendnext.ivn.twofactor.UserName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry in the terms of the site; everything that can be wrong with it alone is found here. */
final class EntryCheck {
  private final Entry entry;
  private final String name;
  private final String fullName;
  private final String email;
  private final String mobileNo;
  private final Set<String> roles;
  private final PasswordHash passwordHash;
  private final List<RecoveryCode> recoveryCodes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param known the roles of the site, by name
   * @throws Failure of any kind that says what is wrong
   */
  EntryCheck(Entry entry, Import.Order order, Map<String, Role> known) {
    this.entry = entry;
    name = name(entry, order);
    fullName = entry.fullName() == null ? null : Names.text(oneLine(entry.fullName()), "full name");
    email = entry.email() == null ? null : Accounts.mailbox(entry.email());
    mobileNo = entry.mobileNo() == null ? null : Names.text(entry.mobileNo(), "number");
    if (entry.restrictIp() != null) {
      AddressList.requireReadable(entry.restrictIp());
    }
    roles = roles(known, order.createRoles());
    passwordHash = passwordHash();
    readRecoveryCodes();
    for (Key key : entry.keys()) {
      if (key.secret().isWeak()) {
        notes.add("the secret has less than 128 bits; RFC 4226 asks for more");
      }
    }
  }

  private static String name(Entry entry, Import.Order order) {
    String typed = entry.user() == null ? order.user() : entry.user();
    if (typed == null) {
      throw Failure.data("the row names no user, and --user does not either");
    }
    boolean bare = typed.indexOf('@') < 0 && !typed.equalsIgnoreCase(UserName.ADMINISTRATOR);
    return UserName.forNewUser(
        bare && order.domain() != null ? typed + "@" + order.domain() : typed);
  }

  /** Names of people in other programs may have line breaks. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private Set<String> roles(Map<String, Role> known, boolean create) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String role : entry.roles()) {
      boolean automatic = BuiltInRole.named(role).map(BuiltInRole::automatic).isPresent();
      if (!automatic) {
        wanted.add(create ? Names.text(role, "role name") : role);
      }
      if (!automatic && !create && !known.containsKey(role)) {
        throw Failure.notFound("there is no role " + Shown.of(role));
      }
    }
    return wanted;
  }

  private PasswordHash passwordHash() {
    if (entry.passwordHash() == null) {
      return null;
    }
    PasswordHash hash = PasswordHash.parse(entry.passwordHash()).orElse(null);
    if (hash == null) {
      notes.add("the password hash is of another kind and was left out: set a new password");
    }
    return hash;
  }

  private void readRecoveryCodes() {
    boolean foreign = false;
    boolean unknown = false;
    for (String typed : entry.recoveryCodes()) {
      Optional<RecoveryCode> own = RecoveryCode.read(typed);
      Optional<RecoveryCode> code = own.or(() -> RecoveryCode.readImported(typed));
      code.ifPresent(recoveryCodes::add);
      unknown |= code.isEmpty();
      foreign |= own.isEmpty() && code.isPresent();
    }
    if (foreign) {
      notes.add("recovery codes are shorter than ivn's own: better generate new ones");
    }
    if (unknown) {
      notes.add("recovery codes of less than 8 characters were left out");
    }
  }

  Entry entry() {
    return entry;
  }

  /** Canonical, and fit for a new user. */
  String name() {
    return name;
  }

  /** Or null. */
  String fullName() {
    return fullName;
  }

  /** Or null. */
  String email() {
    return email;
  }

  /** Or null. */
  String mobileNo() {
    return mobileNo;
  }

  /** To be granted; some may have to be added to the site first. */
  Set<String> roles() {
    return roles;
  }

  /** Or null. */
  PasswordHash hash() {
    return passwordHash;
  }

  List<RecoveryCode> recoveryCodes() {
    return recoveryCodes;
  }

  /** What is to be known about what was taken. */
  List<String> notes() {
    return notes;
  }
}
