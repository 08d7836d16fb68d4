package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with characters that mean something to shells, SQL, URIs, paths or old locales. */
final class OddNamesIT {
  @TempDir private static Path room;
  private static RealBench bench;

  @BeforeAll
  static void make() throws IOException {
    bench = RealBench.madeIn(Files.createDirectories(room.resolve("above/bench")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'brien\"@example.com",
        "100%@example.com",
        "x';drop-table-users;--@example.com",
        "$(id)`id`\\&|<>@example.com",
        "\ud83d\udd11\u00e9\u0928@example.com",
      })
  void a_user_name_comes_back_as_it_was(String name) throws IOException {
    assertEquals(0, call("user add", name).status());
    assertTrue(call("user list").out().contains(name));
    RealIvn.Outcome offered = call("user enroll --no-qr", name);
    assertTrue(offered.out().contains("  Account  " + name + " (iVendNext)\n"), offered::out);
    assertEquals(3, call("otp verify", name, "123456").status());
    assertEquals(0, call("user remove --yes", name).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "", "C.UTF-8"})
  void a_user_name_outside_ascii_needs_no_locale(String locale) throws IOException {
    String name = "zo\u00eb@example.com";
    int status = callIn(locale, "user add", name).status();
    assertTrue(status == 0 || status == 5, "added, or there from another locale");
    String shown = callIn(locale, "user show --format json", name).out();
    assertTrue(shown.contains("\"name\": \"" + name + "\""), shown);
    assertEquals(shown, callIn("C.UTF-8", "user show --format json", name).out());
  }

  @Test
  void a_user_name_of_300_characters_is_refused() throws IOException {
    RealIvn.Outcome outcome = call("user add", "a".repeat(288) + "@example.com");
    assertEquals(2, outcome.status());
    assertEquals("ivn: a user name has at most 140 characters, this one has 300\n", outcome.err());
  }

  @Test
  void nobody_has_a_name_of_300_characters() throws IOException {
    assertEquals(3, call("otp verify", "a".repeat(300), "123456").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "..", "", "/tmp/x", "a/b", "a\nb", "assets"})
  void a_site_name_never_leads_out_of_the_bench(String name) throws IOException {
    List<String> before = tree();
    assertEquals(2, call("new-site --", name).status());
    assertEquals(2, call("drop-site --yes --", name).status());
    assertEquals(2, call("user list --site", name).status());
    assertEquals(before, tree());
  }

  private RealIvn.Outcome call(String command, String... names) throws IOException {
    return callIn("C.UTF-8", command, names);
  }

  /** Java would hand arguments on in the character set of the tests; a shell hands on bytes. */
  private RealIvn.Outcome callIn(String locale, String command, String... names)
      throws IOException {
    StringBuilder words = new StringBuilder("exec \"$0\" ").append(command);
    for (int i = 0; i < names.length; i++) {
      Path file = Files.writeString(room.resolve("name" + i), names[i] + "|");
      words.append(" \"${name").append(i).append("%|}\"");
      words.insert(0, "name" + i + "=$(cat '" + file + "'); ");
    }
    return bench.shell(words.toString()).with("LANG", locale).run();
  }

  private List<String> tree() throws IOException {
    List<String> paths = new ArrayList<>();
    try (var files = Files.walk(room.resolve("above"))) {
      files.map(Path::toString).sorted().forEach(paths::add);
    }
    return paths;
  }
}
