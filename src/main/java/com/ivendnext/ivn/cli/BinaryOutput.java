package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.PrivateFile;
import java.io.IOException;

/** Bytes as the answer of a command. */
public final class BinaryOutput {
  private BinaryOutput() {}

  /**
   * Writes to standard output.
   *
   * @throws Failure usage: it is a terminal, or the answer is to be JSON
   */
  public static void write(Invocation invocation, PrivateFile.Content content) {
    if (invocation.output().json() || invocation.context().terminal().outIsTty()) {
      throw Failure.usage("what goes to standard output is no text")
          .hint("redirect it, or name a file with -o FILE");
    }
    try {
      content.writeTo(invocation.context().terminal().rawOut());
    } catch (IOException e) {
      throw Failure.data("cannot write to standard output: " + e.getMessage()).cause(e);
    }
  }
}
