package com.ivendnext.ivn.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.otp.Label;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Opened;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QrPageTest {
  static final String KEY = "0123456789abcdef".repeat(3);
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  static Opened opened(String issuer, String account) {
    KeyUri uri =
        KeyUri.totp(
            new Label(issuer, account),
            SharedSecret.ofBase32(SECRET),
            new Totp(HashAlgorithm.SHA1, 6, 30));
    Duration remaining = Duration.ofSeconds(220);
    return new Opened(null, uri, InProcess.START.plusSeconds(240), remaining);
  }

  static Opened opened() {
    return opened("Acme & Co", "o'brien@example.com");
  }

  static List<Page> pages() {
    return List.of(
        QrPage.offer(opened(), KEY),
        QrPage.wrong(opened(), KEY),
        QrPage.throttled(opened(), KEY, Duration.ofSeconds(8)),
        QrPage.confirmed(),
        QrPage.gone());
  }

  private static final String OFFER = QrPage.offer(opened(), KEY).html();

  @Test
  void shows_the_code_as_a_picture_and_the_key_in_groups_of_four() {
    assertTrue(OFFER.contains("<svg "));
    assertTrue(OFFER.contains("<title>QR code</title>"));
    assertTrue(OFFER.contains("<code>GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ</code>"));
  }

  @Test
  void shows_issuer_account_and_how_long_it_lives() {
    assertTrue(
        OFFER.contains(
            "For <strong>o&#39;brien@example.com</strong> at <strong>Acme &amp; Co</strong>."));
    assertTrue(
        OFFER.contains(
            "works for another 3 minutes 40 seconds, until"
                + " <time datetime=\"2026-11-24T10:04:00Z\">2026-11-24 10:04 UTC</time>."));
  }

  @Test
  void opens_the_app_on_the_device_that_shows_the_page() {
    assertTrue(
        OFFER.contains(
            "<a href=\"otpauth://totp/Acme%20%26%20Co:o%27brien%40example.com?secret="
                + SECRET
                + "&amp;issuer=Acme%20%26%20Co\">"),
        OFFER);
  }

  @Test
  void the_form_posts_key_and_code_to_the_same_address() {
    assertTrue(OFFER.contains("<form method=\"post\" action=\"qrcode\">"));
    assertTrue(OFFER.contains("<input type=\"hidden\" name=\"k\" value=\"" + KEY + "\">"));
    assertTrue(
        OFFER.contains("<label for=\"code\">Code</label>\n<input id=\"code\" name=\"code\""));
    assertTrue(OFFER.contains("inputmode=\"numeric\" autocomplete=\"one-time-code\""));
  }

  @Test
  void a_refusal_is_read_aloud_and_tied_to_the_field() {
    for (Page page : List.of(pages().get(1), pages().get(2))) {
      assertTrue(page.html().contains("role=\"alert\" id=\"trouble\""));
      assertTrue(page.html().contains("aria-invalid=\"true\" aria-describedby=\"trouble\""));
    }
    assertFalse(OFFER.contains("role=\"alert\""));
  }

  @Test
  void names_and_keys_cannot_become_markup() {
    String evil = "\"><script>alert('x')</script>&";
    String html = QrPage.wrong(opened(evil, evil), evil).html();
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("\"><s"), html);
    assertTrue(html.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;"));
  }

  @Test
  void a_template_in_a_name_stays_a_name() {
    assertTrue(QrPage.offer(opened("{}{}", "{}"), KEY).html().contains("<strong>{}{}</strong>"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void loads_and_runs_nothing(Page page) {
    String html = page.html().replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assertFalse(Pattern.compile("(?i)<(script|img|link|iframe|object|base)").matcher(html).find());
    assertFalse(Pattern.compile("(?i)\\s(on\\w+|style|src)=").matcher(html).find());
    assertFalse(html.contains("http:"), html);
    assertFalse(html.contains("https:"), html);
    assertFalse(html.contains("url("), html);
    assertFalse(html.contains("@import"), html);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_a_language_a_width_for_phones_and_one_main_heading(Page page) {
    assertTrue(page.html().startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertTrue(page.html().contains("name=\"viewport\" content=\"width=device-width"));
    assertEquals(2, page.html().split("<h1>", -1).length);
    assertTrue(page.html().contains("<main>"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void the_policy_allows_the_style_sheet_that_stands_in_the_page(Page page) throws Exception {
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page.html());
    assertTrue(style.find());
    byte[] bytes = style.group(1).getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + hash
            + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        Page.HEADERS.get("Content-Security-Policy"));
    assertFalse(style.find());
  }

  @Test
  void is_neither_kept_nor_named_to_others() {
    assertEquals("no-store", Page.HEADERS.get("Cache-Control"));
    assertEquals("no-referrer", Page.HEADERS.get("Referrer-Policy"));
    assertEquals("nosniff", Page.HEADERS.get("X-Content-Type-Options"));
  }

  @Test
  void what_is_printed_of_a_page_holds_no_secret() {
    assertEquals("Page[200]", QrPage.offer(opened(), KEY).toString());
    assertFalse(opened().toString().contains(SECRET));
  }
}
