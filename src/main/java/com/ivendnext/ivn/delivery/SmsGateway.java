package com.ivendnext.ivn.delivery;

import static com.ivendnext.ivn.settings.Settings.MESSAGE_PARAMETER;
import static com.ivendnext.ivn.settings.Settings.RECEIVER_PARAMETER;
import static com.ivendnext.ivn.settings.Settings.SMS_GATEWAY_URL;
import static com.ivendnext.ivn.settings.Settings.SMS_HEADERS;
import static com.ivendnext.ivn.settings.Settings.SMS_PARAMETERS;
import static com.ivendnext.ivn.settings.Settings.USE_POST;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.Letter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The site's settings of its SMS gateway. */
final class SmsGateway {
  private static final String JSON = "application/json";

  private final Values settings;

  SmsGateway(Values settings) {
    this.settings = settings;
  }

  /** A clause, or null where SMS can be sent. */
  String missing() {
    return settings.get(SMS_GATEWAY_URL) == null ? "sms_gateway_url is not set" : null;
  }

  /**
   * @throws Failure (data) when it is no URL; it is not quoted, for it may hold a key
   */
  URI url() {
    try {
      URI url = new URI(settings.get(SMS_GATEWAY_URL).strip());
      if (url.getHost() != null && url.getPort() <= 65_535) {
        return url;
      }
    } catch (URISyntaxException none) {
      // it quotes the URL
    }
    throw Failure.data("sms_gateway_url is not a URL").hint("ivn set-config mends it");
  }

  /** The gateway as messages name it. */
  Peer server() {
    URI url = url();
    int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return new Peer("the SMS gateway", url.getHost(), port, "sms_gateway_url");
  }

  /** What the gateway is told: the fixed parameters, the text, the number. */
  Map<String, String> parameters(Letter letter) {
    Map<String, String> parameters = new LinkedHashMap<>(fixed());
    parameters.put(settings.get(MESSAGE_PARAMETER), letter.text());
    parameters.put(settings.get(RECEIVER_PARAMETER), letter.to());
    return parameters;
  }

  Map<String, String> headers() {
    return settings.find(SMS_HEADERS).orElse(Map.of());
  }

  boolean post() {
    return settings.get(USE_POST);
  }

  /** Whether a POST carries JSON. */
  boolean json() {
    for (Map.Entry<String, String> header : headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Content-Type")) {
        String type = header.getValue().split(";", 2)[0];
        return type.strip().toLowerCase(Locale.ROOT).equals(JSON);
      }
    }
    return false;
  }

  /** Hides the values of parameters, headers and the URL's own query. */
  Redaction redaction() {
    Redaction redaction = new Redaction();
    fixed().values().forEach(redaction::value);
    headers().values().forEach(redaction::value);
    String query = url().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String value = pair.substring(pair.indexOf('=') + 1);
      redaction.value(value).value(decoded(value));
    }
    return redaction;
  }

  private Map<String, String> fixed() {
    return settings.find(SMS_PARAMETERS).orElse(Map.of());
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
