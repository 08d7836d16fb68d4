package com.ivendnext.ivn.web;

import java.io.ByteArrayOutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/** Reads a body as it comes in; no thread waits for one that comes slowly. */
final class RequestBody implements Runnable {
  private final Request request;
  private final int limit;
  private final Reader reader;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  /** Gets one of these, once. */
  interface Reader {
    void whole(byte[] body);

    /**
     * @param status of HTTP
     */
    void refuse(int status, String why);
  }

  /**
   * @param limit in bytes
   */
  RequestBody(Request request, int limit, Reader reader) {
    this.request = request;
    this.limit = limit;
    this.reader = reader;
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        reader.refuse(400, "the body ends early or is damaged");
        return;
      }
      take(chunk);
      if (read.size() > limit) {
        reader.refuse(413, "the body is too large");
        return;
      }
      if (chunk.isLast()) {
        reader.whole(read.toByteArray());
        return;
      }
    }
  }

  private void take(Content.Chunk chunk) {
    read.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
    chunk.release();
  }
}
