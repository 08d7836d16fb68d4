package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads until when something lasts: a length of time from now, or a moment. */
public final class Deadline {
  private Deadline() {}

  /**
   * The moment that exactly one of these gives.
   *
   * @param length a whole number of minutes, hours or days: {@code 30m}, {@code 24h}, {@code 7d}
   * @param moment a day, whose beginning in UTC is meant, or an instant as in RFC 3339
   * @throws Failure (usage) when both, neither, or something else is given
   */
  public static Instant of(String length, String moment, Instant now) {
    if ((length == null) == (moment == null)) {
      throw Failure.usage("tell until when: --for TIME or --until DATE");
    }
    return length == null ? moment(moment) : now.plus(length(length));
  }

  /**
   * The moment that {@code typed} means: so long before now, or the moment itself.
   *
   * @throws Failure (usage) when it is neither
   */
  public static Instant ago(String typed, Instant now) {
    return typed.matches("[0-9]+[a-z]") ? now.minus(length(typed)) : moment(typed);
  }

  private static Duration length(String typed) {
    if (!typed.matches("[0-9]{1,6}[mhd]")) {
      throw Failure.usage("a length of time is a whole number and m, h or d")
          .hint("for example 30m, 24h or 7d");
    }
    long number = Long.parseLong(typed.substring(0, typed.length() - 1));
    return switch (typed.charAt(typed.length() - 1)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static Instant moment(String typed) {
    try {
      return typed.indexOf('T') < 0
          ? LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(typed);
    } catch (DateTimeException notADate) {
      throw Failure.usage("a date is written 2026-12-01 or 2026-12-01T18:00:00Z");
    }
  }
}
