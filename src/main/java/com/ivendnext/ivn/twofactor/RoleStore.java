package com.ivendnext.ivn.twofactor;

import java.util.List;
import java.util.Optional;

/** Port: roles. */
public interface RoleStore {
  Optional<Role> find(String name);

  /** All roles by name. */
  List<Role> all();

  void add(Role role);

  /** Writes the tick of an existing role. */
  void update(Role role);

  /** Removes the role with its grants. */
  void remove(String name);

  /** How many users the role is granted to; automatic roles are not granted. */
  long grants(String name);
}
