package com.ivendnext.ivn.web;

import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens, and tells it in Prometheus' text format 0.0.4. */
final class Metrics {
  private static final long[] BOUNDS_MILLIS = {
    1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000
  };
  private static final String LOGINS = "ivn_logins_total";
  private static final String RESPONSES = "ivn_http_responses_total";
  private static final String REJECTED = "ivn_codes_rejected_total";

  private final LongAdder accepted = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final Map<String, LongAdder> labelled = new ConcurrentSkipListMap<>();
  private final LongAdder[] buckets = new LongAdder[BOUNDS_MILLIS.length + 1];
  private final LongAdder nanos = new LongAdder();
  private final AtomicInteger inFlight = new AtomicInteger();

  Metrics() {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  /** A code of an application was looked at, or not. */
  void code(Reason reason) {
    switch (reason) {
      case ACCEPTED -> accepted.increment();
      case THROTTLED -> throttled.increment();
      default -> count(REJECTED + "{reason=\"" + reason.word() + "\"}");
    }
  }

  /** A step of a login came to an end. */
  void login(String step, String outcome) {
    count(LOGINS + "{step=\"" + step + "\",outcome=\"" + outcome + "\"}");
  }

  /**
   * A request was answered.
   *
   * @param tookNanos from its first byte to its answer
   */
  void answered(int status, long tookNanos) {
    count(RESPONSES + "{status=\"" + status + "\"}");
    int bucket = 0;
    while (bucket < BOUNDS_MILLIS.length && tookNanos > BOUNDS_MILLIS[bucket] * 1_000_000) {
      bucket++;
    }
    buckets[bucket].increment();
    nanos.add(tookNanos);
  }

  /** The requests in work. */
  AtomicInteger inFlight() {
    return inFlight;
  }

  private void count(String series) {
    labelled.computeIfAbsent(series, name -> new LongAdder()).increment();
  }

  String text() {
    StringBuilder out = new StringBuilder(2048);
    head(out, "ivn_codes_accepted_total", "counter", "Codes of applications that were accepted.");
    sample(out, "ivn_codes_accepted_total", accepted.sum());
    head(out, "ivn_codes_throttled_total", "counter", "Codes of applications not looked at.");
    sample(out, "ivn_codes_throttled_total", throttled.sum());
    family(out, REJECTED, "Codes of applications that were rejected, by reason.");
    family(out, LOGINS, "Steps of logins, by outcome.");
    family(out, RESPONSES, "Answers, by status.");
    head(out, "ivn_http_requests_in_flight", "gauge", "Requests in work.");
    sample(out, "ivn_http_requests_in_flight", inFlight.get());
    histogram(out);
    return out.toString();
  }

  private void family(StringBuilder out, String name, String help) {
    head(out, name, "counter", help);
    labelled.forEach(
        (series, count) -> {
          if (series.startsWith(name + "{")) {
            sample(out, series, count.sum());
          }
        });
  }

  private void histogram(StringBuilder out) {
    String name = "ivn_http_request_duration_seconds";
    head(out, name, "histogram", "From the first byte of a request to its answer.");
    long sum = 0;
    for (int i = 0; i < buckets.length; i++) {
      sum += buckets[i].sum();
      String bound = i < BOUNDS_MILLIS.length ? String.valueOf(BOUNDS_MILLIS[i] / 1000.0) : "+Inf";
      sample(out, name + "_bucket{le=\"" + bound + "\"}", sum);
    }
    out.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
    sample(out, name + "_count", sum);
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void sample(StringBuilder out, String series, long value) {
    out.append(series).append(' ').append(value).append('\n');
  }
}
