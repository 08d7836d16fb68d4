package com.ivendnext.ivn.web;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What is done for a path.
 *
 * @param methods that it takes
 * @param path whole and exact
 */
record Route(Set<String> methods, String path, Action action) {

  /** Makes the answer. */
  interface Action {
    /**
     * @param site asked for by actions that are about one: the one that the request names
     * @throws com.ivendnext.ivn.Failure which {@link Problem} turns into an answer
     */
    Answer answer(Call call, Supplier<ServedSite> site);
  }

  static Route get(String path, Action action) {
    return new Route(Set.of("GET"), path, action);
  }

  static Route post(String path, Action action) {
    return new Route(Set.of("POST"), path, action);
  }

  static Route both(String path, Action action) {
    return new Route(Set.of("GET", "POST"), path, action);
  }
}
