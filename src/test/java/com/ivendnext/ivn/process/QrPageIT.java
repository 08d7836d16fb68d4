package com.ivendnext.ivn.process;

import static com.ivendnext.ivn.TestSite.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.Mailbox;
import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Authenticator.State;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.web.QrForm;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The page behind a QR link in a real browser, on a phone's screen. */
final class QrPageIT {
  private static Browser browser;

  @TempDir Path directory;

  private final Mailbox mailbox = new Mailbox();
  private TestSite site;
  private PageServer server;
  private EnrollmentLink.Issued issued;
  private Authenticator app;

  @BeforeAll
  static void start() {
    browser = Browser.open();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    site = new TestSite(directory);
    server =
        new PageServer(() -> new QrForm(site.enrollmentLink(), site.notice(mailbox), site.clock));
    site.config.put("host_name", server.address());
    issued = site.enrollmentLink().issue(Enrollment.Request.app(USER, "app", null, false));
    app = issued.offer().authenticator();
    browser.width(390).scheme("light").go(issued.url());
  }

  @AfterEach
  void close() {
    server.close();
    site.close();
  }

  private void enter(String code) {
    browser.tabTo("code");
    browser.submit(code, Keys.ENTER);
  }

  private String scanned(String name) {
    return Tool.asked("zbarimg", "-q", "--raw", directory.resolve(name).toString());
  }

  @ParameterizedTest
  @CsvSource({"light, ffffff", "dark, 121212"})
  void can_be_scanned_from_the_screen(String scheme, String ground) throws IOException {
    browser.scheme(scheme);
    BufferedImage screen = browser.screenshot(directory.resolve("screen.png"));
    assertEquals(ground, String.format("%06x", screen.getRGB(5, 5) & 0xffffff));
    assertTrue(colors(screen).size() > 20, "nothing is drawn");
    assertEquals(issued.offer().uri().uri(), scanned("screen.png"));
  }

  private static Set<Integer> colors(BufferedImage picture) {
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colors.add(picture.getRGB(x, y));
      }
    }
    return colors;
  }

  @Test
  void shows_the_key_for_typing() {
    assertTrue(browser.text().contains(issued.offer().uri().secret().grouped()), browser.text());
  }

  @Test
  void a_code_is_confirmed_by_keyboard_alone() {
    enter(site.code(app, 0));
    assertEquals("Your authenticator app is set up", browser.heading());
    assertEquals(State.ACTIVE, site.current(app).state());
    assertEquals(1, mailbox.letters.size());
  }

  @Test
  void the_button_is_reached_by_keyboard_too() {
    browser.tabTo("code");
    browser.submit(site.code(app, 0), Keys.TAB, Keys.SPACE);
    assertEquals("Your authenticator app is set up", browser.heading());
  }

  @Test
  void after_a_wrong_code_the_keyboard_is_in_the_field_again() {
    enter(site.wrongCode(app));
    assertEquals("Code not accepted", browser.heading());
    assertTrue(browser.alert().startsWith("That code was not accepted."), browser.alert());
    assertEquals("code", browser.focus());
    browser.submit(site.code(app, 0), Keys.ENTER);
    assertEquals("Your authenticator app is set up", browser.heading());
  }

  @Test
  void an_expired_link_shows_no_code() {
    site.clock.advance(Duration.ofSeconds(240));
    browser.go(issued.url());
    assertEquals("This link does not work", browser.heading());
    assertFalse(browser.text().contains(issued.offer().uri().secret().grouped()));
  }

  @Test
  void a_link_that_expires_under_ones_hands_says_so() {
    site.clock.advance(Duration.ofSeconds(240));
    enter(site.code(app, 0));
    assertEquals("This link does not work", browser.heading());
    assertEquals(State.PENDING, site.current(app).state());
  }

  @ParameterizedTest
  @CsvSource({"320", "390", "768"})
  void fits_any_screen(int width) {
    browser.width(width);
    assertFalse(browser.overflows());
  }

  @Test
  void a_screen_reader_finds_a_name_for_all_that_matters() {
    assertEquals("QR code", browser.accessibleName("svg"));
    assertEquals("Code", browser.accessibleName("input[name=code]"));
    assertEquals("Confirm", browser.accessibleName("button"));
    assertEquals("Or open the app on this device", browser.accessibleName("a"));
  }
}
