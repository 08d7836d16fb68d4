package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagnosis and resynchronisation against codes of oathtool, whose clock is set at will. */
final class ClockOracleIT {
  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final int PERIOD = 30;

  @TempDir Path bench;

  private BuiltSite site;

  @BeforeAll
  static void needs_oathtool() {
    boolean found = false;
    for (String bin : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      found |= Files.isExecutable(Path.of(bin, "oathtool"));
    }
    assumeTrue(found, "oathtool is not installed");
  }

  @BeforeEach
  void set_up() throws IOException {
    Files.writeString(bench.resolve("secret.txt"), SECRET + "\n");
    site = new BuiltSite(bench);
  }

  private void enroll(String... more) {
    List<String> command =
        new ArrayList<>(List.of("user", "enroll", BuiltSite.USER, "--secret-file", "secret.txt"));
    command.addAll(List.of(more));
    site.ok(command.toArray(new String[0]));
  }

  /** What a phone shows by whose clock it is {@code time}, in seconds since 1970. */
  private static String phone(long time) throws Exception {
    return oathtool("--totp", "--now", "@" + time);
  }

  private static String token(long counter) throws Exception {
    return oathtool("--hotp", "--counter", String.valueOf(counter));
  }

  private static String oathtool(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("oathtool", "--base32"));
    command.addAll(List.of(options));
    command.add(SECRET);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "oathtool hangs");
    byte[] answer = process.getInputStream().readAllBytes();
    return new String(answer, StandardCharsets.US_ASCII).strip();
  }

  private static long number(String member, String json) {
    Matcher found = Pattern.compile("\"" + member + "\": (-?[0-9]+)").matcher(json);
    assertTrue(found.find(), json);
    return Long.parseLong(found.group(1));
  }

  /** The processes take a while: a time step more or less may go by. */
  private static void assertAbout(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) <= 2 * PERIOD, expected + " is not about " + actual);
  }

  @ParameterizedTest
  @ValueSource(longs = {-80_000, -7_200, 7_200, 80_000})
  void learns_the_drift_of_a_phone_whose_clock_is_off(long seconds) throws Exception {
    enroll();
    long shown = Instant.now().getEpochSecond() + seconds;
    String second = phone(shown + PERIOD);
    String learned =
        site.ok("otp", "resync", BuiltSite.USER, phone(shown), second, "--format", "json");
    assertAbout(seconds + PERIOD, number("offset_seconds", learned));
    site.ok("user", "confirm", BuiltSite.USER, phone(shown + 2 * PERIOD));
    assertEquals(
        3, site.run("otp", "verify", BuiltSite.USER, second).status(), "a code that was used");
  }

  @Test
  void tells_how_old_a_code_is() throws Exception {
    enroll();
    String code = phone(Instant.now().getEpochSecond() - 3_600);
    String found = site.ok("otp", "diagnose", BuiltSite.USER, code, "--format", "json");
    assertTrue(found.contains("\"verdict\": \"off\""), found);
    assertAbout(-3_600, number("offset_seconds", found));
  }

  @Test
  void catches_up_with_a_hardware_token() throws Exception {
    enroll("--type", "hotp", "--counter", "7");
    site.ok("user", "confirm", BuiltSite.USER, token(7));
    assertEquals(3, site.run("otp", "verify", BuiltSite.USER, token(60)).status());
    String found = site.ok("otp", "diagnose", BuiltSite.USER, token(60), "--format", "json");
    assertEquals(52, number("offset_codes", found));
    site.ok("otp", "resync", BuiltSite.USER, token(61), token(62));
    site.ok("otp", "verify", BuiltSite.USER, token(63));
  }
}
