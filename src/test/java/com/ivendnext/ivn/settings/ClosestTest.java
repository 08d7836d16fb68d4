package com.ivendnext.ivn.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestTest {
  private static final List<String> WORDS =
      List.of("status", "user enroll", "All", "use", "user enable");

  @ParameterizedTest
  @CsvSource(
      value = {
        "statsu,status",
        "staus,status",
        "user enrol,user enroll",
        "all,All",
        "ALL,All",
        "Al,All",
        "usr,use",
        "sta,status",
        "STAT,status",
        "st,NULL",
        "user e,NULL",
        "user enr,user enroll",
        "x,NULL",
        "completely else,NULL",
        "'',NULL"
      },
      nullValues = "NULL")
  void finds_the_word_behind_a_slip_and_no_other(String typed, String meant) {
    assertEquals(meant, Closest.to(typed, WORDS));
  }
}
