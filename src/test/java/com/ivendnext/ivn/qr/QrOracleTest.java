package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way of drawing, read back by zbarimg, which shares no code with zxing. */
class QrOracleTest {
  private static final int VERSIONS = 15;

  @TempDir Path dir;
  private final List<String> command = new ArrayList<>(List.of("zbarimg", "-q", "--raw"));

  @BeforeAll
  static void needs_zbarimg() {
    boolean found = false;
    for (String bin : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      found |= Files.isExecutable(Path.of(bin, "zbarimg"));
    }
    assumeTrue(found, "zbarimg is not installed");
  }

  @Test
  void zbarimg_reads_each_png() throws Exception {
    for (int version = 1; version <= VERSIONS; version++) {
      give(version + ".png", QrPng.bytes(QrMatrix.of(Samples.uri(version)), 4));
    }
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_each_svg() throws Exception {
    for (int version = 1; version <= VERSIONS; version++) {
      String svg = QrSvg.text(QrMatrix.of(Samples.uri(version)));
      give(version + ".pbm", Picture.ofSvg(svg).pbm());
    }
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_coloured_half_blocks_on_a_dark_terminal() throws Exception {
    showAll(new Look(true, true, false), true);
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_coloured_half_blocks_on_a_light_terminal() throws Exception {
    showAll(new Look(true, true, false), false);
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_plain_half_blocks_on_a_dark_terminal() throws Exception {
    showAll(new Look(false, true, false), true);
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_inverted_plain_half_blocks_on_a_light_terminal() throws Exception {
    showAll(new Look(false, true, true), false);
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_coloured_blanks_on_a_dark_terminal() throws Exception {
    showAll(new Look(true, false, false), true);
    assertReadsAll();
  }

  @Test
  void zbarimg_reads_inverted_hashes_on_a_light_terminal() throws Exception {
    showAll(new Look(false, false, true), false);
    assertReadsAll();
  }

  private void showAll(Look look, boolean darkTerminal) throws IOException {
    for (int version = 1; version <= VERSIONS; version++) {
      List<String> lines = HalfBlocks.lines(QrMatrix.of(Samples.uri(version)), look);
      give(version + ".pbm", Picture.ofTerminal(lines, darkTerminal).pbm());
    }
  }

  private void give(String name, byte[] picture) throws IOException {
    command.add(Files.write(dir.resolve(name), picture).toString());
  }

  private void assertReadsAll() throws IOException, InterruptedException {
    File answers = dir.resolve("answers").toFile();
    Process zbarimg = new ProcessBuilder(command).redirectOutput(answers).start();
    try {
      assertTrue(zbarimg.waitFor(60, TimeUnit.SECONDS), "zbarimg does not end");
    } finally {
      zbarimg.destroyForcibly();
    }
    List<String> expected = new ArrayList<>();
    for (int version = 1; version <= VERSIONS; version++) {
      expected.add(Samples.uri(version));
    }
    assertEquals(expected, Files.readAllLines(answers.toPath(), StandardCharsets.UTF_8));
  }
}
