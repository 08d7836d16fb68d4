package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

  @TempDir Path directory;
  private Bench bench;

  @BeforeEach
  void make_a_bench() {
    bench = Bench.create(directory);
  }

  private void makeSites(String... names) {
    for (String name : names) {
      bench.newSite(name, Map.of());
    }
  }

  private Failure missing(String name) {
    return Failing.with(Failure.Kind.NOT_FOUND, () -> bench.site(name));
  }

  @Test
  void lists_sites_sorted() {
    makeSites("b.example", "a.example", "B.example");
    assertEquals(List.of("B.example", "a.example", "b.example"), bench.siteNames());
  }

  @Test
  void lists_only_directories_with_a_config_that_are_neither_links_nor_hidden() throws IOException {
    makeSites("a.example");
    Path sites = bench.sitesDirectory();
    Files.createDirectory(sites.resolve("assets"));
    Files.createSymbolicLink(sites.resolve("link.example"), sites.resolve("a.example"));
    Path hidden = Files.createDirectory(sites.resolve(".hidden"));
    Files.writeString(hidden.resolve("site_config.json"), "{}");
    Files.writeString(sites.resolve("common_site_config.json"), "{}");
    assertEquals(List.of("a.example"), bench.siteNames());
    assertFalse(bench.hasSite("link.example"));
    assertFalse(bench.hasSite(".hidden"));
    assertFalse(bench.hasSite("assets"));
  }

  @Test
  void opens_a_site_that_bench_has_called_as_ivn_would_not() throws IOException {
    Path odd = Files.createDirectory(bench.sitesDirectory().resolve("odd name"));
    Files.writeString(odd.resolve("site_config.json"), "{}");
    assertEquals(List.of("odd name"), bench.siteNames());
    assertEquals(odd, bench.site("odd name").directory());
  }

  @Test
  void knows_the_files_of_a_site() {
    makeSites("a.example");
    Site site = bench.site("a.example");
    assertEquals("a.example", site.name());
    assertEquals(directory.resolve("sites/a.example"), site.directory());
    assertEquals(directory.resolve("sites/a.example/site_config.json"), site.config().path());
  }

  @Test
  void locks_the_config_of_a_site_where_frappe_does() {
    makeSites("a.example");
    bench.site("a.example").config().update(config -> Map.of("a", 1L));
    assertTrue(Files.exists(directory.resolve("sites/a.example/locks/site_config.lock")));
  }

  @Test
  void locks_the_common_config_where_frappe_does() {
    bench.commonConfig().update(config -> Map.of("a", 1L));
    assertTrue(Files.exists(directory.resolve("sites/common_site_config.json")));
    assertTrue(Files.exists(directory.resolve("config/site_config.lock")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", "..", ".", "/", "\ud83d\ude00.example", "a\0b", "all"})
  void refuses_a_name_that_is_none(String name) {
    makeSites("x");
    Failing.withUsage(() -> bench.site(name));
    assertFalse(bench.hasSite(name));
  }

  @Test
  void refuses_a_path_that_leads_to_a_site() {
    makeSites("x");
    Failing.withUsage(() -> bench.site("../sites/x"));
    Failing.withUsage(() -> bench.site("x/"));
    Failing.withUsage(() -> bench.site(bench.sitesDirectory().resolve("x").toString()));
  }

  @Test
  void refuses_a_name_longer_than_any_file_name() {
    Failing.withUsage(() -> bench.site("x".repeat(300)));
  }

  @Test
  void tells_of_a_missing_site_what_may_have_been_meant() {
    makeSites("shop.example", "wiki.example");
    Failure failure = missing("shpo.example");
    assertEquals("site shpo.example does not exist", failure.getMessage());
    assertEquals("did you mean shop.example", failure.hint());
  }

  @Test
  void tells_of_a_missing_site_which_ones_there_are() {
    makeSites("shop.example", "wiki.example");
    assertEquals("there is shop.example, wiki.example", missing("unlike.example").hint());
  }

  @Test
  void names_at_most_ten_sites() {
    for (int i = 10; i < 22; i++) {
      makeSites("site" + i + ".example");
    }
    String hint = missing("unlike").hint();
    assertTrue(hint.endsWith("site18.example, site19.example and 2 more"), hint);
  }

  @Test
  void tells_how_to_make_the_first_site() {
    assertEquals(
        "there is no site yet; make one with: ivn new-site a.example", missing("a.example").hint());
  }

  @Test
  void does_not_take_a_short_name_for_any_other() {
    makeSites("b", "cd");
    assertEquals("there is b, cd", missing("a").hint());
  }

  @Test
  void uses_an_existing_site_by_default() {
    makeSites("a.example");
    assertEquals(Optional.empty(), bench.defaultSite());
    bench.commonConfig().update(config -> Map.of("other", 1L));
    bench.use("a.example");
    assertEquals(Optional.of("a.example"), bench.defaultSite());
    assertEquals(Map.of("other", 1L, "default_site", "a.example"), bench.commonConfig().read());
  }

  @Test
  void does_not_use_a_missing_site_by_default() {
    Failing.with(Failure.Kind.NOT_FOUND, () -> bench.use("a.example"));
    assertFalse(bench.commonConfig().exists());
  }

  @Test
  void has_no_default_site_that_is_empty_or_no_text() {
    for (Object value : new Object[] {"", 1L, true}) {
      bench.commonConfig().update(config -> Map.of("default_site", value));
      assertEquals(Optional.empty(), bench.defaultSite());
    }
  }
}
