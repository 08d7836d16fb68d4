package com.ivendnext.ivn.provision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** Writes maps, lists, text, numbers, booleans and null as YAML 1.2 that {@link YamlTree} reads. */
public final class YamlText {
  private static final int NO_FOLDING = 1 << 20;
  private static final CoreScalarResolver TYPES = new CoreScalarResolver(false);

  private final StringBuilder text = new StringBuilder();
  private final Emitter emitter;

  private YamlText() {
    DumpSettings settings =
        DumpSettings.builder()
            .setWidth(NO_FOLDING)
            .setSplitLines(false)
            .setMaxSimpleKeyLength(1024)
            .build();
    emitter = new Emitter(settings, new Sink());
  }

  /** The document. */
  public static String of(Map<String, ?> document) {
    YamlText yaml = new YamlText();
    yaml.emit(new StreamStartEvent());
    yaml.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    yaml.value(document);
    yaml.emit(new DocumentEndEvent(false));
    yaml.emit(new StreamEndEvent());
    return yaml.text.toString();
  }

  /** What would steer a terminal or turn the text around; {@code YamlTree} reads it escaped. */
  private static boolean isTreacherous(char character) {
    return character < ' '
        || character >= 0x7f && character < 0xa0
        || character >= 0x2028 && character <= 0x202e
        || character >= 0x2066 && character <= 0x2069
        || Character.isSurrogate(character);
  }

  private void emit(Event event) {
    emitter.emit(event);
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(map.isEmpty())));
      map.forEach(
          (key, member) -> {
            text((String) key);
            value(member);
          });
      emit(new MappingEndEvent());
    } else if (value instanceof List<?> list) {
      emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(list.isEmpty())));
      list.forEach(this::value);
      emit(new SequenceEndEvent());
    } else if (value instanceof String string) {
      text(string);
    } else {
      scalar(String.valueOf(value), ScalarStyle.PLAIN);
    }
  }

  private static FlowStyle style(boolean empty) {
    return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  /** In quotes where it would otherwise be read as a number, a boolean or null. */
  private void text(String value) {
    boolean harmless = value.chars().noneMatch(character -> isTreacherous((char) character));
    boolean text = TYPES.resolve(value, true).equals(Tag.STR);
    scalar(value, text && harmless ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private void scalar(String value, ScalarStyle style) {
    boolean plain = style == ScalarStyle.PLAIN;
    emit(
        new ScalarEvent(
            Optional.empty(), Optional.empty(), new ImplicitTuple(plain, true), value, style));
  }

  private final class Sink implements StreamDataWriter {
    @Override
    public void write(String piece) {
      write(piece, 0, piece.length());
    }

    @Override
    public void write(String piece, int offset, int length) {
      for (char character : piece.substring(offset, offset + length).toCharArray()) {
        if (isTreacherous(character) && character != '\n' && !Character.isSurrogate(character)) {
          text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
          text.append(character);
        }
      }
    }
  }
}
