package com.ivendnext.ivn.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.FrappeJson;
import com.ivendnext.ivn.twofactor.UserType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The JSON Schema of desired states follows from the registry of settings. {@code mvn test
 * -Dtest=StateSchemaFileTest -Dgenerate} writes it.
 */
class StateSchemaFileTest {
  private static final Path FILE =
      Path.of("src/main/resources/com/ivendnext/ivn/provision", StateSchema.RESOURCE);
  private static final Pattern RANGE = Pattern.compile("a whole number from (\\d+) to (\\d+)");

  @Test
  void is_current() throws IOException {
    String expected = FrappeJson.format(schema()) + "\n";
    if (System.getProperty("generate") != null) {
      Files.writeString(FILE, expected);
    }
    assertEquals(expected, Files.readString(FILE));
  }

  private static Map<String, Object> schema() {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.all()) {
      if (State.manages(setting.key())) {
        settings.put(setting.key(), setting(setting));
      }
    }
    Map<String, Object> schema =
        object(
            Map.of(
                "version",
                Map.of("enum", List.of(1L), "description", "The form of this file."),
                "settings",
                section("Keys of the site's own config; null unsets one.", object(settings)),
                "roles",
                section("Roles by name.", byName(role())),
                "users",
                section("Users by name, which is an e-mail address.", byName(user()))));
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "The desired state of a site, for ivn apply");
    return schema;
  }

  private static Map<String, Object> section(String description, Map<String, Object> object) {
    object.put("type", List.of("object", "null"));
    object.put("description", description);
    return object;
  }

  private static Map<String, Object> object(Map<String, Object> properties) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> byName(Map<String, Object> value) {
    value.put("type", List.of("object", "null"));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("additionalProperties", value);
    return object;
  }

  private static Map<String, Object> role() {
    return object(
        Map.of("two_factor", described("boolean", "Whether its users need a second factor.")));
  }

  private static Map<String, Object> user() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("full_name", described("string", "A name for people."));
    List<Object> types = new ArrayList<>();
    List.of(UserType.values()).forEach(type -> types.add(type.label()));
    fields.put("type", Map.of("enum", types));
    fields.put("enabled", described("boolean", "Whether the user can log in."));
    fields.put("email", nullable("The mailbox; of a new user the name, unless it is null."));
    fields.put("mobile", nullable("The number for SMS."));
    fields.put("restrict_ip", nullable("Where the user logs in from, comma separated."));
    fields.put(
        "roles",
        Map.of(
            "type",
            "array",
            "items",
            Map.of("type", "string"),
            "uniqueItems",
            true,
            "description",
            "All roles that are granted, without those that come by themselves."));
    fields.put(
        "authenticator",
        described("boolean", "True: has one; where there is none, a pending one is made."));
    fields.put("exemption", exemption());
    return object(fields);
  }

  private static Map<String, Object> exemption() {
    Map<String, Object> exemption =
        object(
            Map.of(
                "until", described("string", "The end, in RFC 3339, within 30 days."),
                "reason", described("string", "Why.")));
    exemption.put("type", List.of("object", "null"));
    exemption.put("required", List.of("until", "reason"));
    exemption.put("description", "Leave to log in without a second factor; null ends it.");
    return exemption;
  }

  private static Map<String, Object> described(String type, String description) {
    return Map.of("type", type, "description", description);
  }

  private static Map<String, Object> nullable(String description) {
    return Map.of("type", List.of("string", "null"), "description", description);
  }

  private static Map<String, Object> setting(Setting<?> setting) {
    Map<String, Object> schema = shape(setting);
    String censored = "; " + State.CENSORED + " keeps what is stored";
    schema.put(
        "description",
        setting.meaning().replaceFirst("\\.$", "")
            + "; "
            + setting.type().allowed()
            + (setting.secret() ? censored : "")
            + ".");
    return schema;
  }

  private static Map<String, Object> shape(Setting<?> setting) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Matcher range = RANGE.matcher(setting.type().allowed());
    List<String> choices = setting.type().choices();
    if (range.matches()) {
      schema.put("type", List.of("integer", "null"));
      schema.put("minimum", Long.valueOf(range.group(1)));
      schema.put("maximum", Long.valueOf(range.group(2)));
    } else if (choices.equals(List.of("true", "false"))) {
      schema.put("type", List.of("boolean", "null"));
    } else if (!choices.isEmpty()) {
      List<Object> values = new ArrayList<>();
      choices.forEach(
          choice -> values.add(choice.matches("\\d+") ? (Object) Long.valueOf(choice) : choice));
      values.add(null);
      schema.put("enum", values);
    } else {
      boolean pairs = setting.type().allowed().startsWith("an object");
      schema.put("type", pairs ? List.of("object", "string", "null") : List.of("string", "null"));
    }
    return schema;
  }
}
