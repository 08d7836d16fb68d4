package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.api.function.Executable;

/** Tests of what goes wrong. */
final class Failing {

  private Failing() {}

  static Failure with(Failure.Kind kind, Executable action) {
    Failure failure = assertThrows(Failure.class, action);
    assertEquals(kind, failure.kind(), failure.getMessage());
    return failure;
  }

  static Failure withData(Executable action) {
    return with(Failure.Kind.DATA, action);
  }

  static Failure withUsage(Executable action) {
    return with(Failure.Kind.USAGE, action);
  }
}
