package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What came of reading a file, and the writing of one. */
record Moved(List<Entry> entries, List<Reject> rejects, String head) {

  static Moved read(Format format, byte[] file, Secrets secrets) {
    List<Entry> entries = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    Intake intake = new Intake(entries::add, rejects::add);
    Source.of(new ByteArrayInputStream(file), secrets).read(format, intake);
    return new Moved(entries, rejects, intake.head());
  }

  static Moved read(Format format, String file) {
    return read(format, file.getBytes(StandardCharsets.UTF_8), TestSecrets.NONE);
  }

  /** The one entry of a file in which nothing is rejected. */
  static Entry one(Format format, String file) {
    Moved moved = read(format, file);
    if (moved.entries.size() != 1 || !moved.rejects.isEmpty()) {
      throw new AssertionError(moved);
    }
    return moved.entries.get(0);
  }

  /** Why the one row of a file is rejected. */
  static String reason(Format format, String file) {
    Moved moved = read(format, file);
    if (!moved.entries.isEmpty() || moved.rejects.size() != 1) {
      throw new AssertionError(moved);
    }
    return moved.rejects.get(0).reason();
  }

  /** Why a file as a whole is refused. */
  static Failure refused(Format format, byte[] file, Secrets secrets) {
    try {
      throw new AssertionError(read(format, file, secrets));
    } catch (Failure failure) {
      return failure;
    }
  }

  static byte[] write(Format format, List<Entry> entries, Secrets secrets) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      EntryWriter writer = format.writer(new Target(file, true, secrets, SecureRandom::new));
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  static String text(Format format, Entry... entries) {
    return new String(write(format, List.of(entries), TestSecrets.NONE), StandardCharsets.UTF_8);
  }
}
