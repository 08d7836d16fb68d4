package com.ivendnext.ivn.delivery;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The first bytes of an answer, as UTF-8: a refusal's reason stands there, and nobody can fill the
 * memory with the rest. Of an acceptance nothing is read, so that a gateway which then stalls has
 * still accepted.
 */
final class AnswerStart implements BodySubscriber<String> {
  private static final int ENOUGH = 4096;

  private final CompletableFuture<String> text = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int enough;
  private Flow.Subscription subscription;

  private AnswerStart(int enough) {
    this.enough = enough;
  }

  static AnswerStart of(ResponseInfo answer) {
    return new AnswerStart(answer.statusCode() / 100 == 2 ? 0 : ENOUGH);
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Flow.Subscription started) {
    subscription = started;
    goOn();
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] chunk = new byte[Math.min(buffer.remaining(), enough - bytes.size())];
      buffer.get(chunk);
      bytes.writeBytes(chunk);
    }
    goOn();
  }

  private void goOn() {
    if (bytes.size() < enough) {
      subscription.request(1);
    } else {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable thrown) {
    text.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    text.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
