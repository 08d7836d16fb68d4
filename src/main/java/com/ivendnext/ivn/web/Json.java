package com.ivendnext.ivn.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON (RFC 8259) as far as requests and answers need it. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /** An object of texts, numbers, booleans, times, nulls, lists and such objects. */
  static String text(Map<String, ?> members) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      value(json, members);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return out + "\n";
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        value(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Instant instant) {
      json.writeString(DateTimeFormatter.ISO_INSTANT.format(instant));
    } else {
      json.writeString((String) value);
    }
  }

  /**
   * The members of an object that are texts, numbers or booleans, as text; others are left out.
   *
   * @throws Failure (usage) when it is no object, or names a member twice
   */
  static Map<String, String> scalars(byte[] document) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(document)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable();
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        throw unreadable();
      }
    } catch (IOException malformed) {
      throw unreadable(); // its message would quote the request, which holds secrets
    }
    return members;
  }

  private static Failure unreadable() {
    return Failure.usage("the body is not a JSON object");
  }
}
