package com.ivendnext.ivn.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Prints records as JSON: members in snake_case, times in RFC 3339 UTC, enums as lower-case words,
 * null where a fact is absent. Nothing else than what a record names can slip into a document.
 */
public final class JsonWriter {

  /** A value that exists only while it is written. */
  interface Scoped {
    void give(Consumer<Object> reader);
  }

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one document and a line feed; {@code out} stays open. */
  static void write(Object document, OutputStream out) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    write(
        document,
        out,
        new DefaultPrettyPrinter(separators).withArrayIndenter(indent).withObjectIndenter(indent));
  }

  /** As {@link #write}, all on one line. */
  static void writeLine(Object document, OutputStream out) {
    write(document, out, null);
  }

  /** The document as text. */
  public static String text(Object document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(document, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(Object document, OutputStream out, PrettyPrinter layout) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(layout);
      new JsonWriter(json).value(document);
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a document in a line for each element; {@code out} stays open. */
  static void lines(Elements<?> elements, OutputStream out) {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new MinimalPrettyPrinter("")); // nothing between documents
      JsonWriter writer = new JsonWriter(json);
      elements.each(
          element -> {
            writer.element(element);
            writer.endLine();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void endLine() {
    try {
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as text on one line. */
  static String line(Object document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeLine(document, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void value(Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Result.Keyed keyed) {
      object(keyed.members());
    } else if (value instanceof Record record) {
      object(record);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list::forEach);
    } else if (value instanceof Elements<?> elements) {
      array(elements);
    } else if (value instanceof Scoped scoped) {
      scoped.give(this::element);
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) throws IOException {
    if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      json.writeString(number.toString()); // Python's json writes NaN, which is not JSON
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Instant instant) {
      json.writeString(DateTimeFormatter.ISO_INSTANT.format(instant));
    } else if (value instanceof Enum<?> constant) {
      json.writeString(constant.name().toLowerCase(Locale.ROOT));
    } else if (value instanceof String || value instanceof Path) {
      json.writeString(value.toString());
    } else {
      throw new IllegalArgumentException("not for a document: " + value.getClass().getName());
    }
  }

  private void object(Record record) throws IOException {
    json.writeStartObject();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(record, component);
      if (!(value instanceof ForText)) {
        json.writeFieldName(snakeCase(component.getName()));
        value(value);
      }
    }
    json.writeEndObject();
  }

  static Object read(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void object(Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      value(entry.getValue());
    }
    json.writeEndObject();
  }

  private void array(Elements<?> elements) throws IOException {
    json.writeStartArray();
    elements.each(this::element);
    json.writeEndArray();
  }

  private void element(Object element) {
    try {
      value(element);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String snakeCase(String camelCase) {
    StringBuilder snake = new StringBuilder();
    for (char character : camelCase.toCharArray()) {
      if (character >= 'A' && character <= 'Z') {
        snake.append('_').append((char) (character - 'A' + 'a'));
      } else {
        snake.append(character);
      }
    }
    return snake.toString();
  }
}
