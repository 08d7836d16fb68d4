package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.completion.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The completions in the shells that they are for: somebody types, presses Tab and Enter. */
final class CompletionIT {
  private static final Path SCRIPTS = Path.of("completions").toAbsolutePath();

  @TempDir private Path directory;
  private RealBench bench;

  @BeforeEach
  void fill() throws IOException {
    Tool.need("expect");
    bench = RealBench.madeIn(directory);
    bench.ok("user", "add", "second@example.com");
    bench.ok("role", "add", "Accounts Boss");
  }

  /** Keys, and what the command that they make says. */
  record Typed(Shell shell, String keys, String seen) {}

  static Stream<Typed> typed() {
    return Stream.of(Shell.values())
        .flatMap(
            shell ->
                Stream.of(
                    new Typed(shell, "ivn rol\\ten\\tAcc\\t", "Role Accounts Boss now asks"),
                    new Typed(shell, "ivn user why sec\\t", "second@example.com needs no second"),
                    new Typed(
                        shell,
                        "ivn --si\\tmy\\tsettings descr\\tsms_g\\t",
                        "Address of the SMS gateway"),
                    new Typed(
                        shell, "ivn set-c\\ttwo_factor_meth\\tO\\t; ivn show-config", "OTP App")));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void complete_commands_options_names_and_values(Typed typed) {
    RealIvn.Outcome outcome = at(typed.shell(), typed.keys(), typed.seen());
    assertEquals(0, outcome.status(), outcome::out);
  }

  @ParameterizedTest
  @EnumSource
  void names_are_asked_for_once_until_the_store_changes(Shell shell) throws IOException {
    at(shell, "ivn user why sec\\t", "second@example.com needs no second");
    Path cache = directory.resolve("cache/ivn/words");
    List<Path> files;
    try (Stream<Path> found = Files.list(cache)) {
      files = found.toList();
    }
    assertEquals(1, files.size(), files::toString);
    assertEquals("rw-------", permissions(files.get(0)));
    Files.writeString(files.get(0), "second@example.com\nthird@example.com\n");
    at(shell, "ivn user why thi\\t", "there is no user third@example.com");
    bench.ok("user", "add", "third@example.org");
    at(shell, "ivn user why thi\\t", "third@example.org needs no second");
  }

  @Test
  void a_user_name_cannot_run_a_command() {
    bench.ok("user", "add", "$(touch${IFS}gotcha)@example.com");
    at(Shell.BASH, "ivn user why \\$\\t", "needs no second");
    assertTrue(Files.notExists(directory.resolve("gotcha")));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private RealIvn.Outcome at(Shell shell, String keys, String seen) {
    Tool.need(shell.toString());
    String script =
        """
        set timeout 60
        spawn -noecho %s
        proc see {text} {
          expect {
            -ex $text {}
            timeout {exit 99}
            eof {exit 98}
          }
        }
        see "READY>"
        send {%s}
        see "LOAD42"
        see "READY>"
        send "%s\\r"
        see {%s}
        see "READY>"
        send "exit\\r"
        expect eof
        wait
        exit 0
        """
            .formatted(start(shell), load(shell), keys, seen);
    return RealIvn.by("expect", "-")
        .in(directory)
        .with("TERM", "vt100")
        .with("HOME", directory.toString())
        .with("XDG_CACHE_HOME", directory.resolve("cache").toString())
        .with("PATH", RealIvn.home().resolve("bin") + ":" + System.getenv("PATH"))
        .with("FRAPPE_SITE", RealBench.SITE)
        .typing(script)
        .run();
  }

  private static String start(Shell shell) {
    return switch (shell) {
      case BASH -> "env PS1=READY> bash --norc --noprofile";
      case ZSH -> "env PS1=READY> zsh -f";
      case FISH -> "fish --no-config -C {function fish_prompt; echo -n 'READY>'; end}";
    };
  }

  private static String load(Shell shell) {
    String script = SCRIPTS.resolve(shell.file()).toString();
    return switch (shell) {
          case ZSH ->
              "fpath=("
                  + SCRIPTS
                  + " $fpath); autoload -Uz compinit; compinit -u -D;"
                  + " zstyle ':completion:*' insert-tab false; print LOAD$((40+2))";
          case BASH -> "source " + script + "; echo LOAD$((40+2))";
          case FISH -> "source " + script + "; echo LOAD(math 40+2)";
        }
        + "\r";
  }
}
