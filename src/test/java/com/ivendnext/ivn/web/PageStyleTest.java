package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast by the formula of WCAG 2.2 (relative luminance, contrast ratio). */
class PageStyleTest {
  private static final int LIGHT = 0;
  private static final int DARK = 1;

  static Stream<Arguments> texts() {
    return Stream.of(LIGHT, DARK)
        .flatMap(
            scheme ->
                Stream.of(
                    Arguments.of(scheme, "--text", "--page"),
                    Arguments.of(scheme, "--text", "--box"),
                    Arguments.of(scheme, "--soft", "--page"),
                    Arguments.of(scheme, "--soft", "--box"),
                    Arguments.of(scheme, "--act", "--page"),
                    Arguments.of(scheme, "--on-act", "--act"),
                    Arguments.of(scheme, "--bad", "--page")));
  }

  private static Map<String, Integer> colors(int scheme) {
    String block = PageStyle.CSS.split("@media \\(prefers-color-scheme: dark\\)")[scheme];
    Matcher color = Pattern.compile("(--[a-z-]+): #([0-9a-f]{6});").matcher(block);
    Map<String, Integer> colors = new HashMap<>();
    while (color.find()) {
      colors.put(color.group(1), Integer.parseInt(color.group(2), 16));
    }
    return colors;
  }

  private static double contrast(int scheme, String one, String other) {
    double first = luminance(colors(scheme).get(one));
    double second = luminance(colors(scheme).get(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16)
        + 0.7152 * linear(color >> 8 & 0xff)
        + 0.0722 * linear(color & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_can_be_read(int scheme, String text, String ground) {
    double contrast = contrast(scheme, text, ground);
    assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
  }

  @Test
  void the_edge_of_the_field_can_be_seen() {
    for (int scheme : List.of(LIGHT, DARK)) {
      assertTrue(contrast(scheme, "--line", "--page") >= 3);
    }
  }

  @Test
  void both_schemes_set_every_color() {
    assertEquals(colors(LIGHT).keySet(), colors(DARK).keySet());
  }
}
