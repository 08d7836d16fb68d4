package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.terminal.Printable;
import com.ivendnext.ivn.terminal.Terminal;
import com.ivendnext.ivn.twofactor.ShellWord;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers on standard output, remarks and errors on standard error, as text or JSON. */
public final class Output {
  private static final String OF_A_SITE =
      "user|role|otp|recovery|audit|key|login|status|doctor|serve-key"
          + "|apply|dump|backup|restore"
          + "|set-config|show-config"
          + "|completion words"
          + "|add-user|disable-user|set-password|set-admin-password";
  private static final String OF_A_BENCH =
      "settings|use|new-site|list-sites|drop-site" + "|completion|batch";

  private final Terminal terminal;
  private final GlobalOptions options;
  private String currentSite;
  private boolean headerDue;
  private boolean headed;

  Output(Terminal terminal, GlobalOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  boolean json() {
    return options.format == OutputFormat.JSON;
  }

  /** Standard error, line by line, for a command that stays and logs. */
  public PrintWriter log() {
    return terminal.err();
  }

  public TextWriter text() {
    return new TextWriter(this::print, this::command, color(), terminal.unicode());
  }

  private boolean color() {
    return options.color.enabled(terminal);
  }

  private void print(String text) {
    if (headerDue) {
      String header = Style.BOLD.apply("Site " + Printable.of(currentSite), color());
      terminal.out().print((headed ? "\n" : "") + header + "\n");
      headed = true;
      headerDue = false;
    }
    terminal.out().print(text);
  }

  /** Prints {@code result} whole, with its warnings. */
  public void answer(Result result) {
    if (json()) {
      document(result);
      return;
    }
    result.print(text());
    result.notes().forEach(this::note);
    result.warnings().forEach(this::warn);
  }

  /** Standard output, for an answer that is bytes; write errors are told at the end of the run. */
  public OutputStream bytes() {
    return terminal.rawOut();
  }

  /** Prints {@code document} as JSON on standard output; nothing of it where it fails early. */
  void document(Object document) {
    HeldOutput held = new HeldOutput(terminal.rawOut());
    if (options.oneLine) {
      JsonWriter.writeLine(document, held);
    } else {
      JsonWriter.write(document, held);
    }
    held.release();
  }

  /** What follows is about that site, one of several; a header says so if anything is printed. */
  void site(String name) {
    currentSite = name;
    headerDue = true;
  }

  /** {@code text} after its line in a file and the name of the site, where there are several. */
  String about(String text) {
    String sited = currentSite == null ? text : currentSite + ": " + text;
    return options.place == null ? sited : options.place + ": " + sited;
  }

  /** {@code advice} with the site and the bench that its commands need, as this run names them. */
  String command(String advice) {
    String site = currentSite == null ? options.site : currentSite;
    String sited = sited(advice, site);
    String bench = options.bench == null ? null : options.bench.toString();
    return insert(
        sited, "(" + OF_A_SITE + "|" + OF_A_BENCH + "|--site)(?![\\w-])", "--bench", bench);
  }

  static String sited(String advice, String site) {
    return insert(advice, "(" + OF_A_SITE + ")(?![\\w-])", "--site", site);
  }

  private static String insert(String advice, String before, String option, String value) {
    if (value == null || advice.contains("--help")) {
      return advice;
    }
    String words = "ivn " + option + " " + ShellWord.of(value) + " ";
    return Pattern.compile("\\bivn (?=" + before + ")")
        .matcher(advice)
        .replaceAll(Matcher.quoteReplacement(words));
  }

  /** Something that the person should know; nothing in JSON, whose document holds the fact. */
  public void warn(String warning) {
    if (!json()) {
      remark("warning: " + about(command(warning)));
    }
  }

  /** Something that the person may like to know, never part of the answer. */
  public void note(String note) {
    if (!json()) {
      remark("note: " + about(note));
    }
  }

  void error(Failure failure) {
    if (json()) {
      Map<String, Object> document = Map.of("error", document(failure));
      String text = options.oneLine ? JsonWriter.line(document) : JsonWriter.text(document);
      terminal.err().print(text);
      terminal.err().flush(); // it may be the end of the run that failed
    } else {
      remark(about(failure.getMessage()));
      if (failure.hint() != null) {
        remark("hint: " + command(failure.hint()));
      }
    }
    if (options.verbose && failure.getCause() != null) {
      failure.getCause().printStackTrace(terminal.err());
    }
  }

  /** The {@code error} member of the JSON document of {@code failure}. */
  static Map<String, Object> document(Failure failure) {
    ExitStatus status = ExitStatus.of(failure.kind());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", status.code());
    members.put("exit", status.status());
    members.put("message", failure.getMessage());
    members.put("hint", failure.hint());
    members.putAll(failure.details());
    return members;
  }

  private void remark(String text) {
    terminal.out().flush();
    terminal.err().println("ivn: " + Printable.of(text));
  }
}
