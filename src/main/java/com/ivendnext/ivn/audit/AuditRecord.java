package com.ivendnext.ivn.audit;

import com.ivendnext.ivn.crypto.HmacSha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One link of the chain.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param at when, to the millisecond
 * @param mac HMAC-SHA-256 over this record and the previous record's mac, lower-case hex
 */
public record AuditRecord(long sequence, Instant at, Actor actor, Event event, String mac) {
  /** What the first record follows. */
  public static final String BEFORE_THE_FIRST = "0".repeat(64);

  /** The record that follows one with {@code previousMac}. */
  static AuditRecord link(
      byte[] key, String previousMac, long sequence, Instant at, Actor actor, Event event) {
    AuditRecord open = new AuditRecord(sequence, at, actor, event, null);
    return new AuditRecord(sequence, at, actor, event, open.expectedMac(key, previousMac));
  }

  /** Whether this record is unchanged and follows the one with {@code previousMac}. */
  boolean follows(byte[] key, String previousMac) {
    byte[] expected = expectedMac(key, previousMac).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, mac.getBytes(StandardCharsets.US_ASCII));
  }

  private String expectedMac(byte[] key, String previousMac) {
    return HexFormat.of().formatHex(HmacSha256.of(key, canonical(previousMac)));
  }

  /**
   * Every field with its length before it, so that no two records share a form. The API key stands
   * last and only where there is one: records from before there were any keep their form.
   */
  private byte[] canonical(String previousMac) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(sequence);
      out.writeLong(at.toEpochMilli());
      String[] fields = {
        previousMac,
        actor.account(),
        actor.sudoUser(),
        actor.address(),
        event.action(),
        event.subject(),
        event.outcome(),
        event.detail(),
        event.reason()
      };
      for (String field : fields) {
        write(out, field);
      }
      if (actor.apiKey() != null) {
        write(out, actor.apiKey());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String field) throws IOException {
    byte[] text = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text == null ? -1 : text.length);
    out.write(text == null ? new byte[0] : text);
  }
}
