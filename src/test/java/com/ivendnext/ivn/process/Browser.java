package com.ivendnext.ivn.process;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium as a phone, used by keyboard. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** It warns of every Chromium that is newer than itself. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where there is none. */
  static Browser open() {
    Tool.need("chromium", "chromedriver");
    SELENIUM.setLevel(Level.OFF);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .build();
    return new Browser(new ChromeDriver(service, options)).width(390);
  }

  /** From now on the screen has {@code pixels} in width, and is a phone's otherwise. */
  Browser width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    return this;
  }

  /** From now on the person prefers {@code scheme}, light or dark. */
  Browser scheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  void go(String url) {
    driver.get(url);
  }

  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  /** What has the role of an alert. */
  String alert() {
    return driver.findElement(By.cssSelector("[role=alert]")).getText();
  }

  /** The id of what has the keyboard. */
  String focus() {
    return driver.switchTo().activeElement().getAttribute("id");
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses what brings another page, and waits for that. */
  void submit(CharSequence... keys) {
    WebElement page = driver.findElement(By.tagName("html"));
    press(keys);
    new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.stalenessOf(page));
  }

  /** Presses Tab until the field {@code id} has the keyboard; at most ten times. */
  void tabTo(String id) {
    for (int i = 0; i < 10 && !id.equals(focus()); i++) {
      press(Keys.TAB);
    }
  }

  /** Whether anything stands to the right of the screen. */
  boolean overflows() {
    return (Boolean)
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** What a screen reader calls the one element of that kind. */
  String accessibleName(String selector) {
    return driver.findElement(By.cssSelector(selector)).getAccessibleName();
  }

  /** The screen as a PNG in {@code file}. */
  BufferedImage screenshot(Path file) throws IOException {
    byte[] png = driver.getScreenshotAs(OutputType.BYTES);
    Files.write(file, png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
