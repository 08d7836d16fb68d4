package com.ivendnext.ivn.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CurrentActorTest {
  private static final Actor SERVER = new Actor("www-data", null, null);
  private static final Actor SHOP = SERVER.by("shop");

  private final CurrentActor actor = new CurrentActor(() -> SERVER);

  @Test
  void is_the_usual_one_where_nobody_in_particular_acts() {
    assertEquals(SERVER, actor.get());
  }

  @Test
  void is_whoever_the_work_is_done_for_and_then_the_one_before() {
    Actor anna = SERVER.from("192.0.2.7");
    assertEquals(SHOP, actor.as(SHOP, actor));
    assertEquals(SHOP, actor.as(SHOP, () -> actor.as(anna, actor) == anna ? actor.get() : null));
    assertEquals(SERVER, actor.get());
  }

  @Test
  void is_forgotten_when_the_work_fails() {
    Supplier<Actor> failing =
        () -> {
          throw new IllegalStateException();
        };
    assertThrows(IllegalStateException.class, () -> actor.as(SHOP, failing));
    assertEquals(SERVER, actor.get());
  }

  @Test
  void is_nobody_elses_in_another_thread() {
    assertEquals(SERVER, actor.as(SHOP, () -> CompletableFuture.supplyAsync(actor).join()));
  }
}
