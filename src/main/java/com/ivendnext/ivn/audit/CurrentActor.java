package com.ivendnext.ivn.audit;

import java.util.function.Supplier;

/** Who acts in this thread, where one process acts for many at once, as a server does. */
public final class CurrentActor implements Supplier<Actor> {
  private final Supplier<Actor> usual;
  private final ThreadLocal<Actor> current = new ThreadLocal<>();

  /**
   * @param usual who acts where nobody in particular does
   */
  public CurrentActor(Supplier<Actor> usual) {
    this.usual = usual;
  }

  @Override
  public Actor get() {
    Actor actor = current.get();
    return actor == null ? usual.get() : actor;
  }

  /** Does {@code work} in the name of {@code actor}, in this thread only. */
  public <T> T as(Actor actor, Supplier<T> work) {
    Actor before = current.get();
    current.set(actor);
    try {
      return work.get();
    } finally {
      current.set(before);
    }
  }
}
