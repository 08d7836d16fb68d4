package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Flow;

/** A letter as the request that the gateway expects. */
final class SmsRequest {
  private SmsRequest() {}

  /**
   * A request that goes out once: to send a second, make a second.
   *
   * @throws Failure (data) when {@code sms_headers} or {@code sms_gateway_url} make no request
   */
  static HttpRequest of(SmsGateway gateway, Letter letter) {
    String form = form(gateway.parameters(letter));
    HttpRequest.Builder request = HttpRequest.newBuilder();
    // as Frappe says it; sms_headers may say otherwise
    request.setHeader("Accept", "text/plain, text/html, */*");
    if (!gateway.post()) {
      request.uri(withQuery(gateway.url(), form)).method("GET", new NoBodyOnce());
    } else if (gateway.json()) {
      String json = JsonObject.of(gateway.parameters(letter));
      request.uri(gateway.url()).POST(BodyPublishers.ofString(json));
    } else {
      request.uri(gateway.url()).POST(BodyPublishers.ofString(form));
      request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    }
    gateway.headers().forEach((name, value) -> header(request, name, value));
    return request.build();
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException refused) { // it quotes the value
      throw Failure.data(
              "sms_headers holds a header that cannot be set: " + Redaction.harmless(name))
          .hint("the name or the value may hold a character that headers cannot");
    }
  }

  private static String form(Map<String, String> parameters) {
    StringBuilder form = new StringBuilder();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      form.append(form.length() == 0 ? "" : "&").append(encoded(parameter.getKey()));
      form.append('=').append(encoded(parameter.getValue()));
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The query goes behind one that the URL has already, and before no fragment. */
  private static URI withQuery(URI url, String query) {
    String text = url.toString();
    String base = text.contains("#") ? text.substring(0, text.indexOf('#')) : text;
    return URI.create(base + (base.contains("?") ? "&" : "?") + query);
  }

  /**
   * No body, asked for once. When a gateway closes the connection without an answer, Java's client
   * sends a GET again by itself, and a person could get two SMS: it must ask for the length of the
   * body first, and is refused.
   */
  private static final class NoBodyOnce implements BodyPublisher {
    private boolean asked;

    @Override
    public synchronized long contentLength() {
      if (asked) {
        throw new UncheckedIOException(new IOException("the request is not sent twice"));
      }
      asked = true;
      return 0;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      BodyPublishers.noBody().subscribe(subscriber);
    }
  }
}
