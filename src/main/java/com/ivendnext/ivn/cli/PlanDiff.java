package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.provision.Change;
import com.ivendnext.ivn.provision.Change.Field;
import com.ivendnext.ivn.provision.Change.Kind;
import com.ivendnext.ivn.provision.Change.Sign;
import com.ivendnext.ivn.provision.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A plan for people and programs: without what is secret. */
public final class PlanDiff {
  private static final String HIDDEN = "hidden";

  private PlanDiff() {}

  /** A change as JSON has it. */
  public record Entry(Sign sign, Kind kind, String name, List<Difference> fields) {}

  /** A field that changes. */
  public record Difference(String name, Object before, Object after) {}

  public static List<Entry> entries(Plan plan) {
    List<Entry> entries = new ArrayList<>();
    for (Change change : plan.changes()) {
      List<Difference> fields = change.fields().stream().map(PlanDiff::shown).toList();
      entries.add(new Entry(change.sign(), change.kind(), change.name(), fields));
    }
    return entries;
  }

  private static Difference shown(Field field) {
    return field.secret()
        ? new Difference(field.name(), hidden(field.before()), hidden(field.after()))
        : new Difference(field.name(), field.before(), field.after());
  }

  private static String hidden(Object secret) {
    return secret == null ? null : HIDDEN;
  }

  /** Prints one line per change, and one per field where there are several. */
  public static void print(List<Entry> entries, TextWriter out) {
    for (Entry entry : entries) {
      String head =
          entry.sign().mark()
              + " "
              + entry.kind().name().toLowerCase(Locale.ROOT)
              + " "
              + entry.name();
      if (entry.fields().size() == 1) {
        out.line(style(entry.sign()), head + ": " + words(entry, entry.fields().get(0)));
      } else {
        out.line(style(entry.sign()), head);
        entry.fields().forEach(field -> out.line("    " + words(entry, field)));
      }
    }
  }

  private static Style style(Sign sign) {
    return switch (sign) {
      case ADD -> Style.GOOD;
      case CHANGE -> Style.WARNING;
      case REMOVE -> Style.BAD;
    };
  }

  private static String words(Entry entry, Difference field) {
    String name = entry.kind() == Kind.SETTING ? "" : field.name() + " ";
    if (field.name().equals("roles")) {
      return name + grants(field);
    }
    String after = value(field.after());
    return name + (entry.sign() == Sign.ADD ? after : value(field.before()) + " -> " + after);
  }

  private static String grants(Difference field) {
    List<String> words = new ArrayList<>();
    List<?> before = field.before() == null ? List.of() : (List<?>) field.before();
    List<?> after = (List<?>) field.after();
    after.stream().filter(role -> !before.contains(role)).forEach(role -> words.add("+" + role));
    before.stream().filter(role -> !after.contains(role)).forEach(role -> words.add("-" + role));
    return words.isEmpty() ? "none" : String.join(", ", words);
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map && map.get("until") != null) {
      return "until " + map.get("until") + " (" + map.get("reason") + ")";
    }
    boolean quoted = value instanceof String text && !text.equals(HIDDEN);
    return value == null ? "none" : quoted ? "\"" + value + "\"" : String.valueOf(value);
  }
}
