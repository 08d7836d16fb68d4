package com.ivendnext.ivn.cli;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The source of {@link ArgumentTable}, told by picocli from the annotations. */
public final class ArgumentTableText {
  private static final String HEAD =
      """
      package com.ivendnext.ivn.cli;

      import java.util.List;

      /**
       * How the plain arguments of each command are spelt. Written by {@code mvn test
       * -Dtest=GeneratedFilesTest -Dgenerate} from the annotations: not to be edited.
       *
       * <p>{@code NAME,NAME=FIELD} is an option with a value, {@code =?FIELD} a flag; {@code FIELD} a
       * positional parameter, with {@code ?} one that may lack and with {@code +} one or more;
       * {@code @FIELD} a mixin or the global options. What is not here is left to picocli.
       */
      final class ArgumentTable {
        // spotless:off
      """;

  private static final String SETTER_HEAD =
      """
      package com.ivendnext.ivn.command;

      import com.ivendnext.ivn.cli.FieldSetter;

      /**
       * Sets the fields that hold arguments. Written by {@code mvn test -Dtest=GeneratedFilesTest
       * -Dgenerate} from the annotations: not to be edited.
       */
      final class CommandFields implements FieldSetter {
        // spotless:off
        @Override
        @SuppressWarnings("unchecked")
        public boolean set(Object owner, String path, Object value) {
      """;

  private ArgumentTableText() {}

  /** The whole file. */
  public static String of(CommandTree tree) {
    CommandSpec globals = new CommandLine(new GlobalOptions()).getCommandSpec();
    StringBuilder text = new StringBuilder(HEAD);
    text.append("  static final String GLOBAL =\n      \"").append(line(globals)).append("\";\n");
    text.append("\n  private ArgumentTable() {}\n");
    text.append("\n  /** The spelling of a command's own arguments, by its class; null for none. */\n");
    text.append("  static String of(String className) {\n    return switch (className) {\n");
    lines(tree).forEach(
        (name, line) ->
            text.append("      case \"").append(name).append("\" -> \"").append(line).append("\";\n"));
    text.append("      default -> null;\n    };\n  }\n");
    text.append("\n  /** The options of every command, each with its description. */\n");
    text.append("  static List<List<String>> globalHelp() {\n    return List.of(");
    String separator = "\n";
    for (List<String> row : HelpText.rows(globals)) {
      text.append(separator).append("        List.of(\"").append(row.get(0));
      text.append("\", \"").append(row.get(1)).append("\")");
      separator = ",\n";
    }
    text.append(");\n  }\n\n  /** As {@link FieldSetter}, for what this room holds. */\n");
    text.append("  static boolean set(Object owner, String path, Object value) {\n");
    text.append(cases(fields(tree), GlobalOptions.class.getPackageName()));
    return text.append("  }\n  // spotless:on\n}\n").toString();
  }

  /** The whole file of the setter of the commands' fields. */
  public static String setter(CommandTree tree, String commandPackage) {
    return SETTER_HEAD + cases(fields(tree), commandPackage) + "  }\n  // spotless:on\n}\n";
  }

  private static String cases(Set<Field> fields, String room) {
    StringBuilder cases = new StringBuilder("    switch (path) {\n");
    for (Field field : fields) {
      Class<?> owner = field.getDeclaringClass();
      boolean direct = !Modifier.isPrivate(field.getModifiers());
      if (direct && owner.getPackageName().equals(room)) {
        String name = owner.getSimpleName();
        String type = field.getGenericType().getTypeName().replace('$', '.');
        cases.append("      case \"").append(name).append('.').append(field.getName());
        cases.append("\" -> ((").append(name).append(") owner).").append(field.getName());
        cases.append(" = (").append(type).append(") value;\n");
      }
    }
    return cases
        .append("      default -> {\n        return false;\n      }\n    }\n")
        .append("    return true;\n")
        .toString();
  }

  /** Every field that plain arguments fill, in the order of their names. */
  private static Set<Field> fields(CommandTree tree) {
    Set<Field> fields = new TreeSet<>(Comparator.comparing(Field::toString));
    fields.addAll(annotated(GlobalOptions.class));
    for (CommandEntry entry : tree.entries()) {
      if (!entry.group() && entry.aliasOf() == null) {
        for (Field field : annotated(tree.instantiate(entry).getClass())) {
          fields.add(field);
          fields.addAll(annotated(field.getType()));
        }
      }
    }
    return fields;
  }

  private static List<Field> annotated(Class<?> owner) {
    List<Field> fields = new ArrayList<>();
    for (Field field : owner.getDeclaredFields()) {
      boolean argument =
          field.isAnnotationPresent(Option.class) || field.isAnnotationPresent(Parameters.class);
      boolean part =
          field.isAnnotationPresent(Mixin.class) || field.isAnnotationPresent(ParentCommand.class);
      if (argument || part) {
        fields.add(field);
      }
    }
    return fields;
  }

  private static Map<String, String> lines(CommandTree tree) {
    Map<String, String> lines = new TreeMap<>();
    for (CommandEntry entry : tree.entries()) {
      if (!entry.group() && entry.aliasOf() == null) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(tree.instantiate(entry));
        String line = line(spec);
        if (line != null) {
          lines.put(entry.className(), line);
        }
      }
    }
    return lines;
  }

  /** Null where a plain command line could not do without something that is not plain. */
  private static String line(CommandSpec spec) {
    List<String> tokens = parts(spec.userObject().getClass());
    for (OptionSpec option : spec.options()) {
      if (option.required()) {
        return null;
      }
      if (isPlain(option)) {
        boolean flag = option.arity().max() == 0;
        String names = String.join(",", option.names());
        tokens.add(names + "=" + (flag ? "?" : "") + path(spec, (Field) option.userObject()));
      }
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      if (!isPlain(parameter)) {
        return null;
      }
      tokens.add(path(spec, (Field) parameter.userObject()) + arity(parameter));
    }
    return spec.argGroups().isEmpty() ? String.join(" ", tokens) : null;
  }

  private static List<String> parts(Class<?> command) {
    List<String> parts = new ArrayList<>();
    for (Field field : command.getDeclaredFields()) {
      if (field.isAnnotationPresent(Mixin.class)
          || field.isAnnotationPresent(ParentCommand.class)) {
        parts.add("@" + field.getName());
      }
    }
    return parts;
  }

  private static String path(CommandSpec spec, Field field) {
    for (Field part : spec.userObject().getClass().getDeclaredFields()) {
      if (part.getType() == field.getDeclaringClass()) {
        return part.getName() + "." + field.getName();
      }
    }
    return field.getName();
  }

  private static String arity(PositionalParamSpec parameter) {
    boolean many = parameter.arity().max() > 1;
    return many ? "+" : parameter.arity().min() == 0 ? "?" : "";
  }

  private static boolean isPlain(ArgSpec argument) {
    boolean special =
        argument.converters().length > 0
            || argument.defaultValue() != null
            || argument.interactive()
            || !argument.splitRegex().isEmpty();
    return !special && argument.userObject() instanceof Field field && isPlain(argument, field);
  }

  private static boolean isPlain(ArgSpec argument, Field field) {
    Class<?> type = field.getType();
    int most = argument.arity().max();
    if (most == 0) {
      return type == boolean.class;
    }
    if (most > 1) {
      boolean needed = argument.isPositional() && argument.arity().min() == 1;
      return needed && (type == List.class || type == Set.class);
    }
    return type == String.class || type == Path.class || type.isEnum();
  }
}
