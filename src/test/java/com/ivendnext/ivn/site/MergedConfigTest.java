package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ivendnext.ivn.site.MergedConfig.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedConfigTest {

  @TempDir Path directory;
  private Bench bench;
  private Site site;

  @BeforeEach
  void make_a_site() {
    bench = Bench.create(directory);
    site = bench.newSite("a.example", Map.of());
  }

  private MergedConfig merge(String common, String own) throws IOException {
    Files.writeString(bench.commonConfig().path(), common);
    Files.writeString(site.config().path(), own);
    return site.merged();
  }

  @Test
  void the_site_overrides_the_common_config_key_by_key() throws IOException {
    MergedConfig merged = merge("{\"a\": 1, \"b\": 1}", "{\"b\": 2, \"c\": 2}");
    assertEquals(Map.of("a", 1L, "b", 2L, "c", 2L), merged.values());
  }

  @Test
  void objects_are_replaced_and_not_merged() throws IOException {
    MergedConfig merged = merge("{\"o\": {\"x\": 1}}", "{\"o\": {\"y\": 2}}");
    assertEquals(Map.of("o", Map.of("y", 2L)), merged.values());
  }

  @Test
  void a_null_of_the_site_overrides_too() throws IOException {
    MergedConfig merged = merge("{\"a\": 1}", "{\"a\": null}");
    assertNull(merged.values().get("a"));
    assertEquals(Origin.SITE, merged.origin("a"));
  }

  @Test
  void tells_where_a_key_is_set() throws IOException {
    MergedConfig merged = merge("{\"a\": 1, \"b\": 1}", "{\"b\": 1}");
    assertEquals(Origin.COMMON, merged.origin("a"));
    assertEquals(Origin.SITE, merged.origin("b"));
    assertEquals(Origin.UNSET, merged.origin("c"));
  }

  @Test
  void tells_the_file_of_an_origin() {
    MergedConfig merged = site.merged();
    assertEquals(site.config().path(), merged.file(Origin.SITE));
    assertEquals(bench.commonConfig().path(), merged.file(Origin.COMMON));
    assertEquals(site.config().path(), merged.file(Origin.UNSET));
  }

  @Test
  void a_bench_needs_no_common_config() {
    assertEquals(Map.of(), site.merged().values());
  }

  @Test
  void stays_as_it_was_read() throws IOException {
    MergedConfig merged = merge("{}", "{\"a\": 1}");
    site.config().update(config -> Map.of());
    assertEquals(Map.of("a", 1L), merged.values());
  }

  @Test
  void does_not_show_values_when_printed() throws IOException {
    assertFalse(merge("{}", "{\"db_password\": \"hunter2\"}").toString().contains("hunter2"));
  }
}
