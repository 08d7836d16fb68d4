package com.ivendnext.ivn.web;

import com.ivendnext.ivn.otp.KeyUri;
import com.ivendnext.ivn.qr.QrMatrix;
import com.ivendnext.ivn.qr.QrSvg;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Opened;
import com.ivendnext.ivn.twofactor.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The page behind an enrollment link, in each of its states: data in, page out. It works without
 * JavaScript, by keyboard, by screen reader and on the phone that is to hold the authenticator.
 */
public final class QrPage {
  private static final String TITLE = "Set up your authenticator app";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private QrPage() {}

  /**
   * The QR code, and the field for the first code.
   *
   * @param key of the link that was opened
   */
  public static Page offer(Opened opened, String key) {
    return Page.of(200, TITLE, content(opened, form(key, opened, null)));
  }

  /** The same after a code that was not accepted. */
  public static Page wrong(Opened opened, String key) {
    String message =
        "That code was not accepted. Enter the "
            + opened.uri().digits()
            + " digits that the app shows now.";
    return Page.of(422, "Code not accepted", content(opened, form(key, opened, message)));
  }

  /**
   * The same while codes are not looked at.
   *
   * @param wait until they are again
   */
  public static Page throttled(Opened opened, String key, Duration wait) {
    String message =
        "Too many wrong codes. Wait "
            + Lifetime.of(wait)
            + ", then enter the code that the app shows.";
    return Page.of(429, "Too many wrong codes", content(opened, form(key, opened, message)))
        .retryAfter(wait.toSeconds() + 1);
  }

  /** The end: the authenticator is active. */
  public static Page confirmed() {
    return Page.of(
        200,
        "Your authenticator app is set up",
        Html.of(
            """
            <p role="status">From now on the app shows the code that you are asked for when you
            log in.</p>
            <p>If a login waits for you in another window, go back to it. It takes the
            <strong>next</strong> code that the app shows: the one that you have just entered is
            used up.</p>
            <p>You can close this page.</p>
            """));
  }

  /** One answer for all that leads nowhere: unknown, expired, used, revoked. */
  public static Page gone() {
    return Page.of(
        404,
        "This link does not work",
        Html.of(
            """
            <p>It may have expired, have been used already, or be incomplete.</p>
            <p>If your app is set up, you need it no more: log in with the code that the app
            shows.</p>
            <p>Otherwise log in again to get a new link by mail, or ask your administrator.</p>
            """));
  }

  private static Html content(Opened opened, Html form) {
    KeyUri uri = opened.uri();
    return Html.of(
        """
        <p>For <strong>{}</strong> at <strong>{}</strong>.</p>
        {}<h2>1. Scan this with your authenticator app</h2>
        {}<p><a href="{}">Or open the app on this device</a></p>
        <p>Or type this into the app:</p>
        <dl>
        <dt>Key</dt><dd><code>{}</code></dd>
        <dt>Account</dt><dd>{}</dd>
        <dt>Issuer</dt><dd>{}</dd>
        <dt>Codes</dt><dd>time-based, {} digits, every {} seconds, {}</dd>
        </dl>
        <h2>2. Enter the code that the app shows</h2>
        {}""",
        uri.account(),
        uri.issuer(),
        life(opened.expiresAt(), opened.remaining()),
        new Html(QrSvg.text(QrMatrix.of(uri.uri()))),
        uri.uri(),
        uri.secret().grouped(),
        uri.account(),
        uri.issuer(),
        uri.digits(),
        uri.period(),
        uri.algorithm().name(),
        form);
  }

  private static Html life(Instant until, Duration remaining) {
    return Html.of(
        """
        <p class="soft">This page works for another {}, until <time datetime="{}">{}</time>.
        Show it to nobody: whoever sees it can make your codes.</p>
        """,
        Lifetime.of(remaining),
        DateTimeFormatter.ISO_INSTANT.format(until),
        MINUTE.format(until));
  }

  /**
   * @param trouble what was wrong with the last code; or null
   */
  private static Html form(String key, Opened opened, String trouble) {
    boolean again = trouble != null;
    Html alert =
        again
            ? Html.of("<p class=\"bad\" role=\"alert\" id=\"trouble\">{}</p>\n", trouble)
            : Html.of("");
    Html state =
        again
            ? Html.of("aria-invalid=\"true\" aria-describedby=\"trouble\" autofocus")
            : Html.of("aria-describedby=\"hint\"");
    return Html.of(
        """
        <form method="post" action="qrcode">
        <input type="hidden" name="k" value="{}">
        {}<label for="code">Code</label>
        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code"
          maxlength="20" required {}>
        <p class="soft" id="hint">{} digits. They prove that the app is set up.</p>
        <button type="submit">Confirm</button>
        </form>
        """,
        key,
        alert,
        state,
        opened.uri().digits());
  }
}
