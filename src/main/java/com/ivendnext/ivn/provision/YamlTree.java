package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.Failure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/**
 * Reads one YAML 1.2 document, of which JSON is a part, into maps, lists, text, numbers, booleans
 * and null. Anchors, aliases and tags are refused: nothing in the file can stand for more than it
 * says, or make an object.
 */
final class YamlTree {
  /** The longest document, in characters: 16 Mi. */
  static final int LENGTH_LIMIT = 16 << 20;

  /** The longest run of characters that nothing divides: the scanner's cost is its square. */
  private static final int WORD_LIMIT = 64 << 10;

  private static final String DIVIDERS = " \t\r\n\"";
  private static final int BUFFER = 128 << 10;

  /** How deep lists and maps may be nested. */
  static final int DEPTH_LIMIT = 16;

  private static final CoreScalarResolver TYPES = new CoreScalarResolver(false);

  private final String name;
  private final Iterator<Event> events;
  private final String wanted;
  private Mark found;

  private YamlTree(String text, String name, String wanted) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setCodePointLimit(LENGTH_LIMIT)
            .setBufferSize(BUFFER)
            .build();
    this.name = name;
    this.events = new Parse(settings).parseString(text).iterator();
    this.wanted = wanted;
  }

  /**
   * The document.
   *
   * @param name the file, for messages
   * @throws Failure (data), with line and column, when it is no such document or exceeds a limit
   */
  static Object parse(String text, String name) {
    refuseLong(text, name);
    return new YamlTree(text, name, null).document();
  }

  private static void refuseLong(String text, String name) {
    if (text.length() > LENGTH_LIMIT) {
      throw Failure.data("cannot read " + name + ": it is longer than 16 MiB");
    }
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length = DIVIDERS.indexOf(text.charAt(i)) < 0 ? length + 1 : 0;
      if (length > WORD_LIMIT) {
        throw Failure.data("cannot read " + name + ": a word in it is longer than 64 KiB");
      }
    }
  }

  /**
   * The place of a value that {@link #parse} has read, to stand in a message.
   *
   * @param pointer its JSON pointer (RFC 6901)
   */
  static String place(String text, String name, String pointer) {
    YamlTree again = new YamlTree(text, name, pointer);
    again.document();
    String path = pointer.isEmpty() ? "" : " (" + pointer + ")";
    return name + (again.found == null ? "" : ", " + words(again.found)) + path;
  }

  private static String words(Mark mark) {
    return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }

  private Object document() {
    try {
      events.next(); // the beginning of the stream
      if (!(next() instanceof org.snakeyaml.engine.v2.events.DocumentStartEvent)) {
        return null; // nothing but comments
      }
      Object value = value(next(), "", 0);
      events.next(); // the end of the document
      Event end = next();
      if (events.hasNext()) {
        throw refused(end, "a second document begins here; one is read");
      }
      return value;
    } catch (MarkedYamlEngineException trouble) {
      String problem = trouble.getProblem() == null ? "not valid YAML" : trouble.getProblem();
      throw failure(trouble.getProblemMark(), problem);
    } catch (YamlEngineException trouble) {
      throw failure(Optional.empty(), firstLine(trouble.getMessage()));
    }
  }

  private Event next() {
    return events.next();
  }

  private Object value(Event event, String pointer, int depth) {
    if (event instanceof AliasEvent) {
      throw refused(event, "an alias is not taken here: write the value out");
    }
    note(event, pointer);
    NodeEvent node = (NodeEvent) event;
    if (node.getAnchor().isPresent()) {
      throw refused(event, "an anchor is not taken here: nothing can refer to it");
    }
    if (depth > DEPTH_LIMIT) {
      throw refused(event, "nested deeper than " + DEPTH_LIMIT + " levels");
    }
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event instanceof MappingStartEvent mapping
        ? map(mapping, pointer, depth)
        : list((SequenceStartEvent) event, pointer, depth);
  }

  private Map<String, Object> map(MappingStartEvent start, String pointer, int depth) {
    refuseTag(start, start.getTag());
    Map<String, Object> map = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw refused(event, "a key is a text");
      }
      String child = child(pointer, key.getValue());
      Object value = value(next(), child, depth + 1);
      if (map.containsKey(key.getValue())) {
        throw refused(event, "the key " + shortened(key.getValue()) + " stands here twice");
      }
      note(event, child);
      map.put(key.getValue(), value);
    }
    return map;
  }

  private List<Object> list(SequenceStartEvent start, String pointer, int depth) {
    refuseTag(start, start.getTag());
    List<Object> list = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      list.add(value(event, child(pointer, String.valueOf(list.size())), depth + 1));
    }
    return list;
  }

  private Object scalar(ScalarEvent scalar) {
    refuseTag(scalar, scalar.getTag());
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return text;
    }
    Tag type = TYPES.resolve(text, true);
    if (type.equals(Tag.NULL)) {
      return null;
    }
    if (type.equals(Tag.BOOL)) {
      return text.equalsIgnoreCase("true");
    }
    return type.equals(Tag.INT) || type.equals(Tag.FLOAT) ? number(text) : text;
  }

  /** Decimal integers and fractions; what YAML writes otherwise (0x1F, 1e9, .inf) stays text. */
  private static Object number(String text) {
    if (text.matches("[+-]?[0-9]{1,18}")) {
      return Long.valueOf(text);
    }
    if (text.matches("[+-]?[0-9]{1,100}")) {
      return new BigInteger(text);
    }
    boolean fraction = text.length() <= 100 && text.matches("[+-]?[0-9]+\\.[0-9]+");
    return fraction ? new BigDecimal(text) : text;
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw refused(event, "a tag is not taken here");
    }
  }

  private String child(String pointer, String key) {
    return wanted == null ? null : pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private void note(Event event, String pointer) {
    if (wanted != null && wanted.equals(pointer)) {
      found = event.getStartMark().orElse(null);
    }
  }

  private Failure refused(Event event, String problem) {
    return failure(event.getStartMark(), problem);
  }

  private Failure failure(Optional<Mark> mark, String problem) {
    String place = mark.map(at -> ", " + words(at)).orElse("");
    return Failure.data("cannot read " + name + place + ": " + problem);
  }

  private static String shortened(String key) {
    return key.length() <= 60 ? key : key.substring(0, 60) + "…";
  }

  private static String firstLine(String message) {
    return message == null ? "not valid YAML" : message.lines().findFirst().orElse("");
  }
}
