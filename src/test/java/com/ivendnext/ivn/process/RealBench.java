package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A bench with the site {@value #SITE}, on which real processes work. */
final class RealBench {
  static final String SITE = "mysite";

  /** The shared secret of {@link #enroll}: that of RFC 4226, and of RFC 6238 for SHA1. */
  static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /** Time steps that the site accepts either side of now: a slow machine has five minutes. */
  static final int WINDOW = 10;

  private static final Totp TOTP = new Totp(HashAlgorithm.SHA1, 6, 30);

  private final Path directory;
  private final List<String> entrance;

  /**
   * @param directory where this process finds it
   * @param entrance the command that runs others in there
   */
  private RealBench(Path directory, List<String> entrance) {
    this.directory = directory;
    this.entrance = entrance;
  }

  /** The bench and its site, made by ivn in a directory that is there. */
  static RealBench madeIn(Path directory) {
    return new RealBench(directory, List.of("env", "-C", directory.toString())).made();
  }

  static RealBench madeOn(SmallDisk disk) {
    return new RealBench(disk.path(), disk.entrance()).made();
  }

  private RealBench made() {
    ok("new-site", SITE);
    ok("set-config", "otp_window_steps", String.valueOf(WINDOW));
    return this;
  }

  /** The same as bench makes them: the site has a config and nothing else. */
  static RealBench asBenchMakesIt(Path directory) throws IOException {
    RealBench bench = new RealBench(directory, List.of("env", "-C", directory.toString()));
    Files.createDirectories(bench.site());
    Files.writeString(directory.resolve("sites/common_site_config.json"), "{}");
    Files.writeString(bench.config(), "{\n \"db_name\": \"_1bd3e0294da19198\"\n}");
    return bench;
  }

  /** A call that is about the site. */
  RealIvn ivn() {
    return through();
  }

  /** The same by a shell command in which {@code "$0"} is ivn. */
  RealIvn shell(String command) {
    return through("sh", "-c", command);
  }

  /** The same by a command that gets ivn and its arguments as its last arguments. */
  RealIvn through(String... wrapper) {
    List<String> words = new ArrayList<>(entrance);
    words.addAll(List.of(wrapper));
    words.add(RealIvn.home().resolve("bin/ivn").toString());
    return RealIvn.by(words.toArray(String[]::new)).with("FRAPPE_SITE", SITE);
  }

  /** What a command answers that is to succeed. */
  String ok(String... arguments) {
    RealIvn.Outcome outcome = ivn().run(arguments);
    assertEquals(0, outcome.status(), outcome::err);
    return outcome.out();
  }

  /** Adds a user with an active authenticator of which {@code code(0)} and later are unused. */
  void enroll(String user) {
    ok("user", "add", user);
    RealIvn.Outcome offered =
        ivn().typing(SECRET).run("user", "enroll", user, "--no-qr", "--secret-file", "-");
    assertEquals(0, offered.status(), offered::err);
    ok("user", "confirm", user, code(-WINDOW + 1));
  }

  /** The code of {@link #SECRET} now, or so many time steps later. */
  static String code(int steps) {
    return codeOf(step() + steps);
  }

  /** The time step that it is. */
  static long step() {
    return TOTP.step(Instant.now());
  }

  /** The code of {@link #SECRET} in a time step. */
  static String codeOf(long step) {
    return TOTP.hotp().code(SharedSecret.ofBase32(SECRET), step);
  }

  Path site() {
    return directory.resolve("sites").resolve(SITE);
  }

  Path config() {
    return site().resolve("site_config.json");
  }

  String configText() {
    try {
      return Files.readString(config());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless SQLite itself finds the store whole and ivn opens it; nobody may be at work. */
  void assertStoreIsWhole(Path emptyDirectory) throws IOException {
    for (String name : List.of("ivn.db", "ivn.db-wal")) {
      if (Files.exists(site().resolve(name))) {
        Files.copy(site().resolve(name), emptyDirectory.resolve(name));
      }
    }
    String copy = emptyDirectory.resolve("ivn.db").toString();
    assertEquals("ok", Tool.asked("sqlite3", copy, "PRAGMA integrity_check"));
    ok("user", "list");
  }
}
