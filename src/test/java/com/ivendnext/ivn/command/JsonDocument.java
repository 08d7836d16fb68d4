package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of a command strictly: one document, no member twice, nothing behind it. */
public final class JsonDocument {
  private JsonDocument() {}

  /** The document on standard output of a command that succeeded. */
  public static Map<String, Object> answer(Outcome outcome) {
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals("", outcome.err());
    return parse(outcome.out());
  }

  /** The error object on standard error of a command that failed. */
  public static Map<String, Object> error(int status, Outcome outcome) {
    assertEquals(status, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    Map<String, Object> error = members(parse(outcome.err()).get("error"));
    assertEquals(status, error.get("exit"));
    return error;
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> members(Object object) {
    return (Map<String, Object>) object;
  }

  @SuppressWarnings("unchecked")
  public static List<Object> elements(Object array) {
    return (List<Object>) array;
  }

  /** One member of every element of an array, such as the names of users. */
  public static List<Object> each(String member, Object array) {
    return elements(array).stream().map(element -> members(element).get(member)).toList();
  }

  public static Map<String, Object> parse(String text) {
    JsonFactory strict =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = strict.createParser(text)) {
      assertEquals(JsonToken.START_OBJECT, json.nextToken(), text);
      Map<String, Object> document = object(json);
      assertNull(json.nextToken(), "something behind the document: " + text);
      return document;
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      members.put(name, value(json));
    }
    return members;
  }

  private static List<Object> array(JsonParser json) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(json));
    }
    return elements;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
