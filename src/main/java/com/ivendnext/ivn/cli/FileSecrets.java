package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.transfer.Json;
import com.ivendnext.ivn.transfer.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import picocli.CommandLine.Option;

/** The options that name what opens and closes encrypted files. */
public final class FileSecrets {
  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase of the file from FILE (- for standard input).")
  Path passphraseFile;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Read the shared key from FILE: hex, base64 or a site_config.json.")
  Path keyFile;

  /**
   * What opens a file: a person is asked for a passphrase where none is given.
   *
   * @throws Failure usage, where both are given
   */
  public Secrets forReading(SiteSession site) {
    return new Given(site, false);
  }

  /**
   * What closes a file.
   *
   * @param ask whether a person is to be asked for a passphrase, twice
   * @throws Failure usage, where both are given
   */
  public Secrets forWriting(SiteSession site, boolean ask) {
    if (ask && passphraseFile == null && keyFile == null && !site.invocation().interactive()) {
      throw Failure.usage("there is nobody to ask for a passphrase")
          .hint("--passphrase-file FILE reads it");
    }
    return new Given(site, ask && keyFile == null);
  }

  private final class Given implements Secrets {
    private final SiteSession site;
    private final Invocation invocation;
    private final boolean twice;
    private char[] passphrase;

    Given(SiteSession site, boolean twice) {
      if (passphraseFile != null && keyFile != null) {
        throw Failure.usage("a file has a passphrase or a key, not both");
      }
      this.site = site;
      this.invocation = site.invocation();
      this.twice = twice;
    }

    @Override
    public boolean hasPassphrase() {
      return passphraseFile != null || twice;
    }

    @Override
    public boolean hasKey() {
      return keyFile != null;
    }

    @Override
    public char[] passphrase() {
      if (passphrase == null) {
        passphrase = read();
      }
      return passphrase.clone();
    }

    private char[] read() {
      if (passphraseFile != null) {
        return SecretSource.readAll(invocation, passphraseFile).toCharArray();
      }
      if (!invocation.interactive()) {
        throw Failure.usage("the file is encrypted, and there is nobody to ask for the passphrase")
            .hint("--passphrase-file FILE reads it");
      }
      char[] typed = ask("Passphrase of the file: ");
      if (twice && !Arrays.equals(typed, ask("The same again: "))) {
        throw Failure.usage("the two passphrases differ, nothing was written");
      }
      return typed;
    }

    private char[] ask(String prompt) {
      char[] typed = invocation.context().terminal().readSecret(prompt);
      if (typed == null || typed.length == 0) {
        throw Failure.usage("a passphrase is needed");
      }
      return typed;
    }

    @Override
    public byte[] key() {
      if (keyFile == null) {
        throw Failure.usage("the file is encrypted with a key that both sides share")
            .hint("--key-file FILE reads it");
      }
      String text = SecretSource.readAll(invocation, keyFile);
      return decode(
          text.stripLeading().startsWith("{")
              ? configured(text)
              : text.lines().findFirst().orElse("").strip());
    }

    private String configured(String config) {
      try {
        String name = Settings.ENCRYPTION_KEY.key();
        return Json.parse(config.getBytes(StandardCharsets.UTF_8)).member(name).required();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public byte[] siteKey() {
      String text = site.values().get(Settings.ENCRYPTION_KEY);
      return text == null ? null : decode(text.strip());
    }
  }

  /** Hex where it can be: base64 of that length would be a key of no usual length. */
  private static byte[] decode(String text) {
    try {
      return text.matches("([0-9A-Fa-f]{2}){16,64}")
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException neither) {
      // not kept as the cause: its message may quote the key
      throw Failure.usage("the key is written neither in hex nor in base64");
    }
  }
}
