package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.qr.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** zbarimg reads in every QR code of {@code user enroll} the URI that its JSON tells. */
final class QrOracleIT {
  private static final String USER = "user@example.com";

  @TempDir private static Path directory;
  private static RealBench bench;
  private static String uri;

  @BeforeAll
  static void enroll() {
    Tool.need("zbarimg");
    bench = RealBench.madeIn(directory);
    bench.ok("user", "add", USER);
    String json = bench.ok("user", "enroll", USER, "--format", "json");
    uri = Json.text(json, "uri");
  }

  @ParameterizedTest
  @CsvSource({
    "always, C.UTF-8, true",
    "always, C.UTF-8, false",
    "never, C.UTF-8, true",
    "always, C, true",
  })
  void from_the_terminal(String color, String locale, boolean dark) throws IOException {
    RealIvn.Outcome shown =
        bench.ivn().with("LANG", locale).run("user", "enroll", USER, "--color", color);
    assertReads(Picture.ofTerminal(shown.out().lines().toList(), dark).pbm(), "terminal.pbm");
  }

  @ParameterizedTest
  @CsvSource({"never, C.UTF-8", "never, C"})
  void inverted_from_a_light_terminal(String color, String locale) throws IOException {
    RealIvn.Outcome shown =
        bench.ivn().with("LANG", locale).run("user", "enroll", USER, "--color", color, "--invert");
    assertReads(Picture.ofTerminal(shown.out().lines().toList(), false).pbm(), "terminal.pbm");
  }

  @Test
  void from_the_png() {
    bench.ok("user", "enroll", USER, "--no-qr", "--qr-png", "qr.png");
    assertEquals(uri, read(directory.resolve("qr.png")));
  }

  @Test
  void from_the_svg() throws IOException {
    bench.ok("user", "enroll", USER, "--no-qr", "--qr-svg", "qr.svg");
    String svg = Files.readString(directory.resolve("qr.svg"));
    assertReads(Picture.ofSvg(svg).pbm(), "svg.pbm");
  }

  private static void assertReads(byte[] picture, String name) throws IOException {
    assertEquals(uri, read(Files.write(directory.resolve(name), picture)));
  }

  private static String read(Path picture) {
    return Tool.asked("zbarimg", "-q", "--raw", picture.toString());
  }
}
