package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.util.Set;

/** One kind of file; see the package for what an implementation keeps to. */
public interface Format {

  /** The word for {@code --as}: lower case, with dashes. */
  String name();

  /** What it is, a clause for a list of formats. */
  String about();

  /** What it can carry. */
  Set<Part> carries();

  /** Whether a file that begins so is one of these; never throws, rather says no. */
  boolean recognizes(Head head);

  /**
   * Hands everybody in a file on, one by one, and goes on after a bad row.
   *
   * @throws Failure data: it is no such file, is cut off, or beyond {@link Limits}; usage: a
   *     passphrase or key is missing
   */
  void read(Source source, Intake intake) throws IOException;

  /** Whether it can be written. */
  default boolean writable() {
    return false;
  }

  /**
   * Whether a row stands for itself, so that rejected ones can be mended in a file of their own.
   */
  default boolean byRows() {
    return false;
  }

  /** Whether every line that it writes is a URI, which can be shown as a QR code. */
  default boolean uris() {
    return false;
  }

  /** Whether what is written to such a target is closed to whoever lacks a passphrase or key. */
  default boolean encrypts(Secrets secrets) {
    return false;
  }

  /**
   * Begins a file.
   *
   * @throws Failure usage, where it can only be read
   */
  default EntryWriter writer(Target target) throws IOException {
    throw Failure.usage("format " + name() + " can be read, not written");
  }
}
