package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** oathtool in the part of the phone: its codes for the secret that ivn made are accepted. */
final class OathtoolIT {
  private static final String USER = "user@example.com";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"SHA1, 6, 30", "SHA256, 7, 60", "SHA512, 8, 15"})
  void its_codes_are_accepted(String algorithm, String digits, int period) throws Exception {
    Tool.need("oathtool");
    RealBench bench = RealBench.madeIn(directory);
    bench.ok("set-config", "otp_algorithm", algorithm);
    bench.ok("set-config", "otp_digits", digits);
    bench.ok("set-config", "otp_period", String.valueOf(period));
    bench.ok("user", "add", USER);
    String offered = bench.ok("user", "enroll", USER, "--no-qr", "--format", "json");
    Path key = Files.writeString(directory.resolve("key"), Json.text(offered, "secret"));
    Instant now = Instant.now();
    String[] phone = {"oathtool", "-b", "--totp=" + algorithm, "-d", digits, "-s", period + "s"};
    String first = code(phone, key, now.minusSeconds(period));
    String second = code(phone, key, now);
    bench.ok("user", "confirm", USER, first);
    bench.ok("otp", "verify", USER, second);
    assertEquals(3, bench.ivn().run("otp", "verify", USER, second).status());
  }

  private static String code(String[] phone, Path key, Instant time) {
    String[] command = Arrays.copyOf(phone, phone.length + 3);
    command[phone.length] = "-N";
    command[phone.length + 1] = "@" + time.getEpochSecond();
    command[phone.length + 2] = "@" + key;
    return Tool.asked(command);
  }
}
