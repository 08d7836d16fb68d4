package com.ivendnext.ivn.delivery;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Letter;

/**
 * SMS through a gateway that is called over HTTP: GET with a query, with {@code use_post} POST of a
 * form, or of JSON where {@code sms_headers} has a {@code Content-Type} of {@code
 * application/json}. Headers stay headers; Frappe's second factor repeats them in the query.
 */
public final class HttpSmsChannel implements DeliveryChannel {
  private final SmsGateway gateway;
  private final Wire wire;

  /**
   * @param settings those of the site
   */
  public HttpSmsChannel(Values settings) {
    this(settings, Wire.SMS);
  }

  HttpSmsChannel(Values settings, Wire wire) {
    this.gateway = new SmsGateway(settings);
    this.wire = wire;
  }

  @Override
  public String missing() {
    return gateway.missing();
  }

  /**
   * Hands the text of {@code letter} over to the gateway; its subject is not used.
   *
   * @throws Failure (delivery) when the number has no country code or is none, when the gateway
   *     cannot be reached or trusted, and when it answers anything but 2xx; (data) when settings of
   *     the gateway make no request
   */
  @Override
  public void deliver(Letter letter) {
    String missing = missing();
    if (missing != null) {
      throw Failure.delivery("no SMS can be sent: " + missing)
          .hint("ivn set-config sets it; ivn settings lists what SMS needs");
    }
    Letter addressed = new Letter(PhoneNumber.e164(letter.to()), letter.subject(), letter.text());
    new SmsSubmission(gateway, wire).send(addressed);
  }

  @Override
  public String masked(String to) {
    return PhoneNumber.masked(to);
  }
}
