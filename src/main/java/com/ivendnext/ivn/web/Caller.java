package com.ivendnext.ivn.web;

import com.ivendnext.ivn.audit.Actor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Who is behind the request that this thread works on, for the audit log. */
public final class Caller implements Supplier<Actor> {
  private final Supplier<Actor> program;
  private final ThreadLocal<Actor> current = new ThreadLocal<>();

  /**
   * @param program who runs the server
   */
  public Caller(Supplier<Actor> program) {
    this.program = program;
  }

  @Override
  public Actor get() {
    Actor caller = current.get();
    return caller == null ? program.get() : caller;
  }

  /** Runs {@code work} for a client at {@code address}. */
  <T> T from(String address, Supplier<T> work) {
    return as(actor -> actor.from(address), work);
  }

  /** Runs {@code work} for the application that has shown the key of that name. */
  <T> T by(String keyName, Supplier<T> work) {
    return as(actor -> actor.by(keyName), work);
  }

  private <T> T as(UnaryOperator<Actor> change, Supplier<T> work) {
    Actor before = current.get();
    current.set(change.apply(get()));
    try {
      return work.get();
    } finally {
      current.set(before);
    }
  }
}
