package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * RFC 6238 appendix B, all 18 rows, through the whole program at those instants: libfaketime sets
 * the clock. The window is 0, so that no other time step can answer. One site per hash.
 */
final class RfcTableIT {
  private static final String USER = "user@example.com";

  /**
   * At a hundredth of the usual speed, so that the instant lasts. The monotonic clock goes along;
   * where it does not, every timed wait of Java ends at once.
   */
  private static final DateTimeFormatter FAKETIME =
      DateTimeFormatter.ofPattern("'@'uuuu-MM-dd HH:mm:ss 'x0.01'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Row(long time, String sha1, String sha256, String sha512) {
    String code(HashAlgorithm algorithm) {
      return switch (algorithm) {
        case SHA1 -> sha1;
        case SHA256 -> sha256;
        case SHA512 -> sha512;
      };
    }
  }

  private static final List<Row> APPENDIX_B =
      List.of(
          new Row(59, "94287082", "46119246", "90693936"),
          new Row(1111111109, "07081804", "68084774", "25091201"),
          new Row(1111111111, "14050471", "67062674", "99943326"),
          new Row(1234567890, "89005924", "91819424", "93441116"),
          new Row(2000000000, "69279037", "90698825", "38618901"),
          new Row(20000000000L, "65353130", "77737706", "47863826"));

  private static Path library;
  @TempDir private Path directory;

  @BeforeAll
  static void find_libfaketime() throws IOException {
    Path lib = Path.of("/usr/lib");
    assumeTrue(Files.isDirectory(lib), "a Linux file system");
    try (var directories = Files.newDirectoryStream(lib)) {
      for (Path directory : directories) {
        Path candidate = directory.resolve("faketime/libfaketimeMT.so.1");
        library = Files.exists(candidate) ? candidate : library;
      }
    }
    assumeTrue(library != null, "libfaketime is not installed");
  }

  @Test
  void accepts_each_code_at_its_instant() throws Exception {
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      enroll(algorithm);
    }
    for (Row row : APPENDIX_B) {
      try (Crowd crowd = new Crowd()) {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
          crowd.join(at(row.time(), algorithm).start("otp", "verify", USER, row.code(algorithm)));
        }
        for (RealIvn.Outcome outcome : crowd.outcomes()) {
          assertEquals(0, outcome.status(), () -> row + outcome.err());
        }
      }
    }
  }

  /** Confirms with the code of time step 0, the one before the table begins. */
  private void enroll(HashAlgorithm algorithm) {
    int bytes = algorithm == HashAlgorithm.SHA1 ? 20 : algorithm == HashAlgorithm.SHA256 ? 32 : 64;
    String seed = "1234567890".repeat(7).substring(0, bytes);
    SharedSecret secret = SharedSecret.ofBytes(seed.getBytes(StandardCharsets.US_ASCII));
    ok(algorithm, "new-site", algorithm.name());
    ok(algorithm, "set-config", "otp_algorithm", algorithm.name());
    ok(algorithm, "set-config", "otp_digits", "8");
    ok(algorithm, "set-config", "otp_period", "30");
    ok(algorithm, "set-config", "otp_window_steps", "0");
    ok(algorithm, "user", "add", USER);
    RealIvn.Outcome offered =
        about(algorithm)
            .typing(secret.base32())
            .run("user", "enroll", USER, "--no-qr", "--secret-file", "-");
    assertEquals(0, offered.status(), offered::err);
    Instant before = Instant.ofEpochSecond(29);
    String code = new Totp(algorithm, 8, 30).code(secret, before);
    RealIvn.Outcome confirmed =
        at(before.getEpochSecond(), algorithm).run("user", "confirm", USER, code);
    assertEquals(0, confirmed.status(), confirmed::err);
  }

  private void ok(HashAlgorithm algorithm, String... arguments) {
    RealIvn.Outcome outcome = about(algorithm).run(arguments);
    assertEquals(0, outcome.status(), outcome::err);
  }

  private RealIvn at(long time, HashAlgorithm algorithm) {
    return about(algorithm)
        .with("LD_PRELOAD", library.toString())
        .with("FAKETIME", FAKETIME.format(Instant.ofEpochSecond(time)))
        .with("TZ", "UTC");
  }

  private RealIvn about(HashAlgorithm algorithm) {
    return RealIvn.built().in(directory).with("FRAPPE_SITE", algorithm.name());
  }
}
