package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ResultMetadataType;
import com.ivendnext.ivn.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrMatrixTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void is_the_smallest_version_that_holds_the_text_with_error_correction_m(int version) {
    QrMatrix qr = QrMatrix.of(Samples.uri(version));

    assertEquals(17 + 4 * version, qr.size());
    assertEquals("M", metadata(qr).get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
  }

  @Test
  void grows_a_version_rather_than_losing_error_correction() {
    assertEquals(25, QrMatrix.of(Samples.uri(1) + "x").size());
  }

  @Test
  void falls_back_to_error_correction_l_where_m_has_no_room() {
    QrMatrix qr = QrMatrix.of("x".repeat(2953));

    assertEquals(177, qr.size());
    assertEquals("L", metadata(qr).get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
  }

  @Test
  void refuses_a_text_longer_than_any_code_without_repeating_it() {
    Failure failure = assertThrows(Failure.class, () -> QrMatrix.of("x".repeat(2954)));

    assertEquals(Failure.Kind.USAGE, failure.kind());
    assertFalse(failure.getMessage().contains("xx"));
  }

  @Test
  void writes_ascii_without_an_eci_header() {
    QrMatrix qr = QrMatrix.of("otpauth://totp/alice");

    assertEquals("]Q1", metadata(qr).get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
  }

  @Test
  void writes_other_text_as_utf_8_and_says_so() {
    QrMatrix qr = QrMatrix.of("Zoë 🔑 日本");

    assertEquals("Zoë 🔑 日本", Picture.ofPng(QrPng.bytes(qr, 4)).scanned());
    assertEquals("]Q2", metadata(qr).get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
  }

  @Test
  void has_finder_patterns_in_three_corners_only() {
    QrMatrix qr = QrMatrix.of("otpauth://totp/alice");
    int last = qr.size() - 1;

    assertTrue(qr.dark(0, 0) && qr.dark(last, 0) && qr.dark(0, last));
    assertFalse(qr.dark(7, 7) || qr.dark(last - 7, 7) || qr.dark(7, last - 7));
  }

  @Test
  void is_light_outside() {
    QrMatrix qr = QrMatrix.of("otpauth://totp/alice");

    assertFalse(qr.dark(-1, 0) || qr.dark(0, -1));
    assertFalse(qr.dark(qr.size(), 0) || qr.dark(0, qr.size()));
  }

  private static Map<ResultMetadataType, Object> metadata(QrMatrix qr) {
    return Picture.ofPng(QrPng.bytes(qr, 4)).scan().getResultMetadata();
  }
}
