package com.ivendnext.ivn.terminal;

import com.ivendnext.ivn.Failure;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The three standard streams of one run, and what is known of the terminal behind them. */
public final class Terminal {
  private static final int DEFAULT_COLUMNS = 80;

  private final Input in;
  private final Output rawOut;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean inIsTty;
  private final boolean outIsTty;
  private final boolean errIsTty;
  private final boolean unicode;
  private final Map<String, String> env;
  private final SecretPrompt secretPrompt;
  private final IntSupplier window;
  private int columns;

  Terminal(TerminalBuilder from) {
    in = new Input(from.in);
    rawOut = new Output(from.out);
    inIsTty = from.inIsTty;
    outIsTty = from.outIsTty;
    errIsTty = from.errIsTty;
    unicode = from.utf8;
    env = from.env;
    secretPrompt = from.secretPrompt;
    window = from.window;
    out = writer(rawOut, outIsTty);
    err = writer(new Output(from.err), true);
  }

  private Terminal(Terminal from, InputStream noInput) {
    in = new Input(noInput);
    rawOut = from.rawOut;
    inIsTty = false;
    outIsTty = from.outIsTty;
    errIsTty = from.errIsTty;
    unicode = from.unicode;
    env = from.env;
    secretPrompt = null;
    window = from.window;
    out = from.out;
    err = from.err;
  }

  /**
   * Starts with streams of which none is a tty, an empty environment, and UTF-8.
   *
   * @param out where write errors come out as IOException: not a {@link java.io.PrintStream}, which
   *     would hide a full disk from {@link #finish}
   */
  public static TerminalBuilder on(InputStream in, OutputStream out, OutputStream err) {
    return new TerminalBuilder(in, out, err);
  }

  /**
   * The same terminal for a run that is to read nothing from standard input.
   *
   * @param refusal what trying to read it throws
   */
  public Terminal withoutInput(Supplier<Failure> refusal) {
    return new Terminal(this, new NoInput(refusal));
  }

  private PrintWriter writer(OutputStream stream, boolean flushLines) {
    Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    Writer text = new OutputStreamWriter(stream, charset);
    return new PrintWriter(unicode ? text : new AsciiWriter(text), flushLines);
  }

  /**
   * Standard output for text: UTF-8, or else ASCII in which other characters stand as <code>
   * &#92;u00fc</code>. Buffered, up to the end of the line where it is a tty. Never fails; see
   * {@link #finish}.
   */
  public PrintWriter out() {
    return out;
  }

  /** Standard error for text, as {@link #out}, written out at the end of each line. */
  public PrintWriter err() {
    return err;
  }

  /**
   * Standard output for bytes, such as JSON (always UTF-8) or a picture, after the text so far.
   * Unbuffered. Never fails, and closing it only flushes; see {@link #finish}.
   */
  public OutputStream rawOut() {
    out.flush();
    return rawOut;
  }

  /** Standard input for bytes, unbuffered; what is read here nothing else reads. */
  public InputStream rawIn() {
    return in.source();
  }

  /** Whether nobody reads standard output any more; a long listing may then stop early. */
  public boolean outClosed() {
    return rawOut.closedPipe();
  }

  /**
   * Writes out what is buffered. A closed pipe on standard output is success, and standard error
   * may fail unseen.
   *
   * @throws Failure data, if anything could not be written to standard output
   */
  public void finish() {
    out.flush();
    err.flush();
    Failure failure = rawOut.failure();
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether a person can be asked: standard input and standard error are a tty. */
  public boolean interactive() {
    return inIsTty && errIsTty;
  }

  public boolean outIsTty() {
    return outIsTty;
  }

  public boolean errIsTty() {
    return errIsTty;
  }

  /** Whether text may hold more than ASCII, such as half blocks. */
  public boolean unicode() {
    return unicode;
  }

  /** A variable of the environment, or null. */
  String env(String name) {
    return env.get(name);
  }

  /** The width of the screen in columns: COLUMNS, else what the tty says, else 80. */
  public int columns() {
    if (columns == 0) {
      columns = findColumns();
    }
    return columns;
  }

  private int findColumns() {
    int width = WindowWidth.positive(env.get("COLUMNS"));
    if (width == 0 && (inIsTty || outIsTty || errIsTty)) {
      width = window.getAsInt();
    }
    return width > 0 ? width : DEFAULT_COLUMNS;
  }

  /**
   * Asks on standard error and reads one line of UTF-8.
   *
   * @return the line without its end, or null at the end of input
   * @throws Failure usage, if the line is over 64 KiB or not UTF-8; data, if reading fails
   */
  public String readLine(String prompt) {
    ask(prompt);
    String line = in.line();
    if (line == null) {
      err.println(); // the tty shows no line end for Ctrl-D
    }
    return line;
  }

  /**
   * Asks on standard error and reads one line that is not shown.
   *
   * @return the line without its end, or null at the end of input; the caller may wipe it
   * @throws Failure usage, if there is no terminal to type at
   */
  public char[] readSecret(String prompt) {
    if (secretPrompt == null) {
      throw Failure.usage("there is no terminal to type a secret at");
    }
    ask(prompt);
    return secretPrompt.read();
  }

  private void ask(String prompt) {
    out.flush();
    err.print(prompt);
    err.flush();
  }

  /**
   * All the rest of standard input.
   *
   * @throws Failure usage, if it is over limitBytes; data, if reading fails
   */
  public byte[] readAll(int limitBytes) {
    return in.rest(limitBytes);
  }
}
