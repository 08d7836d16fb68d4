package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteDirectoryTest {

  @TempDir Path directory;
  private Bench bench;
  private Path place;

  @BeforeEach
  void make_a_bench() {
    bench = Bench.create(directory);
    place = bench.sitesDirectory().resolve("a.example");
  }

  private Site make() {
    return bench.newSite("a.example", Map.of("db_name", "x"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void makes_a_private_directory_with_a_private_config() throws IOException {
    Site site = make();
    assertEquals(place, site.directory());
    assertEquals("rwx------", mode(place));
    assertEquals("rw-------", mode(place.resolve("site_config.json")));
    assertEquals(Map.of("db_name", "x"), site.config().read());
    assertEquals(1, place.toFile().list().length);
    assertTrue(bench.hasSite("a.example"));
  }

  @Test
  void refuses_a_site_that_exists() {
    make().config().update(config -> Map.of("mine", 1L));
    Failure failure = Failing.with(Failure.Kind.REFUSED, this::make);
    assertEquals("site a.example exists already", failure.getMessage());
    assertEquals(Map.of("mine", 1L), bench.site("a.example").config().read());
  }

  @Test
  void refuses_a_place_that_is_taken_by_something_else() throws IOException {
    Files.createDirectory(place);
    assertEquals(
        place + " exists already, but is not a site",
        Failing.with(Failure.Kind.REFUSED, this::make).getMessage());
    Files.delete(place);
    Files.createSymbolicLink(place, directory);
    Failing.with(Failure.Kind.REFUSED, this::make);
    assertTrue(Files.isSymbolicLink(place));
  }

  @Test
  void refuses_invalid_names_and_makes_nothing() {
    for (String name : new String[] {"../x", "a/b", "", "assets", "x".repeat(300), "😀"}) {
      Failing.withUsage(() -> bench.newSite(name, Map.of()));
    }
    assertEquals(0, bench.sitesDirectory().toFile().list().length);
  }

  @Test
  void makes_nothing_where_the_config_cannot_be_written() {
    assertThrows(
        IllegalArgumentException.class,
        () -> bench.newSite("a.example", Map.of("no json", new Object())));
    assertFalse(Files.exists(place));
  }

  @Test
  void tells_where_sites_is_missing() throws IOException {
    Files.delete(bench.sitesDirectory());
    assertEquals(
        "cannot make " + place + ": no such file or directory",
        Failing.withData(this::make).getMessage());
  }

  @Test
  void what_root_makes_belongs_to_the_owner_of_the_bench() throws IOException {
    Roots.giveAway(bench.sitesDirectory());
    make();
    assertEquals(Roots.NOBODY, Files.getAttribute(place, "unix:uid"));
    assertEquals(Roots.NOBODY, Files.getAttribute(place.resolve("site_config.json"), "unix:uid"));
  }

  @Test
  void archives_a_site_whole() throws IOException {
    Site site = make();
    Files.writeString(Files.createDirectory(place.resolve("private")).resolve("file"), "kept");
    Path archived = bench.archive(site);
    assertEquals(directory.resolve("archived/sites/a.example"), archived);
    assertEquals("kept", Files.readString(archived.resolve("private/file")));
    assertEquals("rwx------", mode(archived));
    assertFalse(bench.hasSite("a.example"));
    assertFalse(Files.exists(place));
  }

  @Test
  void archives_under_another_name_where_its_own_is_taken() {
    for (String name : new String[] {"a.example", "a.example-2", "a.example-3"}) {
      assertEquals(name, bench.archive(make()).getFileName().toString());
    }
  }

  @Test
  void tells_of_a_site_that_is_gone() {
    Site site = make();
    bench.archive(site);
    assertEquals(
        "cannot archive " + place + ": no such file or directory",
        Failing.withData(() -> bench.archive(site)).getMessage());
  }

  @Test
  void leaves_the_site_where_it_is_when_it_cannot_be_archived() throws IOException {
    Site site = make();
    Files.createFile(directory.resolve("archived"));
    Failing.withData(() -> bench.archive(site));
    assertTrue(bench.hasSite("a.example"));
  }
}
