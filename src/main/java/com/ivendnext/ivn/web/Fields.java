package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names and values in the body of a request or behind the question mark. */
final class Fields {
  private static final int MOST = 100;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private Fields() {}

  /** Whether {@link #of} reads a body of that type; null where the request names none. */
  static boolean readable(String contentType, byte[] body) {
    String type = plain(contentType);
    return body.length == 0 || type.equals(FORM) || type.equals(JSON);
  }

  /**
   * The fields of a form or of a JSON object.
   *
   * @throws Failure (usage) when it is damaged
   */
  static Map<String, String> of(String contentType, byte[] body) {
    if (body.length == 0) {
      return Map.of();
    }
    return plain(contentType).equals(JSON)
        ? Json.scalars(body)
        : form(new String(body, StandardCharsets.UTF_8));
  }

  /**
   * The fields of a form; null is an empty one.
   *
   * @throws Failure (usage) when it is damaged, names a field twice or has over 100
   */
  static Map<String, String> form(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (encoded == null || encoded.isEmpty()) {
      return fields;
    }
    for (String pair : encoded.split("&", MOST + 2)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (fields.put(name, value) != null || fields.size() > MOST) {
        throw Failure.usage("the form names a field twice, or has too many");
      }
    }
    return fields;
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException damaged) {
      throw Failure.usage("the form is damaged");
    }
  }

  private static String plain(String contentType) {
    String type = contentType == null ? "" : contentType;
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
