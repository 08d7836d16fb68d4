package com.ivendnext.ivn.process;

/**
 * What somebody types at a terminal: expect(1) runs the program on a pseudo terminal. The outcome
 * has the status of the program (or {@link #UNSEEN} where it did not show what was waited for) and
 * on stdout all that the terminal showed, with LF as line end.
 */
final class Dialog {
  /** The status where a text did not appear: in time, or before the program ended. */
  static final int UNSEEN = 99;

  private static final String PROLOGUE =
      """
      set timeout 60
      match_max 1000000
      set stty_init "rows 50 cols %d"
      proc see {text} {
        expect {
          -ex $text {}
          timeout {exit %2$d}
          eof {exit %2$d}
        }
      }
      spawn -noecho {*}$argv
      """;

  private static final String EPILOGUE =
      """
      expect {
        eof {}
        timeout {exit %d}
      }
      exit [lindex [wait] 3]
      """;

  private final StringBuilder script = new StringBuilder();

  private Dialog() {}

  /** Starts on a terminal of that many columns. */
  static Dialog at(int columns) {
    Tool.need("expect");
    Dialog dialog = new Dialog();
    dialog.script.append(String.format(PROLOGUE, columns, UNSEEN));
    return dialog;
  }

  /** Waits until the terminal shows a text, which has no braces. */
  Dialog see(String text) {
    script.append("see {").append(text).append("}\n");
    return this;
  }

  /** Types a line. */
  Dialog type(String line) {
    script.append("send -- {").append(line).append("}\nsend \"\\r\"\n");
    return this;
  }

  /** Presses Ctrl and a letter. */
  Dialog press(char letter) {
    script.append(String.format("send \\x%02x\n", letter & 0x1f));
    return this;
  }

  /** Runs a command about the site of a bench and has this dialog with it. */
  RealIvn.Outcome with(RealBench bench, String... command) {
    return by(bench.through("expect", "-"), command);
  }

  /** The same by a call that ends in {@code expect -}. */
  RealIvn.Outcome by(RealIvn expect, String... command) {
    String text = script + String.format(EPILOGUE, UNSEEN);
    RealIvn.Outcome outcome = expect.with("TERM", "xterm-256color").typing(text).run(command);
    return new RealIvn.Outcome(
        outcome.status(), outcome.out().replace("\r\n", "\n"), outcome.err());
  }
}
