package com.ivendnext.ivn.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet: light and dark, contrast of WCAG 2.2 AA or better, no font to load. */
final class PageStyle {
  static final String CSS =
      """
      :root {
        color-scheme: light dark;
        --page: #ffffff; --text: #1b1b1b; --soft: #595959; --line: #767676;
        --act: #0b57d0; --on-act: #ffffff; --bad: #b3261e; --box: #f3f3f3;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --page: #121212; --text: #e8e8e8; --soft: #b3b3b3; --line: #8c8c8c;
          --act: #8ab4f8; --on-act: #10203a; --bad: #ffb4ab; --box: #242424;
        }
      }
      * { box-sizing: border-box; }
      body {
        margin: 0; padding: 1rem; background: var(--page); color: var(--text);
        font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
      }
      main { max-width: 34rem; margin: 0 auto; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
      h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
      p { margin: .5rem 0; }
      a { color: var(--act); display: inline-block; padding: .35rem 0; }
      svg { display: block; width: 100%; max-width: 17rem; margin: .75rem 0; }
      dl { background: var(--box); border-radius: .5rem; padding: .75rem 1rem; margin: .5rem 0; }
      dt, .soft { color: var(--soft); font-size: .9375rem; }
      dd { margin: 0 0 .5rem; }
      dd:last-child { margin: 0; }
      code { font: 1.125rem/1.5 ui-monospace, monospace; color: var(--text); }
      label { display: block; font-weight: 600; }
      input {
        font: 1.5rem/1.4 ui-monospace, monospace; width: 10rem; max-width: 100%;
        padding: .35rem .6rem; margin: .35rem 0; letter-spacing: .1em;
        color: var(--text); background: var(--page);
        border: 2px solid var(--line); border-radius: .5rem;
      }
      input[aria-invalid] { border-color: var(--bad); }
      button {
        font: 600 1.0625rem/1.5 system-ui, sans-serif; padding: .65rem 1.5rem; margin: .35rem 0;
        color: var(--on-act); background: var(--act); border: 0; border-radius: .5rem;
        cursor: pointer;
      }
      :focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
      .bad { color: var(--bad); font-weight: 600; }
      """;

  private PageStyle() {}

  /** What a Content-Security-Policy names the style sheet by (CSP 3, section 2.3.1). */
  static String source() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(CSS.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
