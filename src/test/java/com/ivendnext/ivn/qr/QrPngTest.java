package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPngTest {
  private static final QrMatrix QR = QrMatrix.of(Samples.uri(4));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void scans_as_the_text(int version) {
    byte[] png = QrPng.bytes(QrMatrix.of(Samples.uri(version)), 4);

    assertEquals(Samples.uri(version), Picture.ofPng(png).scanned());
  }

  @Test
  void has_modules_of_the_size_asked_for_and_a_quiet_zone() {
    boolean[][] black = Picture.ofPng(QrPng.bytes(QR, 3)).black();

    assertEquals((33 + 8) * 3, black.length);
    assertEquals((33 + 8) * 3, black[0].length);
    assertFalse(black[4 * 3 - 1][4 * 3] || black[4 * 3][4 * 3 - 1]);
    assertTrue(black[4 * 3][4 * 3] && black[4 * 3 + 2][4 * 3 + 7 * 3 - 1]);
    assertFalse(black[4 * 3][4 * 3 + 7 * 3]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 33, -1})
  void refuses_modules_of_no_size_or_of_an_absurd_one(int modulePixels) {
    Failure failure = assertThrows(Failure.class, () -> QrPng.bytes(QR, modulePixels));

    assertEquals(Failure.Kind.USAGE, failure.kind());
  }

  @Test
  void keeps_the_picture_off_the_disk(@TempDir Path dir) throws IOException {
    Path cache = Files.createDirectory(dir.resolve("cache"));
    ImageIO.setCacheDirectory(cache.toFile());
    try {
      Files.delete(cache); // a temporary file could not be made now

      assertTrue(QrPng.bytes(QR, 3).length > 0);
    } finally {
      ImageIO.setCacheDirectory(null);
    }
  }
}
