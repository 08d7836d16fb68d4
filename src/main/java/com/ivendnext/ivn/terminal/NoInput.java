package com.ivendnext.ivn.terminal;

import com.ivendnext.ivn.Failure;
import java.io.InputStream;
import java.util.function.Supplier;

/** Standard input that nobody may read. */
final class NoInput extends InputStream {
  private final Supplier<Failure> refusal;

  NoInput(Supplier<Failure> refusal) {
    this.refusal = refusal;
  }

  @Override
  public int read() {
    throw refusal.get();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    throw refusal.get();
  }
}
