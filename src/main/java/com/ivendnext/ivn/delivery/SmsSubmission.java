package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Letter;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of the gateway, or two where the first found no connection. */
final class SmsSubmission {
  private final SmsGateway gateway;
  private final HttpClient client;
  private final Duration patience;

  SmsSubmission(SmsGateway gateway, Wire wire) {
    this(gateway, client(wire), wire.answer());
  }

  SmsSubmission(SmsGateway gateway, HttpClient client, Duration patience) {
    this.gateway = gateway;
    this.client = client;
    this.patience = patience;
  }

  private static HttpClient client(Wire wire) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            // an offer of HTTP/2 in the clear confuses old gateways
            .version(HttpClient.Version.HTTP_1_1)
            // a redirect would carry number, code and keys to wherever it points
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(wire.connect());
    return (wire.trust() == null ? client : client.sslContext(wire.trust())).build();
  }

  /**
   * @param letter to a number in E.164
   * @throws Failure (delivery) unless the gateway answered 2xx
   */
  void send(Letter letter) {
    try {
      accept(answer(letter), letter);
    } catch (ExecutionException | TimeoutException thrown) {
      throw unreachable(thrown);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failure.delivery("the SMS was interrupted on its way");
    }
  }

  /** Where no connection came about, nothing was sent: a second try cannot repeat an SMS. */
  private HttpResponse<String> answer(Letter letter)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return call(letter);
    } catch (ExecutionException thrown) {
      if (NetworkTrouble.has(thrown, ConnectException.class)
          || NetworkTrouble.has(thrown, HttpConnectTimeoutException.class)) {
        return call(letter);
      }
      throw thrown;
    }
  }

  /** The client's own time-out ends with the head of the answer; this one covers all of it. */
  private HttpResponse<String> call(Letter letter)
      throws ExecutionException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(SmsRequest.of(gateway, letter), AnswerStart::of);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private void accept(HttpResponse<String> answer, Letter letter) {
    int status = answer.statusCode();
    if (status / 100 == 2) {
      return;
    }
    // gateways repeat a number without its plus sign too
    Redaction redaction = gateway.redaction().letter(letter).value(letter.to().substring(1));
    String line = redaction.firstLine(answer.body());
    throw Failure.delivery(
            gateway.server() + " answered " + status + (line.isEmpty() ? "" : ": " + line))
        .hint("check sms_gateway_url, sms_parameters and sms_headers");
  }

  private Failure unreachable(Exception thrown) {
    Failure network = NetworkTrouble.find(thrown, gateway.server());
    return network != null ? network : Failure.internal("the SMS gateway was not called", thrown);
  }
}
