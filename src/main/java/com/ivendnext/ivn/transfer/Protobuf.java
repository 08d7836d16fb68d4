package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The wire form of Protocol Buffers, as far as a flat message needs it: numbers and
 * length-delimited bytes (https://protobuf.dev/programming-guides/encoding).
 */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED_32 = 5;
  private static final int TYPE_BITS = 3;

  private Protobuf() {}

  /** Hears the fields of a message in their order. */
  interface Fields {
    /** A field with a number, or with bytes where they are not null. */
    void field(int field, long number, byte[] bytes);
  }

  /**
   * Reads a message.
   *
   * @throws Failure data, where it breaks off or is damaged
   */
  static void read(byte[] message, Fields fields) {
    Reader reader = new Reader(message);
    while (reader.position < message.length) {
      long tag = reader.varint();
      int field = (int) (tag >>> TYPE_BITS);
      switch ((int) tag & 7) {
        case VARINT -> fields.field(field, reader.varint(), null);
        case BYTES -> fields.field(field, 0, reader.bytes(reader.varint()));
        case FIXED_64 -> reader.bytes(Long.BYTES);
        case FIXED_32 -> reader.bytes(Integer.BYTES);
        default -> throw damaged();
      }
    }
  }

  private static Failure damaged() {
    return Failure.data("the data of the URI breaks off or is damaged");
  }

  private static final class Reader {
    private final byte[] message;
    private int position;

    Reader(byte[] message) {
      this.message = message;
    }

    long varint() {
      long number = 0;
      for (int shift = 0; shift < Long.SIZE; shift += 7) {
        if (position == message.length) {
          throw damaged();
        }
        byte next = message[position++];
        number |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return number;
        }
      }
      throw damaged();
    }

    byte[] bytes(long length) {
      if (length < 0 || length > message.length - position) {
        throw damaged();
      }
      position += (int) length;
      return Arrays.copyOfRange(message, position - (int) length, position);
    }
  }

  /** Puts a message together. */
  static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message number(int field, long number) {
      varint(((long) field << TYPE_BITS) + VARINT);
      varint(number);
      return this;
    }

    Message bytes(int field, byte[] content) {
      varint((long) field << TYPE_BITS | BYTES);
      varint(content.length);
      bytes.writeBytes(content);
      return this;
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private void varint(long number) {
      long rest = number;
      for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
        bytes.write((int) (rest & 0x7f | 0x80));
      }
      bytes.write((int) rest);
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }
}
