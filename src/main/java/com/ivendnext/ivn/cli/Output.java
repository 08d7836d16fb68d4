package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.terminal.Printable;
import com.ivendnext.ivn.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers on standard output, remarks and errors on standard error, as text or JSON. */
public final class Output {
  private final Terminal terminal;
  private final GlobalOptions options;

  Output(Terminal terminal, GlobalOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  boolean json() {
    return options.format == OutputFormat.JSON;
  }

  public TextWriter text() {
    boolean color = options.color.enabled(terminal);
    return new TextWriter(terminal.out()::print, this::command, color, terminal.unicode());
  }

  /** Prints {@code result} whole, with its warnings. */
  public void answer(Result result) {
    if (json()) {
      document(result);
      return;
    }
    result.print(text());
    result.warnings().forEach(this::warn);
  }

  /** Prints {@code document} as JSON on standard output. */
  void document(Object document) {
    JsonWriter.write(document, terminal.rawOut());
  }

  /** Says which site the following is about, where there are several. */
  void site(String name) {
    text().line(Style.BOLD, "Site " + name);
  }

  /** {@code advice} with the site that this run names in the commands that need one. */
  String command(String advice) {
    if (options.site == null) {
      return advice;
    }
    return Pattern.compile("\\bivn (?=(user|role|otp|recovery|status|set-config|show-config)\\b)")
        .matcher(advice)
        .replaceAll(Matcher.quoteReplacement("ivn --site " + options.site + " "));
  }

  /** Something that the person should know; nothing in JSON, whose document holds the fact. */
  public void warn(String warning) {
    if (!json()) {
      remark("warning: " + command(warning));
    }
  }

  /** Progress for people, never part of the answer. */
  public void note(String note) {
    if (!json()) {
      remark("note: " + note);
    }
  }

  void error(Failure failure) {
    if (json()) {
      terminal.err().print(JsonWriter.text(Map.of("error", document(failure))));
    } else {
      remark(failure.getMessage());
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
