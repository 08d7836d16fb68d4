package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ivendnext.ivn.Failure;
import org.junit.jupiter.api.function.Executable;

/** What must fail. */
final class Refusal {
  private Refusal() {}

  static Failure of(Executable attempt) {
    return assertThrows(Failure.class, attempt);
  }
}
