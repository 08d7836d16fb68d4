package com.ivendnext.ivn.provision;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON Schema of a {@link State}, {@value #RESOURCE}: for editors, and what validates here. */
final class StateSchema {
  static final String RESOURCE = "state.schema.json";

  private static final String SETTINGS = "/settings/";
  private static final Pattern TYPES =
      Pattern.compile("Value is \\[(.*)] but should be \\[(.*)]", Pattern.DOTALL);
  private static final Pattern CHOICES = Pattern.compile("Expected any of \\[\\[(.*)]]");
  private static final Pattern LACKING = Pattern.compile(".*\\[\\[(.*)]]");

  /**
   * Something that does not fit.
   *
   * @param pointer where, as a JSON pointer
   * @param words what is wrong, to stand behind the place
   */
  record Misfit(String pointer, String words) {}

  private StateSchema() {}

  /** The first thing in {@code tree} that does not fit, or null. */
  static Misfit check(Object tree) {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new TreeNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    URI schema = validator.registerSchema(text());
    List<Error> errors = validator.validate(schema, tree).getErrors();
    if (errors.isEmpty()) {
      return null;
    }
    Error first = errors.get(0);
    return new Misfit(first.getInstanceLocation(), words(first));
  }

  private static String text() {
    try (InputStream in = StateSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  /** In our words, since the library's quote values, which may be secrets. */
  private static String words(Error error) {
    String keyword = error.getKeyword() == null ? "" : error.getKeyword();
    Setting<?> setting = setting(error.getInstanceLocation());
    if (setting != null && !keyword.isEmpty()) {
      return "must be " + setting.type().allowed();
    }
    return switch (keyword) {
      case "" -> unknown(error.getInstanceLocation());
      case "type" -> rewritten(TYPES, error, "must be $2, not $1");
      case "enum", "const" -> rewritten(CHOICES, error, "must be one of $1");
      case "required" -> rewritten(LACKING, error, "lacks $1");
      case "uniqueItems" -> "names something twice";
      default -> "is not what this takes (" + keyword + ")";
    };
  }

  private static String rewritten(Pattern pattern, Error error, String words) {
    Matcher matcher = pattern.matcher(error.getError());
    if (!matcher.matches()) {
      return "is not what this takes (" + error.getKeyword() + ")";
    }
    String text = matcher.replaceFirst(words);
    return error.getKeyword().equals("type") ? text.replace(", null", " or null") : text;
  }

  /** The setting whose value that is, or null. */
  private static Setting<?> setting(String pointer) {
    return pointer.startsWith(SETTINGS)
        ? Settings.find(pointer.substring(SETTINGS.length())).orElse(null)
        : null;
  }

  private static String unknown(String pointer) {
    String key = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (setting(pointer) != null) {
      return "is not part of a state: ivn set-config " + key + " writes it";
    }
    String closest = pointer.startsWith(SETTINGS) ? Settings.closest(key) : null;
    return "is not known here" + (closest == null ? "" : "; did you mean " + closest + "?");
  }
}
