package com.ivendnext.ivn.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values on their way into the fields of a command. */
final class FieldValues {
  private final Object object;
  private final Object parent;
  private final List<Object> owners = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private FieldValues(Object object, Object parent) {
    this.object = object;
    this.parent = parent;
  }

  /**
   * What is to be set in {@code object}, or null where a value does not fit.
   *
   * @param parent what the field of the parent gets
   */
  static FieldValues of(Object object, Object parent, Spelling spelling, List<String> words) {
    FieldValues values = new FieldValues(object, parent);
    try {
      values.addParts(spelling.parts);
      boolean fit = values.addOptions(spelling.given) && values.addWords(spelling, words);
      return fit ? values : null;
    } catch (ReflectiveOperationException staleTable) {
      throw new IllegalStateException(staleTable);
    }
  }

  /** Sets all of them, directly where one of the two can, which spares what reflection costs. */
  void set(Arguments first, Arguments second) {
    for (int i = 0; i < fields.size(); i++) {
      Object owner = owners.get(i);
      Field field = fields.get(i);
      String path = owner.getClass().getSimpleName() + "." + field.getName();
      Object value = values.get(i);
      if (!first.set(owner, path, value) && !second.set(owner, path, value)) {
        setReflectively(owner, field, value);
      }
    }
  }

  private static void setReflectively(Object owner, Field field, Object value) {
    try {
      field.setAccessible(true);
      field.set(owner, value);
    } catch (IllegalAccessException accessible) {
      throw new IllegalStateException(accessible);
    }
  }

  private void add(Object owner, Field field, Object value) {
    owners.add(owner);
    fields.add(field);
    values.add(value);
  }

  private static Field field(Object owner, String name) throws NoSuchFieldException {
    return owner.getClass().getDeclaredField(name);
  }

  private void addParts(List<String> parts) throws ReflectiveOperationException {
    for (String part : parts) {
      Field field = field(object, part);
      if (field.getType().isInstance(parent)) {
        add(object, field, parent);
      } else {
        Constructor<?> constructor = field.getType().getDeclaredConstructor();
        constructor.setAccessible(true);
        add(object, field, constructor.newInstance());
      }
    }
  }

  private Object part(String name) {
    int i = 0;
    while (!fields.get(i).getName().equals(name)) {
      i++;
    }
    return values.get(i);
  }

  private boolean addOptions(Map<String, String> given) throws ReflectiveOperationException {
    for (Map.Entry<String, String> option : given.entrySet()) {
      String name = option.getKey();
      int dot = name.indexOf('.');
      Object owner = dot < 0 ? object : part(name.substring(0, dot));
      if (!add(owner, name.substring(dot + 1), option.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean addWords(Spelling spelling, List<String> words)
      throws ReflectiveOperationException {
    int next = 0;
    for (String positional : spelling.positionals) {
      int plus = positional.indexOf('+');
      boolean optional = positional.endsWith("?");
      if (plus > 0) {
        return addAll(positional, plus, words.subList(next, words.size()));
      }
      if (next < words.size()) {
        String name = optional ? positional.substring(0, positional.length() - 1) : positional;
        if (!add(object, name, words.get(next++))) {
          return false;
        }
      } else if (!optional) {
        return false;
      }
    }
    return next == words.size();
  }

  /** Gives a list all words that are left; at most as many as the digit behind the plus says. */
  private boolean addAll(String positional, int plus, List<String> words)
      throws NoSuchFieldException {
    boolean limited = plus < positional.length() - 1;
    int most = limited ? positional.charAt(plus + 1) - '0' : Integer.MAX_VALUE;
    Field field = field(object, positional.substring(0, plus));
    boolean set = field.getType() == Set.class;
    add(object, field, set ? new LinkedHashSet<>(words) : new ArrayList<>(words));
    return !words.isEmpty() && words.size() <= most;
  }

  private boolean add(Object owner, String name, String text) throws NoSuchFieldException {
    Field field = field(owner, name);
    Object value = converted(field.getType(), text);
    add(owner, field, value);
    return value != null;
  }

  /** The value of {@code type} that {@code text} stands for; null where that is not plain. */
  private static Object converted(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == boolean.class) {
      return Boolean.TRUE;
    }
    if (type == Path.class) {
      return Path.of(text);
    }
    return type.isEnum() ? constant(type, text) : null;
  }

  private static Object constant(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    return null;
  }
}
