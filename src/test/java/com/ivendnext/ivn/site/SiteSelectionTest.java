package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSelectionTest {

  private static final Map<String, String> NO_ENV = Map.of();
  private static final Map<String, String> ENV_B = Map.of("FRAPPE_SITE", "b");

  @TempDir Path directory;
  private Bench bench;

  @BeforeEach
  void make_three_sites() {
    bench = Bench.create(directory);
    for (String name : new String[] {"c", "a", "b"}) {
      bench.newSite(name, Map.of());
    }
  }

  private List<String> select(String option, Map<String, String> env) {
    List<String> names = new ArrayList<>();
    for (Site site : SiteSelection.select(bench, option, env)) {
      names.add(site.name());
    }
    return names;
  }

  @Test
  void the_option_wins_over_variable_and_default() {
    bench.use("c");
    assertEquals(List.of("a"), select("a", ENV_B));
  }

  @Test
  void the_variable_wins_over_the_default() {
    bench.use("c");
    assertEquals(List.of("b"), select(null, ENV_B));
  }

  @Test
  void the_default_is_taken_last() {
    bench.use("c");
    assertEquals(List.of("c"), select(null, NO_ENV));
    assertEquals(List.of("c"), select(null, Map.of("FRAPPE_SITE", "")));
  }

  @Test
  void all_selects_every_site_in_order() {
    assertEquals(List.of("a", "b", "c"), select("all", NO_ENV));
    assertEquals(List.of("a", "b", "c"), select(null, Map.of("FRAPPE_SITE", "all")));
  }

  @Test
  void all_of_no_sites_is_told() {
    Bench empty = Bench.create(directory.resolve("empty"));
    Failure failure =
        Failing.with(Failure.Kind.NOT_FOUND, () -> SiteSelection.select(empty, "all", NO_ENV));
    assertEquals("no sites in " + empty.sitesDirectory(), failure.getMessage());
    assertEquals("make one with: ivn new-site NAME", failure.hint());
  }

  @Test
  void no_site_at_all_is_refused_in_the_words_of_bench() {
    Failure failure = Failing.withUsage(() -> select(null, NO_ENV));
    assertEquals("Please specify --site sitename", failure.getMessage());
  }

  @Test
  void an_empty_option_is_refused_even_where_there_is_a_default() {
    bench.use("c");
    Failing.withUsage(() -> select("", NO_ENV));
  }

  @Test
  void a_missing_site_is_told_wherever_it_was_named() {
    bench.commonConfig().update(config -> Map.of("default_site", "gone"));
    Failing.with(Failure.Kind.NOT_FOUND, () -> select("gone", NO_ENV));
    Failing.with(Failure.Kind.NOT_FOUND, () -> select(null, Map.of("FRAPPE_SITE", "gone")));
    Failing.with(Failure.Kind.NOT_FOUND, () -> select(null, NO_ENV));
  }

  @Test
  void a_list_of_sites_is_no_name() {
    Failing.withUsage(() -> select("a,b", NO_ENV));
  }
}
