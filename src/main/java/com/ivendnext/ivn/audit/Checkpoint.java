package com.ivendnext.ivn.audit;

import com.ivendnext.ivn.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What stands in the place of records that were pruned: the chain goes on behind it.
 *
 * @param count the sequence of the last record that was removed
 * @param mac that record's mac, which the first remaining record follows
 * @param seal HMAC-SHA-256 over both, lower-case hex: nobody without the key can cut elsewhere
 */
public record Checkpoint(long count, String mac, String seal) {
  /** It is sealed with the key of the records to come, and anew when that key changes. */
  static final long KEY = Long.MAX_VALUE;

  /** The checkpoint behind {@code last}. */
  static Checkpoint behind(AuditRecord last, byte[] key) {
    return new Checkpoint(last.sequence(), last.mac(), seal(last.sequence(), last.mac(), key));
  }

  /** The same under another key; one that ivn did not write stays what it is. */
  public Checkpoint sealedAnew(byte[] before, byte[] after) {
    return isGenuine(before) ? new Checkpoint(count, mac, seal(count, mac, after)) : this;
  }

  /** Whether ivn wrote it, with that key. */
  boolean isGenuine(byte[] key) {
    byte[] expected = seal(count, mac, key).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, seal.getBytes(StandardCharsets.US_ASCII));
  }

  /** No record begins with these letters where they have their sequence number. */
  private static String seal(long count, String mac, byte[] key) {
    byte[] text = ("ivn audit checkpoint " + count + " " + mac).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(HmacSha256.of(key, text));
  }
}
