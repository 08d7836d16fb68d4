package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;

/**
 * What a value from the command line does to a key that ivn does not know, as Frappe has it: set
 * the key, or remove it. It has no {@code toString}, since the value may be a secret.
 */
public final class ConfigValue {

  private static final ConfigValue REMOVAL = new ConfigValue(true, null);

  private final boolean removal;
  private final Object value;

  private ConfigValue(boolean removal, Object value) {
    this.removal = removal;
    this.value = value;
  }

  /**
   * Takes a plain value: {@code 0} and {@code 1} are integers, {@code true} and {@code false}
   * booleans, {@code None} removes the key, and all else is text, untrimmed.
   */
  public static ConfigValue coerce(String text) {
    return switch (text) {
      case "0" -> new ConfigValue(false, 0L);
      case "1" -> new ConfigValue(false, 1L);
      case "false" -> new ConfigValue(false, Boolean.FALSE);
      case "true" -> new ConfigValue(false, Boolean.TRUE);
      case "None" -> REMOVAL;
      default -> new ConfigValue(false, text);
    };
  }

  /**
   * Takes the value of {@code --parse}. A literal that is a string is coerced again, as in Frappe:
   * {@code 'true'} is a boolean and {@code 'None'} removes the key, while {@code None} is a null.
   *
   * @throws Failure of kind usage where it is no literal, see {@link PythonLiteral#parse}
   */
  public static ConfigValue literal(String text) {
    Object value = PythonLiteral.parse(text);
    return value instanceof String string ? coerce(string) : new ConfigValue(false, value);
  }

  public boolean isRemoval() {
    return removal;
  }

  /** The value to store, as {@link FrappeJson} knows it; null also for a removal. */
  public Object value() {
    return value;
  }
}
