package com.ivendnext.ivn.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the HTTP library itself refuses, answered as everything else is. */
final class JsonErrors extends ErrorHandler {

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    byte[] body = body(code);
    response.setStatus(code);
    headers(response.getHeaders());
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static void headers(HttpFields.Mutable fields) {
    Answer.ALWAYS.forEach(fields::put);
    fields.put("Content-Type", "application/json");
  }

  /** The library's own reason may quote the request. */
  private static byte[] body(int status) {
    return Answer.error(status, "ValidationError", HttpStatus.getMessage(status))
        .body()
        .getBytes(StandardCharsets.UTF_8);
  }
}
