package com.ivendnext.ivn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What somebody typed at a shell and what came back, run again.
 *
 * <pre>
 * $ ivn user list          runs it in this JVM
 * $ echo $?                the status of the command before; where it is not asked for, it is 0
 * $ echo TEXT &gt; FILE       makes a file
 * $ ivn … &lt; FILE           reads it
 * $ mv FILE FILE           moves a file
 * $ export NAME=VALUE      sets a variable of the environment
 * # 30 seconds later       moves the clock; so do minutes and hours
 * # the clock of this machine runs free (or: is kept right)
 * # …                      any other comment is passed over
 * </pre>
 *
 * The bench is shown as {@code /srv/bench}; random numbers are the same in every run.
 */
final class Transcript {
  private static final String SHOWN_DIRECTORY = "/srv/bench";

  private final Path directory;
  private final InProcess shell;
  private final List<String> actual = new ArrayList<>();
  private int status;

  Transcript(Path directory) {
    this.directory = directory;
    this.shell = new InProcess(directory).random(new Repeatable());
    shell.mailbox.showDomain();
  }

  /** The transcript as it comes out when its commands are run again. */
  String replay(String transcript) throws IOException {
    for (String line : transcript.split("\n")) {
      if (line.startsWith("$ ")) {
        actual.add(line);
        command(line.substring(2));
      } else if (line.startsWith("# ")) {
        actual.add(line);
        comment(line.substring(2));
      }
    }
    leaveNoStatusUnasked();
    return String.join("\n", actual) + "\n";
  }

  private void comment(String comment) {
    String[] words = comment.split(" ");
    if (words.length == 3 && words[2].equals("later")) {
      String plural = words[1].endsWith("s") ? words[1] : words[1] + "s";
      ChronoUnit unit = ChronoUnit.valueOf(plural.toUpperCase(Locale.ROOT));
      shell.sleep(Duration.of(Integer.parseInt(words[0]), unit));
    } else if (comment.startsWith("the clock of this machine ")) {
      shell.clockSynchronised(comment.endsWith("is kept right"));
    }
  }

  private void command(String command) throws IOException {
    List<String> words = words(command);
    if (command.equals("echo $?")) {
      actual.add(String.valueOf(status));
      status = 0;
      return;
    }
    leaveNoStatusUnasked();
    int arrow = Math.max(words.indexOf("<"), words.indexOf(">"));
    if (words.get(0).equals("echo")) {
      Path file = directory.resolve(words.get(arrow + 1));
      Files.writeString(file, String.join(" ", words.subList(1, arrow)) + "\n");
    } else if (words.get(0).equals("mv")) {
      Files.move(directory.resolve(words.get(1)), directory.resolve(words.get(2)));
    } else if (words.get(0).equals("export")) {
      String[] variable = words.get(1).split("=", 2);
      shell.env(variable[0], variable[1]);
    } else if (words.get(0).equals("ivn")) {
      String input = arrow < 0 ? "" : Files.readString(directory.resolve(words.get(arrow + 1)));
      run(input, words.subList(1, arrow < 0 ? words.size() : arrow));
    } else {
      throw new AssertionError("a transcript cannot run " + command);
    }
  }

  private void run(String input, List<String> arguments) {
    InProcess.Outcome outcome = shell.runWithInput(input, arguments.toArray(new String[0]));
    status = outcome.status();
    String text = (outcome.out() + outcome.err()).replace(directory.toString(), SHOWN_DIRECTORY);
    text.lines().forEach(line -> actual.add(line.stripTrailing()));
  }

  private void leaveNoStatusUnasked() {
    if (status != 0) {
      actual.add("(exit status " + status + ", which the transcript does not ask for)");
      status = 0;
    }
  }

  /** Splits as a shell does: blanks separate, quotes of both kinds join. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (char character : command.toCharArray()) {
      if (quote == 0 && character == ' ') {
        if (word != null) {
          words.add(word.toString());
        }
        word = null;
      } else if (character == quote) {
        quote = 0;
      } else if (quote == 0 && (character == '"' || character == '\'')) {
        quote = character;
        word = word == null ? new StringBuilder() : word;
      } else {
        word = (word == null ? new StringBuilder() : word).append(character);
      }
    }
    if (word != null) {
      words.add(word.toString());
    }
    return words;
  }

  /** Numbers that only look random: documentation must not change from run to run. */
  private static final class Repeatable extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final transient Random numbers = new Random(4226);

    @Override
    public void nextBytes(byte[] bytes) {
      numbers.nextBytes(bytes);
    }
  }

  /** The console blocks of a Markdown page, or the whole of any other file. */
  static String of(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (!file.toString().endsWith(".md")) {
      return text;
    }
    StringBuilder blocks = new StringBuilder();
    boolean inside = false;
    for (String line : text.split("\n")) {
      if (line.equals("```console")) {
        inside = true;
      } else if (line.equals("```")) {
        inside = false;
      } else if (inside) {
        blocks.append(line).append('\n');
      }
    }
    return blocks.toString();
  }

  /** Puts {@code replayed} where the transcript stands in {@code file}. */
  static void rewrite(Path file, String replayed) throws IOException {
    if (!file.toString().endsWith(".md")) {
      Files.writeString(file, replayed);
      return;
    }
    List<String> page = new ArrayList<>();
    List<String> fresh = new ArrayList<>(List.of(replayed.split("\n")));
    boolean inside = false;
    for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n")) {
      inside &= !line.equals("```");
      if (!inside) {
        page.add(line);
        inside = line.equals("```console");
      } else if (line.startsWith("$ ") || line.startsWith("# ")) {
        do {
          page.add(fresh.remove(0));
        } while (!fresh.isEmpty() && !fresh.get(0).matches("[$#] .*"));
      }
    }
    Files.writeString(file, String.join("\n", page) + "\n");
  }
}
