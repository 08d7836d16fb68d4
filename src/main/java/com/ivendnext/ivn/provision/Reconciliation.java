package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.MergedConfig;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.Impact;
import com.ivendnext.ivn.twofactor.Impact.Affected;
import com.ivendnext.ivn.twofactor.LoginContext;
import com.ivendnext.ivn.twofactor.Policy;
import com.ivendnext.ivn.twofactor.Safeguard;
import com.ivendnext.ivn.twofactor.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a site what a {@link State} says: one transaction of the store and one write of the config,
 * or nothing.
 *
 * <p>The config is made ready first, under its lock, then the store is committed, and then the
 * config takes its place by a rename. A run that is killed between the two leaves users ready and
 * the old settings in force, never the other way round; the next run does the rest.
 */
public final class Reconciliation {
  private final Site site;
  private final Store store;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Reconciliation(Site site, Store store, Clock clock, Supplier<SecureRandom> random) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What is wanted.
   *
   * @param prune whether what a section of the state does not name is removed; built-in roles, the
   *     Administrator and what no state speaks of stay in any case
   * @param force whether it is done even if it shuts every administrator out
   */
  public record Request(State desired, boolean prune, boolean force) {}

  /**
   * What leads from the site to the state.
   *
   * @throws Failure (data) when the state asks for what cannot be
   */
  public Plan plan(Request request) {
    SiteState current = new SiteState(site.merged(), store, clock.instant());
    return new Planner(request.desired(), request.prune(), clock.instant()).plan(current);
  }

  /**
   * Finds out what {@link #carryOut} would do; nothing remains of it.
   *
   * @return who needs a second factor because of it
   * @throws Failure as that
   */
  public List<Affected> rehearse(Request request, Plan plan) {
    return store.rehearse(() -> change(request, plan));
  }

  /**
   * Does what the plan says.
   *
   * @return who needs a second factor because of it
   * @throws Failure data: the state asks for what cannot be; refused: it would shut every
   *     administrator out; try later: the site is no longer what the plan was made for. Then the
   *     site is as it was
   */
  public List<Affected> carryOut(Request request, Plan plan) {
    if (plan.of(Kind.SETTING).isEmpty()) {
      return store.write(() -> change(request, plan));
    }
    List<List<Affected>> affected = new ArrayList<>();
    site.config()
        .update(plan::applied, () -> affected.add(store.write(() -> change(request, plan))));
    return affected.get(0);
  }

  private List<Affected> change(Request request, Plan plan) {
    MergedConfig config = site.merged();
    Values before = Policy.usable(config.typed());
    Values after = config.withOwn(plan.applied(config.own())).typed();
    LoginContext login = LoginContext.interactive(clock.instant());
    Impact impact = new Impact(store, login);
    if (!plan(request).equals(plan)) {
      throw Failure.tryLater("the site has changed since this plan was made")
          .hint("run it again for a new plan");
    }
    return new Safeguard(store, login)
        .protect(
            before,
            after,
            request.force(),
            () -> {
              Effect effect = new Effect(plan, store.roles().all());
              List<Affected> affected = impact.of(before, after, effect);
              impact.begin(affected, login.now());
              new Execution(store, after, clock, random).run(plan);
              return affected;
            });
  }
}
