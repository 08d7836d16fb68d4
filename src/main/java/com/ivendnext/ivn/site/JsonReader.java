package com.ivendnext.ivn.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One document on its way into maps and lists. */
final class JsonReader {

  /** Well-formed, and yet not a config; the message holds nothing of the document. */
  static final class Unacceptable extends JsonProcessingException {
    Unacceptable(String message, JsonLocation location) {
      super(message, location);
    }
  }

  private final char[] text;
  private JsonParser parser;

  JsonReader(char[] text) {
    this.text = text;
  }

  /** Reads the one object that the document must be. */
  Map<String, Object> readDocument() throws IOException {
    try (JsonParser open = factory().createParser(text)) {
      parser = open;
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new Unacceptable("the file is empty", parser.currentLocation());
      }
      if (first != JsonToken.START_OBJECT) {
        throw unacceptable("not an object");
      }
      Map<String, Object> document = readObject(0);
      if (parser.nextToken() != null) {
        throw unacceptable("more text after the object");
      }
      return document;
    }
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        // the length of the document bounds all of these; depth and digits are checked here
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(FrappeJson.MAX_BYTES)
                .maxNameLength(FrappeJson.MAX_BYTES)
                .build())
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  private Map<String, Object> readObject(int depth) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, readValue(depth + 1));
    }
    return object;
  }

  private List<Object> readList(int depth) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(readValue(depth + 1));
    }
    return list;
  }

  private Object readValue(int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(within(depth));
      case START_ARRAY -> readList(within(depth));
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> readInteger();
      case VALUE_NUMBER_FLOAT -> readDouble();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw unacceptable("not valid JSON");
    };
  }

  private int within(int depth) throws IOException {
    if (depth > FrappeJson.MAX_DEPTH) {
      throw unacceptable("nested deeper than 64 levels");
    }
    return depth;
  }

  private Object readInteger() throws IOException {
    if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    String digits = parser.getText();
    if (digits.length() > FrappeJson.MAX_DIGITS + (digits.charAt(0) == '-' ? 1 : 0)) {
      throw unacceptable("an integer of more than 4300 digits");
    }
    return parser.getBigIntegerValue();
  }

  private Double readDouble() throws IOException {
    String number = parser.getText();
    if (number.endsWith("F") || number.startsWith("+")) {
      throw unacceptable("not valid JSON"); // INF and the like, which Python does not know
    }
    return Double.valueOf(number);
  }

  private Unacceptable unacceptable(String problem) {
    return new Unacceptable(problem, parser.currentTokenLocation());
  }
}
