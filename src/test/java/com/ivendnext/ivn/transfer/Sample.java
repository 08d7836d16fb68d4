package com.ivendnext.ivn.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of formats that can only be read: {@code transfer/NAME} in the resources of the tests. */
final class Sample {
  private Sample() {}

  static byte[] of(Format format) {
    return named(format.name());
  }

  /** Another file there, such as {@code aegis-encrypted}. */
  static byte[] named(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/transfer/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
