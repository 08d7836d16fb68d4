package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.terminal.Terminal;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bench with the site {@code mysite}, and command lines to run on that site. */
public final class MySite {
  public static final String NAME = "mysite";
  public static final String USER = "user@example.com";

  public final Path bench;
  public final InProcess shell;

  private MySite(Path directory) {
    bench = directory;
    shell = new InProcess(directory);
  }

  /** A site as {@code new-site} makes it. */
  public static MySite in(Path directory) {
    MySite site = new MySite(directory);
    site.shell.ok("new-site", NAME);
    return site;
  }

  /** The same with two-factor authentication on and one System User, {@link #USER}. */
  public static MySite withUser(Path directory) {
    MySite site = in(directory);
    site.ok("set-config", "enable_two_factor_auth", "true");
    site.ok("user", "add", USER);
    return site;
  }

  /** A site as bench makes it: no store, no key of ivn, nothing configured. */
  public static MySite madeByBench(Path directory) {
    MySite site = new MySite(directory);
    site.config("{}");
    return site;
  }

  /** What another one has left in {@code directory}. */
  public static MySite leftIn(Path directory) {
    return new MySite(directory);
  }

  /** Its {@code site_config.json}. */
  public String config() {
    return read("sites/" + NAME + "/site_config.json");
  }

  public void config(String content) {
    write("sites/" + NAME + "/site_config.json", content);
  }

  public Outcome run(String... arguments) {
    return runWithInput("", arguments);
  }

  public Outcome runWithInput(String input, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--site", NAME));
    all.addAll(List.of(arguments));
    return shell.runWithInput(input, all.toArray(new String[0]));
  }

  /** Runs what must succeed; its standard output. */
  public String ok(String... arguments) {
    Outcome outcome = run(arguments);
    assertEquals(0, outcome.status(), outcome.err());
    return outcome.out();
  }

  /** Runs what must succeed with {@code out} and nothing on standard error. */
  public void prints(String out, String... arguments) {
    assertEquals(new Outcome(0, out, ""), run(arguments));
  }

  /** Runs what must fail with {@code err} and nothing on standard output. */
  public void fails(int status, String err, String... arguments) {
    assertEquals(new Outcome(status, "", err), run(arguments));
  }

  /** The one document that a command answers with, and nothing on standard error. */
  public Map<String, Object> json(String... arguments) {
    return JsonDocument.answer(run(withFormat(arguments)));
  }

  /** The error that a command answers with, and nothing on standard output. */
  public Map<String, Object> error(int status, String... arguments) {
    return JsonDocument.error(status, run(withFormat(arguments)));
  }

  private static String[] withFormat(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(arguments));
    return all.toArray(new String[0]);
  }

  /** Enrolls {@code user}; the shared secret. */
  public String enroll(String user, String... more) {
    List<String> command = new ArrayList<>(List.of("user", "enroll", user));
    command.addAll(List.of(more));
    return (String) json(command.toArray(new String[0])).get("secret");
  }

  /** Enrolls {@code user} and confirms with the code of the time step before; the secret. */
  public String enrollAndConfirm(String user, String... more) {
    String secret = enroll(user, more);
    ok("user", "confirm", user, code(secret, -1));
    return secret;
  }

  /** What an app that holds {@code secret} shows, {@code steps} time steps from now. */
  public String code(String secret, int steps) {
    Totp totp = new Totp(HashAlgorithm.SHA1, 6, 30);
    return totp.hotp()
        .code(SharedSecret.ofBase32(secret), totp.step(shell.clock.instant()) + steps);
  }

  /** A code that such an app shows neither now nor a while around now. */
  public String wrongCode(String secret) {
    for (int i = 100_000; ; i++) {
      boolean shown = false;
      for (int steps = -4; steps <= 4; steps++) {
        shown |= code(secret, steps).equals(String.valueOf(i));
      }
      if (!shown) {
        return String.valueOf(i);
      }
    }
  }

  /** A file of the bench. */
  public Path file(String name) {
    return bench.resolve(name);
  }

  public String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String name, String content) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The store of the site, behind the back of any command. */
  public Store store() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Terminal terminal = Terminal.on(InputStream.nullInputStream(), nowhere, nowhere).build();
    var context = shell.context(terminal);
    return context.opener().open(new Bench(bench).site(NAME), context);
  }
}
