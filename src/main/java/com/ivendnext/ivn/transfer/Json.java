package com.ivendnext.ivn.transfer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of a JSON document that is read as a whole, within {@link Limits}; knows its path, so
 * that a failure says where it was. A number is kept as it is written.
 *
 * <p>Failures are of kind data, name the path and never the value.
 */
public final class Json {
  private static final int NODES = 4_000_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.DEPTH)
                  .maxStringLength(Limits.WHOLE_BYTES)
                  .maxNameLength(Limits.TEXT)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final String path;

  /** Map, List, String, BigInteger or Double, Boolean, or null. */
  private final Object value;

  private Json(String path, Object value) {
    this.path = path;
    this.value = value;
  }

  /**
   * Reads a document.
   *
   * @throws Failure data, if it is not one JSON document, or beyond the limits
   */
  public static Json parse(byte[] document) throws IOException {
    try (JsonParser parser = FACTORY.createParser(document)) {
      int[] left = {NODES};
      Object value = read(parser, parser.nextToken(), left);
      if (parser.nextToken() != null) {
        throw Failure.data("there is more behind the end of the JSON document");
      }
      return new Json("", value);
    } catch (JacksonException broken) {
      throw damaged(broken);
    }
  }

  /** The parser's own words may quote what it read: only the place is told. */
  private static Failure damaged(JacksonException broken) {
    String place =
        broken.getLocation() == null ? "" : " at line " + broken.getLocation().getLineNr();
    return Failure.data("this is no sound JSON: it breaks off or is damaged" + place);
  }

  private static Object read(JsonParser parser, JsonToken token, int[] left) throws IOException {
    if (--left[0] < 0) {
      throw Failure.data("the JSON document has more than " + NODES + " values");
    }
    if (token == null) {
      throw Failure.data("the JSON document breaks off");
    }
    return switch (token) {
      case START_OBJECT -> object(parser, left);
      case START_ARRAY -> array(parser, left);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, Object> object(JsonParser parser, int[] left) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      members.put(name, read(parser, parser.nextToken(), left));
    }
    return members;
  }

  private static List<Object> array(JsonParser parser, int[] left) throws IOException {
    List<Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(read(parser, token, left));
    }
    return elements;
  }

  /** The member names of the outermost object of a document that may break off anywhere. */
  static Set<String> membersIn(String beginning) {
    Set<String> names = new LinkedHashSet<>();
    try (JsonParser parser = FACTORY.createParser(beginning)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException breaksOff) {
      // what came before it counts
    }
    return names;
  }

  /** Whether it is missing or null. */
  public boolean absent() {
    return value == null;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value instanceof Map;
  }

  /** Whether it is a text. */
  public boolean isText() {
    return value instanceof String;
  }

  /**
   * A member of this object; absent where there is none.
   *
   * @throws Failure data, if this is no object
   */
  public Json member(String name) {
    return new Json(path.isEmpty() ? name : path + "." + name, members().get(name));
  }

  /**
   * The names of the members of this object.
   *
   * @throws Failure data, if this is no object
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    members().keySet().forEach(name -> names.add((String) name));
    return names;
  }

  private Map<?, ?> members() {
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw wrong("an object");
  }

  /**
   * The elements of this array, none where it is absent.
   *
   * @throws Failure data, if this is something else
   */
  public List<Json> elements() {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong("a list");
    }
    List<Json> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      elements.add(new Json(path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /**
   * This text, or null where it is absent.
   *
   * @throws Failure data, if this is something else
   */
  public String text() {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong("a text");
  }

  /**
   * This text.
   *
   * @throws Failure data, if this is something else or absent
   */
  public String required() {
    if (value == null) {
      throw Failure.data((path.isEmpty() ? "the document" : path) + " is missing");
    }
    return text();
  }

  /**
   * This whole number, or {@code absent} where it is absent.
   *
   * @throws Failure data, if this is something else, or not within 64 bits
   */
  public long number(long absent) {
    if (value == null) {
      return absent;
    }
    if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    throw wrong("a whole number");
  }

  /**
   * This whole number as {@link #number}, within the range of an {@code int}.
   *
   * @throws Failure data, as that
   */
  public int smallNumber(int absent) {
    long number = number(absent);
    if (number != (int) number) {
      throw wrong("a small number");
    }
    return (int) number;
  }

  /**
   * This truth value, or {@code absent} where it is absent.
   *
   * @throws Failure data, if this is something else
   */
  public boolean flag(boolean absent) {
    if (value == null) {
      return absent;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong("true or false");
  }

  private Failure wrong(String expected) {
    return Failure.data((path.isEmpty() ? "the document" : path) + " is not " + expected);
  }

  /** Only the path: the value may be a secret. */
  @Override
  public String toString() {
    return "Json[" + path + "]";
  }
}
