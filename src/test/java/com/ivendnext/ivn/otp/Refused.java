package com.ivendnext.ivn.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.api.function.Executable;

/** Expects a usage failure. */
final class Refused {

  private Refused() {}

  /** All that a person would see of it. */
  static String words(Executable refused) {
    Failure failure = assertThrows(Failure.class, refused);
    assertEquals(Failure.Kind.USAGE, failure.kind());
    return failure.hint() == null
        ? failure.getMessage()
        : failure.getMessage() + "; " + failure.hint();
  }
}
