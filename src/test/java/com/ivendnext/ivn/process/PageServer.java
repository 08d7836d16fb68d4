package com.ivendnext.ivn.process;

import com.ivendnext.ivn.web.Page;
import com.ivendnext.ivn.web.QrForm;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Serves the page of a QR link on the loopback, with its headers, by a clock that a test moves. */
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final Supplier<QrForm> form;

  PageServer(Supplier<QrForm> form) throws IOException {
    this.form = form;
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is, to be the site's {@code host_name}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean posted = exchange.getRequestMethod().equals("POST");
    byte[] body = exchange.getRequestBody().readAllBytes();
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> fields =
        fields(posted ? new String(body, StandardCharsets.US_ASCII) : query);
    Page page =
        posted
            ? form.get().submit(fields.get("k"), fields.get("code"))
            : form.get().show(fields.get("k"));
    Page.HEADERS.forEach(exchange.getResponseHeaders()::set);
    byte[] html = page.html().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status(), html.length);
    exchange.getResponseBody().write(html);
    exchange.close();
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String field : form == null ? new String[0] : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[pair.length - 1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
