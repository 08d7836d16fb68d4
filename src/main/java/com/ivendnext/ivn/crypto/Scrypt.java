package com.ivendnext.ivn.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * scrypt (RFC 7914) with block size 8 and parallelization 1, as the age format has it. It takes 1
 * KiB × cost of memory, which is what makes guessing dear.
 */
public final class Scrypt {
  private static final int BLOCK_SIZE = 8;
  private static final int INTS = 32 * BLOCK_SIZE;
  private static final int CHUNK = 16;

  private Scrypt() {}

  /**
   * Derives a key.
   *
   * @param costLog the logarithm to base 2 of the cost parameter N, 1 to 20
   * @param length bytes wanted
   */
  public static byte[] derive(byte[] password, byte[] salt, int costLog, int length) {
    int[] block = ints(stretch(password, salt, 4 * INTS));
    mix(block, 1 << costLog);
    return stretch(password, bytes(block), length);
  }

  /** PBKDF2 (RFC 8018) with HMAC-SHA-256 and one iteration. */
  private static byte[] stretch(byte[] password, byte[] salt, int length) {
    byte[] key = password.length == 0 ? new byte[1] : password; // HMAC pads with zeros anyway
    ByteBuffer out = ByteBuffer.allocate(length + 32);
    byte[] message = Arrays.copyOf(salt, salt.length + 4);
    for (int i = 1; out.position() < length; i++) {
      ByteBuffer.wrap(message).putInt(salt.length, i);
      out.put(HmacSha256.of(key, message));
    }
    return Arrays.copyOf(out.array(), length);
  }

  /** scryptROMix of RFC 7914 section 5. */
  private static void mix(int[] x, int cost) {
    int[][] memory = new int[cost][];
    int[] scratch = new int[INTS];
    for (int i = 0; i < cost; i++) {
      memory[i] = x.clone();
      mixBlock(x, scratch);
    }
    for (int i = 0; i < cost; i++) {
      int[] other = memory[x[INTS - CHUNK] & (cost - 1)];
      for (int k = 0; k < INTS; k++) {
        x[k] ^= other[k];
      }
      mixBlock(x, scratch);
    }
  }

  /** scryptBlockMix of section 4: even chunks to the first half, odd ones to the second. */
  private static void mixBlock(int[] block, int[] scratch) {
    int[] x = Arrays.copyOfRange(block, INTS - CHUNK, INTS);
    for (int i = 0; i < 2 * BLOCK_SIZE; i++) {
      for (int k = 0; k < CHUNK; k++) {
        x[k] ^= block[CHUNK * i + k];
      }
      salsa(x);
      int place = i / 2 + (i % 2) * BLOCK_SIZE;
      System.arraycopy(x, 0, scratch, CHUNK * place, CHUNK);
    }
    System.arraycopy(scratch, 0, block, 0, INTS);
  }

  /** Salsa20/8 of section 3. */
  private static void salsa(int[] in) {
    int[] x = in.clone();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 4; i++) {
        quarter(x, 5 * i, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
      }
      for (int i = 0; i < 4; i++) {
        int row = 4 * i;
        quarter(x, 5 * i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
      }
    }
    for (int i = 0; i < CHUNK; i++) {
      in[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }

  private static int[] ints(byte[] bytes) {
    int[] ints = new int[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
    return ints;
  }

  private static byte[] bytes(int[] ints) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * ints.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(ints);
    return bytes.array();
  }
}
