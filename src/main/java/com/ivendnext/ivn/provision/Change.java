package com.ivendnext.ivn.provision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that a plan makes, changes or removes.
 *
 * @param name a setting's key, or the name of a role or user
 * @param fields what of it; nothing for a removal
 */
public record Change(Sign sign, Kind kind, String name, List<Field> fields) {

  /** What becomes of it. */
  public enum Sign {
    ADD("+"),
    CHANGE("~"),
    REMOVE("-");

    private final String mark;

    Sign(String mark) {
      this.mark = mark;
    }

    /** For a diff. */
    public String mark() {
      return mark;
    }
  }

  /** What it is. */
  public enum Kind {
    SETTING,
    ROLE,
    USER
  }

  /**
   * A field that gets another value.
   *
   * @param before null where there was none
   * @param after null where there is none any more
   * @param secret whether the values are nobody's business
   */
  public record Field(String name, Object before, Object after, boolean secret) {

    /** Never the values: they may be secrets. */
    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /** The fields with the values that they get. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> values.put(field.name(), field.after()));
    return values;
  }

  /** Where it stands in the file. */
  String pointer() {
    String section = kind.name().toLowerCase(Locale.ROOT) + "s";
    return "/" + section + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
