package com.ivendnext.ivn.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format keeps to. */
class FormatContractTest {
  private static final int CUTS = 60;
  private static final int STRAWS = 400;

  static List<Format> formats() {
    return Formats.all();
  }

  static List<Format> written() {
    return Formats.all().stream().filter(Format::writable).toList();
  }

  /** Whom the format can carry, with what it keeps of them. */
  private static List<Entry> fitting(Format format) {
    List<Entry> fitting = new ArrayList<>();
    for (Entry entry : People.all()) {
      Entry kept = People.carried(entry, format.carries());
      boolean several = format.carries().contains(Part.USER) || fitting.isEmpty();
      if (several && worthwhile(kept, format) && writes(format, kept)) {
        fitting.add(kept);
      }
    }
    return fitting;
  }

  private static boolean worthwhile(Entry entry, Format format) {
    return !entry.keys().isEmpty() || format.carries().contains(Part.PROFILE);
  }

  private static boolean writes(Format format, Entry entry) {
    try {
      Moved.write(format, List.of(entry), TestSecrets.NONE);
      return true;
    } catch (Failure cannot) {
      return false;
    }
  }

  private static byte[] sample(Format format) {
    return format.writable()
        ? Moved.write(format, fitting(format), TestSecrets.NONE)
        : Sample.of(format);
  }

  @Test
  void every_name_is_a_word_of_its_own() {
    Set<String> names = new HashSet<>();
    for (Format format : Formats.all()) {
      assertTrue(format.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), format.name());
      assertTrue(names.add(format.name()), format.name());
      assertSame(format, Formats.named(format.name()));
      assertFalse(format.about().isBlank() || format.about().endsWith("."), format.about());
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void reads_back_what_it_wrote(Format format) {
    List<Entry> people = fitting(format);
    assertFalse(people.isEmpty());
    Moved moved = Moved.read(format, sample(format), TestSecrets.NONE);
    assertEquals(List.of(), moved.rejects());
    assertEquals(people, People.merged(moved.entries()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void is_recognized_by_how_it_begins_and_as_nothing_else(Format format) {
    Head head =
        new Head(Arrays.copyOf(sample(format), Math.min(Head.BYTES, sample(format).length)));
    List<Format> guesses = Formats.all().stream().filter(each -> each.recognizes(head)).toList();
    assertEquals(List.of(format), guesses);
    assertSame(format, Formats.of(head));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_guess_never_throws(Format format) {
    for (byte[] straw : straws()) {
      format.recognizes(new Head(straw));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void hostile_bytes_are_refused_in_words(Format format) {
    for (byte[] straw : straws()) {
      survives(format, straw);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_damaged_file_is_refused_in_words(Format format) {
    byte[] sample = sample(format);
    Random random = new Random(7);
    for (int i = 0; i < STRAWS; i++) {
      byte[] damaged = sample.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      survives(format, damaged);
    }
  }

  /** Failure or rejects; nothing else may come out, and no message may quote a secret. */
  private static void survives(Format format, byte[] file) {
    try {
      for (Reject reject : Moved.read(format, file, TestSecrets.NONE).rejects()) {
        quotesNothing(reject.reason());
      }
    } catch (Failure failure) {
      assertTrue(
          failure.kind() == Failure.Kind.DATA || failure.kind() == Failure.Kind.USAGE,
          failure.toString());
      quotesNothing(failure.getMessage());
    }
  }

  private static void quotesNothing(String message) {
    assertFalse(message.contains(People.SECRET.base32().substring(4, 24)), message);
    assertFalse(message.contains(People.OTHER.base32().substring(4, 24)), message);
  }

  /** What comes before the cut may be taken, but as it was; nothing half-read. */
  @ParameterizedTest
  @MethodSource("formats")
  void nothing_is_half_read_of_a_file_that_is_cut_off(Format format) {
    assumeTrue(!format.byRows());
    byte[] sample = sample(format);
    List<Entry> whole = Moved.read(format, sample, TestSecrets.NONE).entries();
    for (int i = 1; i < CUTS; i++) {
      byte[] cut = Arrays.copyOf(sample, (int) ((sample.length - 1L) * i / CUTS));
      List<Entry> taken = new ArrayList<>();
      Intake intake = new Intake(taken::add, reject -> {});
      read(format, cut, intake);
      for (Entry entry : taken) {
        assertTrue(whole.stream().anyMatch(person -> within(entry, person)));
      }
    }
  }

  private static void read(Format format, byte[] file, Intake intake) {
    try {
      Source.of(new ByteArrayInputStream(file), TestSecrets.NONE).read(format, intake);
    } catch (Failure refused) {
      // as it should
    }
  }

  private static boolean within(Entry entry, Entry whole) {
    return Objects.equals(entry.user(), whole.user())
        && whole.keys().containsAll(entry.keys())
        && whole.recoveryCodes().containsAll(entry.recoveryCodes());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void rows_that_can_be_mended_know_their_text(Format format) {
    assumeTrue(format.byRows());
    for (Entry entry : Moved.read(format, sample(format), TestSecrets.NONE).entries()) {
      assertFalse(entry.row().text().isEmpty());
      assertEquals("row " + entry.row().number(), entry.row().toString());
    }
  }

  @Test
  void nobody_shows_what_is_secret() {
    String shown = People.all().toString();
    for (String secret : List.of(People.SECRET.base32(), People.HASH, "12345678")) {
      assertFalse(shown.contains(secret), shown);
    }
  }

  private static List<byte[]> straws() {
    List<byte[]> straws = new ArrayList<>();
    straws.add(new byte[0]);
    straws.add(new byte[200_000]);
    for (String text :
        List.of(
            "\n",
            "\ufeff",
            "{}",
            "[]",
            "null",
            "{\"a\":" + "[".repeat(100_000),
            "<a>".repeat(100_000),
            "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>",
            "<?xml version=\"1.0\"?><KeyContainer/>",
            ",".repeat(100_000),
            "\"".repeat(100_000),
            "\"" + "x,\n".repeat(5_000),
            "otpauth://totp/" + "A".repeat(100_000),
            "otpauth-migration://offline?data=" + "A".repeat(60_000),
            "HOTP/T30 user - " + "00".repeat(30_000),
            "A".repeat(100_000))) {
      straws.add(text.getBytes(StandardCharsets.UTF_8));
    }
    Random random = new Random(4226);
    for (int i = 0; i < STRAWS; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      straws.add(noise);
    }
    return straws;
  }
}
