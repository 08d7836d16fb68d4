package com.ivendnext.ivn.settings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The types that the registry is built from. */
final class SettingTypes {
  private static final List<String> YES = List.of("true", "1", "yes", "on");
  private static final List<String> NO = List.of("false", "0", "no", "off");

  private SettingTypes() {}

  /**
   * True or false; also the numbers and words that people and older tools write for them. An empty
   * text is neither: a shell variable that was not set must not turn protection off.
   */
  static final class Flag extends SettingType<Boolean> {
    Flag() {
      super("true or false", List.of("true", "false"));
    }

    @Override
    public Boolean read(Object raw) {
      if (raw instanceof Boolean value) {
        return value;
      }
      String word = String.valueOf(raw).strip().toLowerCase(Locale.ROOT);
      return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
  }

  /** A whole number within bounds, both inclusive. */
  static final class Whole extends SettingType<Integer> {
    private final int least;
    private final int most;

    Whole(int least, int most) {
      super("a whole number from " + least + " to " + most, List.of());
      this.least = least;
      this.most = most;
    }

    @Override
    public Integer read(Object raw) {
      if (!(raw instanceof Long || raw instanceof BigInteger || raw instanceof Integer)
          && !(raw instanceof String text && text.strip().matches("[+-]?[0-9]{1,9}"))) {
        return null;
      }
      BigInteger value = new BigInteger(raw.toString().strip());
      boolean inside =
          value.bitLength() < 32 && value.intValue() >= least && value.intValue() <= most;
      return inside ? value.intValue() : null;
    }

    @Override
    public Object store(Integer value) {
      return value.longValue();
    }
  }

  /** A whole number out of a few. */
  static final class OneOf extends SettingType<Integer> {
    private final List<Integer> values;

    OneOf(Integer... values) {
      super("one of " + list(strings(values)), strings(values));
      this.values = List.of(values);
    }

    @Override
    public Integer read(Object raw) {
      for (Integer value : values) {
        if (value.toString().equals(String.valueOf(raw).strip())) {
          return value;
        }
      }
      return null;
    }

    @Override
    public Object store(Integer value) {
      return value.longValue();
    }

    private static List<String> strings(Integer... values) {
      List<String> strings = new ArrayList<>();
      for (Integer value : values) {
        strings.add(value.toString());
      }
      return strings;
    }
  }

  /** One of the constants of an enum, by its label, in any case. */
  static final class Choice<E extends Enum<E>> extends SettingType<E> {
    private final List<E> constants;
    private final Function<E, String> label;

    Choice(List<E> constants, Function<E, String> label) {
      super("one of " + list(labels(constants, label)), labels(constants, label));
      this.constants = constants;
      this.label = label;
    }

    @Override
    public E read(Object raw) {
      for (E constant : constants) {
        if (label.apply(constant).equalsIgnoreCase(String.valueOf(raw).strip())) {
          return constant;
        }
      }
      return null;
    }

    @Override
    public Object store(E value) {
      return label.apply(value);
    }

    private static <E> List<String> labels(List<E> constants, Function<E, String> label) {
      List<String> labels = new ArrayList<>();
      for (E constant : constants) {
        labels.add(label.apply(constant));
      }
      return labels;
    }
  }

  /** Text under a condition; a bare number in a config file is read as its digits. */
  static final class Text extends SettingType<String> {
    private final Predicate<String> fits;

    Text(String allowed, Predicate<String> fits) {
      super(allowed, List.of());
      this.fits = fits;
    }

    @Override
    public String read(Object raw) {
      boolean scalar = raw instanceof String || raw instanceof Number;
      return scalar && fits.test(raw.toString()) ? raw.toString() : null;
    }
  }

  /** An object whose values are text or numbers, such as the extra parameters of a gateway. */
  static final class Pairs extends SettingType<Map<String, String>> {
    Pairs() {
      super("an object of texts, such as {\"name\": \"value\"}", List.of());
    }

    @Override
    public Map<String, String> read(Object raw) {
      if (!(raw instanceof Map<?, ?> map)) {
        return null;
      }
      Map<String, String> pairs = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        boolean scalar = entry.getValue() instanceof String || entry.getValue() instanceof Number;
        if (!scalar) {
          return null;
        }
        pairs.put(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
      }
      return pairs;
    }
  }

  private static String list(List<String> words) {
    return String.join(", ", words);
  }
}
