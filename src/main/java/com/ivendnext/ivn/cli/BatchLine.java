package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs one line of a batch. In text it prints what the command prints, errors with the line; in
 * JSON one line with the command's document or error inside.
 */
final class BatchLine {
  /** They wait for somebody, run others themselves, or need the stores to themselves. */
  private static final Set<String> REFUSED =
      Set.of("batch", "quickstart", "serve", "login", "restore");

  private final CommandTree tree;
  private final Context context;
  private final GlobalOptions options;

  /**
   * @param options what the lines leave open
   */
  BatchLine(CommandTree tree, Context context, GlobalOptions options) {
    this.tree = tree;
    this.context = context;
    this.options = options;
  }

  /** The exit status of the command; everything has been printed. */
  ExitStatus run(int number, List<String> words) {
    String path = null;
    try {
      path = tree.route(words).map(CommandEntry::path).orElse(null);
      if (path != null && REFUSED.contains(path)) {
        throw Failure.usage("ivn " + path + " is not for a batch");
      }
    } catch (Failure failure) {
      return fail(number, path, failure);
    }
    GlobalOptions inherited = options.forLine("line " + number);
    if (!inherited.oneLine) {
      return new Runner(tree, context).run(words, inherited);
    }
    Captured captured = new Captured();
    ExitStatus status = new Runner(tree, captured.in(context)).run(words, inherited);
    print(number, path, status, captured.members());
    context.terminal().err().print(captured.remarks());
    return status;
  }

  /** Prints that a line could not be run; its exit status. */
  ExitStatus fail(int number, String path, Failure failure) {
    ExitStatus status = ExitStatus.of(failure.kind());
    GlobalOptions inherited = options.forLine("line " + number);
    if (inherited.oneLine) {
      String error = JsonWriter.line(Map.of("error", Output.document(failure)));
      print(number, path, status, error.substring(1));
    } else {
      new Output(context.terminal(), inherited).error(failure);
    }
    return status;
  }

  /**
   * Prints a line of JSON.
   *
   * @param members what comes behind the members that every line has, up to the closing brace
   */
  private void print(int number, String path, ExitStatus status, String members) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", number);
    line.put("command", path);
    line.put("exit", status.status());
    String head = JsonWriter.line(line).stripTrailing();
    context.terminal().out().print(head.substring(0, head.length() - 1));
    context.terminal().out().print("," + members.stripTrailing() + "\n");
    context.terminal().out().flush();
  }

  /** What a command prints. */
  private static final class Captured {
    private static final String ERROR = "{\"error\":";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Context in(Context context) {
      Terminal terminal =
          Terminal.on(InputStream.nullInputStream(), out, err).env(context.environment()).build();
      return context.with(terminal.withoutInput(BatchRun::noInput), context.opener());
    }

    /** The document or the error, as members of an object up to its closing brace. */
    String members() {
      String error = err.toString(StandardCharsets.UTF_8);
      if (error.startsWith(ERROR)) {
        return error.substring(1, end(error));
      }
      String answer = out.toString(StandardCharsets.UTF_8);
      boolean document = answer.startsWith("{");
      return document ? "\"result\":" + answer.stripTrailing() + "}" : text(answer);
    }

    /** Help, and whatever else a line asks for as text. */
    private static String text(String answer) {
      return JsonWriter.line(Map.of("text", answer)).substring(1);
    }

    /** What stands on standard error beside the error: a trace. */
    String remarks() {
      String error = err.toString(StandardCharsets.UTF_8);
      return error.startsWith(ERROR) ? error.substring(end(error)) : error;
    }

    private static int end(String error) {
      return error.indexOf('\n') + 1;
    }
  }
}
