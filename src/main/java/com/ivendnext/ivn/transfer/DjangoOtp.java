package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.Hotp;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@code manage.py dumpdata otp_totp otp_hotp} writes: the devices of django-otp, SHA1 with a
 * key in hex. A device names its user ({@code --natural-foreign}), or numbers it; then the users
 * must be in the same dump.
 *
 * <p>The drift that it has learned is left out: {@code ivn} learns its own.
 */
final class DjangoOtp implements Format {
  private static final String TOTP = "otp_totp.totpdevice";
  private static final String HOTP = "otp_hotp.hotpdevice";

  @Override
  public String name() {
    return "django-otp";
  }

  @Override
  public String about() {
    return "the JSON of \"manage.py dumpdata\" with the devices of django-otp";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.LABELS, Part.PENDING);
  }

  @Override
  public boolean recognizes(Head head) {
    return JsonRows.membersIn(head).containsAll(List.of("model", "fields"))
        || JsonRows.membersIn(head).containsAll(List.of("model", "pk"));
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    List<Json> objects = Json.parse(source.whole()).elements();
    Map<String, String> users = users(objects);
    for (Json object : objects) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, object, users));
    }
  }

  /** The name of each user, of whatever model, by primary key. */
  private static Map<String, String> users(List<Json> objects) {
    Map<String, String> users = new HashMap<>();
    for (Json object : objects) {
      boolean fielded = object.isObject() && object.member("fields").isObject();
      if (fielded && object.member("fields").member("username").isText()) {
        String name = object.member("fields").member("username").text();
        users.put(primaryKey(object.member("pk")), name);
      }
    }
    return users;
  }

  private static String primaryKey(Json pk) {
    return pk.isText() ? pk.text() : String.valueOf(pk.number(-1));
  }

  private static Entry entry(Row row, Json object, Map<String, String> users) {
    String model = object.member("model").required().toLowerCase(Locale.ROOT);
    if (!model.startsWith("otp_") || model.equals("otp_static.statictoken")) {
      return null;
    }
    Json fields = object.member("fields");
    Key key =
        switch (model) {
          case TOTP -> totp(fields);
          case HOTP -> hotp(fields);
          default ->
              throw Failure.data("a device of the model " + Shown.of(model) + " stays behind");
        };
    boolean proven = fields.member("confirmed").flag(true);
    return Entry.at(row)
        .user(user(fields.member("user"), users))
        .key(key.named(null, fields.member("name").text()).proven(proven))
        .build();
  }

  private static Key totp(Json fields) {
    if (fields.member("t0").number(0) != 0) {
      throw Failure.data("its time does not begin in 1970");
    }
    int step = fields.member("step").smallNumber(0);
    return Key.totp(secret(fields), new Totp(HashAlgorithm.SHA1, digits(fields), step));
  }

  private static Key hotp(Json fields) {
    Hotp hotp = new Hotp(HashAlgorithm.SHA1, digits(fields));
    return Key.hotp(secret(fields), hotp, fields.member("counter").number(-1));
  }

  private static int digits(Json fields) {
    return fields.member("digits").smallNumber(0);
  }

  private static SharedSecret secret(Json fields) {
    return SharedSecret.ofHex(fields.member("key").required());
  }

  private static String user(Json user, Map<String, String> users) {
    List<Json> natural = naturalKey(user);
    if (!natural.isEmpty()) {
      return only(natural).required();
    }
    String name = users.get(primaryKey(user));
    if (name == null) {
      throw Failure.data("the dump numbers the user and does not name it: dump auth.user too");
    }
    return name;
  }

  /** The words that stand for a user, none where it is a primary key. */
  private static List<Json> naturalKey(Json user) {
    try {
      return user.elements();
    } catch (Failure primaryKey) {
      return List.of();
    }
  }

  private static Json only(List<Json> words) {
    if (words.size() != 1) {
      throw Failure.data("the user is named by more than one word");
    }
    return words.get(0);
  }
}
