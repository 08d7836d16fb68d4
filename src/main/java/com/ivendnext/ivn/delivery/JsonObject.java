package com.ivendnext.ivn.delivery;

import java.util.Map;

/** A flat JSON object of texts (RFC 8259), as SMS gateways take it. */
final class JsonObject {
  private static final String HEX = "0123456789abcdef";

  private JsonObject() {}

  static String of(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, String> member : members.entrySet()) {
      json.append(json.length() == 1 ? "\"" : ",\"").append(escaped(member.getKey()));
      json.append("\":\"").append(escaped(member.getValue())).append('"');
    }
    return json.append('}').toString();
  }

  /** What stands between the quotes of a JSON string. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
