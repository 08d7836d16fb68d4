package com.ivendnext.ivn.process;

import com.ivendnext.ivn.site.FrappeJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Reads what {@code --format json} prints. */
final class Json {
  private Json() {}

  static Map<String, Object> object(String document) {
    return FrappeJson.parse(document.getBytes(StandardCharsets.UTF_8), Path.of("answer"));
  }

  /** The text of a member. */
  static String text(String document, String member) {
    return (String) object(document).get(member);
  }

  /** Why a code was refused, of a document on standard error. */
  static Object reason(RealIvn.Outcome outcome) {
    return ((Map<?, ?>) object(outcome.err()).get("error")).get("reason");
  }
}
