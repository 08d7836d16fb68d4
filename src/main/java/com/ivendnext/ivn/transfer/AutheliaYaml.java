package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the one shape of YAML that Authelia writes: a mapping with one list of mappings of scalars.
 * It goes by events and takes nothing else, so nothing can be nested, repeated or made by it.
 */
final class AutheliaYaml {
  private final Iterator<Event> events;

  private AutheliaYaml(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Hands each mapping on.
   *
   * @throws Failure data, where it is something else, or cut off
   */
  static void each(String text, Consumer<Map<String, String>> consumer) {
    if (!text.endsWith("\n")) {
      throw Failure.data("the last line of the file is cut off");
    }
    // the cost of the scanner is the square of the longest word
    if (text.lines().anyMatch(line -> line.length() > Limits.TEXT)) {
      throw Failure.data("a line is longer than " + Limits.TEXT + " characters");
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Limits.WHOLE_BYTES).build();
    try {
      new AutheliaYaml(new Parse(settings).parseString(text).iterator()).document(consumer);
    } catch (YamlEngineException broken) {
      // not kept as the cause: its message may quote a secret
      throw Failure.data("this is no sound YAML: it breaks off or is damaged");
    }
  }

  private void document(Consumer<Map<String, String>> consumer) {
    expect(Event.ID.StreamStart);
    expect(Event.ID.DocumentStart);
    expect(Event.ID.MappingStart);
    if (!Authelia.LIST.equals(scalar(events.next()))) {
      throw Failure.data("the file has no list " + Authelia.LIST);
    }
    expect(Event.ID.SequenceStart);
    for (Event event = events.next(); !is(event, Event.ID.SequenceEnd); event = events.next()) {
      if (!is(event, Event.ID.MappingStart)) {
        throw unexpected();
      }
      consumer.accept(mapping());
    }
    expect(Event.ID.MappingEnd);
    expect(Event.ID.DocumentEnd);
    expect(Event.ID.StreamEnd);
  }

  private Map<String, String> mapping() {
    Map<String, String> members = new LinkedHashMap<>();
    for (Event event = events.next(); !is(event, Event.ID.MappingEnd); event = events.next()) {
      String name = scalar(event);
      if (members.put(name, scalar(events.next())) != null) {
        throw Failure.data("an entry says something twice");
      }
    }
    return members;
  }

  private void expect(Event.ID id) {
    if (!events.hasNext() || !is(events.next(), id)) {
      throw unexpected();
    }
  }

  private static boolean is(Event event, Event.ID id) {
    return event.getEventId() == id;
  }

  private static String scalar(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    throw unexpected();
  }

  private static Failure unexpected() {
    return Failure.data("the file is not a list " + Authelia.LIST + " as Authelia writes it");
  }
}
