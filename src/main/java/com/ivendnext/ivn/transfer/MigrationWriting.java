package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.otp.PercentEncoding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes otpauth-migration URIs, each small enough for a QR code that a phone can read. */
final class MigrationWriting implements EntryWriter {
  private static final int MOST_ACCOUNTS = 10;
  private static final int MOST_BYTES = 1_000;

  private final Writer out;
  private final int id;
  private final List<Protobuf.Message> batches = new ArrayList<>();
  private int accounts;
  private int bytes;

  MigrationWriting(Writer out, RandomGenerator random) {
    this.out = out;
    this.id = random.nextInt(Integer.MAX_VALUE);
  }

  @Override
  public void write(Entry entry) {
    List<byte[]> messages = new ArrayList<>();
    entry.keys().forEach(key -> messages.add(MigrationAccount.message(entry.user(), key)));
    messages.forEach(this::add);
  }

  private void add(byte[] message) {
    boolean full = accounts == MOST_ACCOUNTS || bytes + message.length > MOST_BYTES;
    if (batches.isEmpty() || full) {
      batches.add(new Protobuf.Message());
      accounts = 0;
      bytes = 0;
    }
    accounts++;
    bytes += message.length;
    batches.get(batches.size() - 1).bytes(1, message);
  }

  @Override
  public void finish() throws IOException {
    for (int i = 0; i < batches.size(); i++) {
      byte[] message =
          batches
              .get(i)
              .number(2, 1)
              .number(3, batches.size())
              .number(4, i)
              .number(5, id)
              .toBytes();
      String data = PercentEncoding.encode(Base64.getEncoder().encodeToString(message));
      out.write(GoogleMigration.SCHEME + "offline?data=" + data + "\n");
    }
    out.flush();
  }
}
