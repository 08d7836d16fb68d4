package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteNameTest {

  private static String refusal(String name) {
    return Failing.withUsage(() -> SiteName.check(name)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "7", "a.example", "A_b-C.9", "site1.local", "xn--mnchen-3ya.de", "allsites"})
  void accepts_host_names_and_the_like(String name) {
    SiteName.check(name);
  }

  @Test
  void accepts_140_characters_and_no_more() {
    SiteName.check("x".repeat(140));
    assertEquals("a site name cannot be longer than 140 characters", refusal("x".repeat(141)));
    assertEquals("a site name cannot be longer than 140 characters", refusal("x".repeat(300)));
  }

  @Test
  void refuses_an_empty_name() {
    assertEquals("a site name cannot be empty", refusal(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden", "-x", "_x", "../x", "/x", " x", "..", "😀", "é"})
  void refuses_a_name_that_starts_with_anything_but_a_letter_or_digit(String name) {
    assertEquals("a site name must start with a letter or a digit", refusal(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "a\\b", "a\0", "a\n", "x😀", "xé", "x\u0661", "a:b", "a*"})
  void refuses_other_characters(String name) {
    assertEquals(
        "a site name may only hold letters, digits, dots, dashes and underscores", refusal(name));
  }

  @Test
  void refuses_two_dots_in_a_row() {
    assertEquals("a site name cannot hold two dots in a row", refusal("a..b"));
  }

  @ParameterizedTest
  @CsvSource({"all", "apps", "archived", "assets"})
  void refuses_reserved_names(String name) {
    assertEquals("a site cannot be called " + name + ", which is reserved", refusal(name));
  }
}
