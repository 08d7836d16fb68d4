package com.ivendnext.ivn.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class QrSvgTest {
  private static final String SVG = QrSvg.text(QrMatrix.of(Samples.uri(4)));
  private static final Element ROOT = Picture.xml(SVG);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void scans_as_the_text(int version) {
    String svg = QrSvg.text(QrMatrix.of(Samples.uri(version)));

    assertEquals(Samples.uri(version), Picture.ofSvg(svg).scanned());
  }

  @Test
  void draws_every_module_as_the_png_does() {
    boolean[][] svg = Picture.ofSvg(SVG).black();
    boolean[][] png = Picture.ofPng(QrPng.bytes(QrMatrix.of(Samples.uri(4)), 4)).black();

    assertArrayEquals(png, svg);
  }

  @Test
  void scales_from_a_view_box_with_crisp_edges() {
    assertEquals("0 0 41 41", ROOT.getAttribute("viewBox"));
    assertEquals("crispEdges", ROOT.getAttribute("shape-rendering"));
    assertFalse(ROOT.hasAttribute("width") || ROOT.hasAttribute("height"));
  }

  @Test
  void is_an_image_with_a_title_that_tells_no_secret() {
    assertEquals("img", ROOT.getAttribute("role"));
    assertEquals("QR code", ROOT.getElementsByTagName("title").item(0).getTextContent());
    assertFalse(SVG.contains("secret") || SVG.contains("alice"));
  }

  @Test
  void lies_on_a_white_square_and_is_one_black_path() {
    Element square = (Element) ROOT.getElementsByTagName("rect").item(0);

    assertEquals("#fff", square.getAttribute("fill"));
    assertEquals("41", square.getAttribute("width"));
    assertEquals("41", square.getAttribute("height"));
    assertEquals(1, ROOT.getElementsByTagName("path").getLength());
    assertEquals("path", square.getNextSibling().getNextSibling().getNodeName());
  }

  @Test
  void refers_to_nothing_outside() {
    String inside = SVG.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");

    assertFalse(inside.contains("http") || inside.contains("href") || inside.contains("url("));
    assertFalse(inside.contains("style") || inside.contains("script"));
  }
}
