package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which sites a command works on. */
public final class SiteSelection {

  /** What stands for every site of the bench. */
  public static final String ALL = "all";

  private SiteSelection() {}

  /**
   * The sites that {@code --site} names, else {@code FRAPPE_SITE}, else the default one.
   *
   * @param siteOption the value of {@code --site}, or null
   * @return at least one site
   * @throws Failure of kind usage where none is named or the name is invalid, and of kind notFound
   *     where it does not exist or all of no sites are asked for
   */
  public static List<Site> select(Bench bench, String siteOption, Map<String, String> env) {
    String name = name(bench, siteOption, env.getOrDefault("FRAPPE_SITE", ""));
    return name.equals(ALL) ? all(bench) : List.of(bench.site(name));
  }

  private static String name(Bench bench, String siteOption, String fromEnvironment) {
    if (siteOption != null) {
      return siteOption;
    }
    if (!fromEnvironment.isEmpty()) {
      return fromEnvironment;
    }
    String name = bench.defaultSite().orElse(null);
    if (name == null) {
      throw Failure.usage("Please specify --site sitename")
          .hint("or choose a default site with: ivn use SITE");
    }
    return name;
  }

  private static List<Site> all(Bench bench) {
    List<Site> sites = new ArrayList<>();
    for (String name : bench.siteNames()) {
      sites.add(bench.site(name));
    }
    if (sites.isEmpty()) {
      throw Failure.notFound("no sites in " + bench.sitesDirectory())
          .hint("make one with: ivn new-site NAME");
    }
    return sites;
  }
}
