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
    String explicit = explicit(siteOption, env);
    if (ALL.equals(explicit)) {
      return all(bench);
    }
    return List.of(explicit == null ? defaultSite(bench) : bench.site(explicit));
  }

  /** Whether all sites are asked for, so that an answer must say which one it is about. */
  public static boolean isAll(String siteOption, Map<String, String> env) {
    return ALL.equals(explicit(siteOption, env));
  }

  /**
   * The name of the one site that is meant, which need not exist.
   *
   * @throws Failure of kind usage where none is named, or all of them are
   */
  public static String name(Bench bench, String siteOption, Map<String, String> env) {
    String explicit = explicit(siteOption, env);
    if (ALL.equals(explicit)) {
      throw Failure.usage("this command is about one site, not all of them")
          .hint("name one with --site");
    }
    return explicit == null ? defaultSite(bench).name() : explicit;
  }

  /** Whether {@link #select} would find a name. */
  public static boolean isNamed(Bench bench, String siteOption, Map<String, String> env) {
    return explicit(siteOption, env) != null || bench.defaultSite().isPresent();
  }

  /** The name that the command line or the environment gives, or null. */
  private static String explicit(String siteOption, Map<String, String> env) {
    String fromEnvironment = env.getOrDefault("FRAPPE_SITE", "");
    return siteOption != null || fromEnvironment.isEmpty() ? siteOption : fromEnvironment;
  }

  private static Site defaultSite(Bench bench) {
    String name = bench.defaultSite().orElse(null);
    if (name == null) {
      throw Failure.usage("Please specify --site sitename")
          .hint("or choose a default site with: ivn use SITE");
    }
    if (!bench.hasSite(name)) {
      throw Failure.notFound("the default site " + name + " does not exist")
          .hint("choose another one with: ivn use SITE");
    }
    return bench.site(name);
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
