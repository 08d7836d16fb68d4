package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSearchTest {

  private static final Map<String, String> NO_ENV = Map.of();

  @TempDir Path directory;
  private Path outer;
  private Path inner;
  private Path elsewhere;

  @BeforeEach
  void make_a_bench_within_another() throws IOException {
    outer = Bench.create(directory.resolve("outer")).directory();
    inner = Bench.create(outer.resolve("apps/inner")).directory();
    elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
  }

  private static Path find(Path explicit, Map<String, String> env, Path workingDirectory) {
    return Bench.find(explicit, env, workingDirectory).directory();
  }

  private static Failure missing(Path explicit, Map<String, String> env, Path workingDirectory) {
    return Failing.with(Failure.Kind.NOT_FOUND, () -> Bench.find(explicit, env, workingDirectory));
  }

  @Test
  void an_explicit_bench_wins_over_the_variable_and_the_working_directory() {
    Map<String, String> env = Map.of("IVN_BENCH", inner.toString());
    assertEquals(outer, find(outer, env, inner));
  }

  @Test
  void the_variable_wins_over_the_working_directory() {
    assertEquals(outer, find(null, Map.of("IVN_BENCH", outer.toString()), inner));
  }

  @Test
  void an_empty_variable_names_nothing() {
    assertEquals(inner, find(null, Map.of("IVN_BENCH", ""), inner));
  }

  @Test
  void the_working_directory_itself_may_be_the_bench() {
    assertEquals(outer, find(null, NO_ENV, outer));
  }

  @Test
  void the_nearest_parent_with_sites_is_the_bench() throws IOException {
    assertEquals(inner, find(null, NO_ENV, Files.createDirectories(inner.resolve("a/b"))));
    assertEquals(outer, find(null, NO_ENV, outer.resolve("apps")));
  }

  @Test
  void inside_sites_and_sites_directories_the_bench_is_found_too() throws IOException {
    Path sites = outer.resolve("sites");
    assertEquals(outer, find(null, NO_ENV, sites));
    assertEquals(outer, find(null, NO_ENV, Files.createDirectory(sites.resolve("a.example"))));
  }

  @Test
  void a_site_called_sites_does_not_make_sites_a_bench() {
    Bench bench = new Bench(outer);
    bench.newSite("sites", Map.of());
    assertEquals(outer, find(null, NO_ENV, bench.sitesDirectory()));
  }

  @Test
  void a_sites_directory_with_a_common_config_may_be_named() throws IOException {
    Path sites = outer.resolve("sites");
    Files.writeString(sites.resolve("common_site_config.json"), "{}");
    assertEquals(outer, find(sites, NO_ENV, elsewhere));
  }

  @Test
  void a_sites_directory_with_a_site_may_be_named() {
    Bench bench = new Bench(outer);
    bench.newSite("a.example", Map.of());
    assertEquals(outer, find(bench.sitesDirectory(), NO_ENV, elsewhere));
  }

  @Test
  void a_relative_name_starts_at_the_working_directory() {
    assertEquals(outer, find(Path.of("outer"), NO_ENV, directory));
    assertEquals(outer, find(null, Map.of("IVN_BENCH", "../outer"), elsewhere));
    assertEquals(outer, find(Path.of("."), NO_ENV, outer));
  }

  @Test
  void an_explicit_directory_that_is_no_bench_is_told() {
    assertEquals(
        elsewhere + " is not a bench: it has no sites/",
        missing(elsewhere, NO_ENV, inner).getMessage());
  }

  @Test
  void an_explicit_directory_that_is_missing_is_told() {
    Path nowhere = directory.resolve("nowhere");
    assertEquals("no directory " + nowhere, missing(nowhere, NO_ENV, inner).getMessage());
  }

  @Test
  void a_variable_that_names_no_bench_is_told() {
    Map<String, String> env = Map.of("IVN_BENCH", elsewhere.toString());
    assertTrue(missing(null, env, inner).getMessage().startsWith(elsewhere + " is not a bench"));
  }

  @Test
  void outside_of_any_bench_usage_and_next_step_are_told() {
    Failure failure = Failing.withUsage(() -> Bench.find(null, NO_ENV, elsewhere));
    assertTrue(failure.getMessage().startsWith("not inside a bench"));
    assertEquals("change to a bench, or name one with --bench DIR or IVN_BENCH", failure.hint());
  }

  @Test
  void looking_for_a_bench_finds_the_same_or_nothing() {
    assertEquals(Optional.of(new Bench(inner)), Bench.lookFor(null, NO_ENV, inner));
    assertEquals(Optional.empty(), Bench.lookFor(null, NO_ENV, elsewhere));
    assertEquals(Optional.empty(), Bench.lookFor(elsewhere, NO_ENV, inner));
  }

  @Test
  void creating_a_bench_makes_sites_and_nothing_else() {
    Bench bench = Bench.create(directory.resolve("new/bench"));
    assertTrue(Files.isDirectory(bench.sitesDirectory()));
    assertEquals(1, bench.directory().toFile().list().length);
    assertEquals(bench, Bench.create(bench.directory()));
  }

  @Test
  void a_file_in_the_way_of_a_new_bench_is_told() throws IOException {
    Path bench = Files.createDirectory(directory.resolve("new"));
    Files.createFile(bench.resolve("sites"));
    assertEquals(
        "cannot make " + bench.resolve("sites") + ": something of another kind is in its place",
        Failing.withData(() -> Bench.create(bench)).getMessage());
  }
}
