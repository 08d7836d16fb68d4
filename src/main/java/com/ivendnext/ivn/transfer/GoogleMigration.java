package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.PercentEncoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What Google Authenticator shows as QR codes to move to another phone: {@code
 * otpauth-migration://offline?data=…}, base64 of a Protocol Buffers message with up to some ten
 * authenticators; one URI a line. A set of several URIs is complete when as many different ones are
 * there as it says: its own numbering is known to be wrong at times and is not looked at.
 */
final class GoogleMigration implements Format {
  static final String SCHEME = "otpauth-migration://";

  @Override
  public String name() {
    return "google-migration";
  }

  @Override
  public String about() {
    return "otpauth-migration URIs of Google Authenticator, or a picture of their QR codes";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.firstLineStartsWith(SCHEME);
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public boolean uris() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    Sets sets = new Sets(intake);
    source
        .lines()
        .each(
            intake,
            row -> {
              sets.read(row);
              return null;
            });
    sets.requireComplete();
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) {
    return new MigrationWriting(target.text(), target.random().get());
  }

  /** The message in a URI. */
  private static byte[] message(String uri) {
    String start = SCHEME + "offline?";
    if (!uri.toLowerCase(Locale.ROOT).startsWith(start)) {
      throw Failure.data("not an otpauth-migration URI");
    }
    for (String parameter : uri.substring(start.length()).split("&")) {
      if (parameter.startsWith("data=")) {
        return base64(PercentEncoding.decode(parameter.substring("data=".length())));
      }
    }
    throw Failure.data("the URI has no data");
  }

  /** A plus stands for itself; a space for the plus that some program took for one. */
  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder()
          .decode(text.replace(' ', '+').replace('-', '+').replace('_', '/').replace("=", ""));
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote what was read
      throw Failure.data("the data of the URI is not base64");
    }
  }

  /** The URIs of one file. */
  private static final class Sets {
    private final Intake intake;
    private final Map<Long, Batches> byId = new HashMap<>();

    /** What there is of one set. */
    private static final class Batches {
      private final Set<Integer> seen = new HashSet<>();
      private Row last;
      private long size;
    }

    Sets(Intake intake) {
      this.intake = intake;
    }

    void read(Row row) {
      byte[] message = message(row.text());
      List<byte[]> accounts = new ArrayList<>();
      long[] numbers = new long[6];
      Protobuf.read(
          message,
          (field, number, bytes) -> {
            if (field == 1 && bytes != null) {
              accounts.add(bytes);
            } else if (field < numbers.length) {
              numbers[Math.max(0, field)] = number;
            }
          });
      if (accounts.isEmpty()) {
        throw Failure.data("there is nobody in the data of the URI");
      }
      Batches batches = byId.computeIfAbsent(numbers[5], id -> new Batches());
      batches.seen.add(Arrays.hashCode(message));
      batches.last = row;
      batches.size = Math.max(batches.size, numbers[3]);
      accounts.forEach(account -> intake.take(row, () -> MigrationAccount.entry(row, account)));
    }

    void requireComplete() {
      for (Batches batches : byId.values()) {
        if (batches.seen.size() < batches.size) {
          Row row = Row.of(batches.last.number());
          intake.take(row, () -> missing(batches));
        }
      }
    }

    private static Entry missing(Batches batches) {
      throw Failure.data(
          "this set has "
              + batches.size
              + " QR codes, and only "
              + batches.seen.size()
              + " are here");
    }
  }
}
