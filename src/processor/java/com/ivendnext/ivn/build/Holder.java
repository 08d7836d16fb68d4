package com.ivendnext.ivn.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** A class with fields that hold arguments: a command, a mixin, or the global options. */
record Holder(TypeElement type) {
  static final String PICOCLI = "picocli.CommandLine.";
  static final String OPTION = PICOCLI + "Option";
  static final String PARAMETERS = PICOCLI + "Parameters";
  static final String MIXIN = PICOCLI + "Mixin";
  static final String PARENT = PICOCLI + "ParentCommand";
  static final String COMMAND = PICOCLI + "Command";

  private static final Set<String> PLAIN_MEMBERS =
      Set.of(
          "names", "description", "paramLabel", "scope", "usageHelp", "versionHelp", "hidden",
          "order", "index", "arity");

  /** The fields that hold arguments or a part of them. */
  List<VariableElement> fields() {
    List<VariableElement> fields = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      boolean argument = has(member, OPTION) || has(member, PARAMETERS);
      boolean part = has(member, MIXIN) || has(member, PARENT);
      if (member.getKind() == ElementKind.FIELD && (argument || part)) {
        fields.add((VariableElement) member);
      }
    }
    return fields;
  }

  /**
   * The spelling as {@code cli.Spelling} reads it; null where a plain command line could not do
   * without something that is not plain.
   */
  String spelling() {
    List<String> tokens = new ArrayList<>();
    Map<Integer, String> positionals = new TreeMap<>();
    for (VariableElement field : fields()) {
      if (has(field, MIXIN) || has(field, PARENT)) {
        tokens.add("@" + field);
      }
      if (has(field, MIXIN) && !addOptionsOfMixin(tokens, field)
          || has(field, OPTION) && !addOption(tokens, field, "")
          || has(field, PARAMETERS) && !addPositional(positionals, field)) {
        return null;
      }
    }
    tokens.addAll(positionals.values());
    return String.join(" ", tokens);
  }

  /** Each option and its description, of the class with the options of every command; or null. */
  String help() {
    if (!has(type, COMMAND) || !members(type, COMMAND).containsKey("name")) {
      return null;
    }
    StringBuilder help = new StringBuilder();
    for (VariableElement field : fields()) {
      Map<String, Object> members = members(field, OPTION);
      String value = field.asType().toString().equals("boolean") ? "" : " " + members.get("paramLabel");
      help.append(String.join(", ", texts(members.get("names")))).append(value).append('\t');
      help.append(String.join(" ", texts(members.get("description")))).append('\n');
    }
    return help.toString();
  }

  private static boolean addOptionsOfMixin(List<String> tokens, VariableElement mixin) {
    Element mixinType = ((DeclaredType) mixin.asType()).asElement();
    for (VariableElement field : new Holder((TypeElement) mixinType).fields()) {
      if (!has(field, OPTION) || !addOption(tokens, field, mixin + ".")) {
        return false;
      }
    }
    return true;
  }

  /** False where the option must be given and is not plain; one that may lack is left out. */
  private static boolean addOption(List<String> tokens, VariableElement field, String prefix) {
    Map<String, Object> members = members(field, OPTION);
    boolean plain = PLAIN_MEMBERS.containsAll(members.keySet()) && !members.containsKey("arity");
    boolean flag = field.asType().toString().equals("boolean");
    if (plain && (flag || isOneWord(field))) {
      String names = String.join(",", texts(members.get("names")));
      tokens.add(names + "=" + (flag ? "?" : "") + prefix + field);
    }
    return !Boolean.TRUE.equals(members.get("required"));
  }

  private static boolean addPositional(Map<Integer, String> positionals, VariableElement field) {
    Map<String, Object> members = members(field, PARAMETERS);
    String arity = String.valueOf(members.getOrDefault("arity", "1"));
    String suffix = suffix(field, arity);
    if (suffix == null || !PLAIN_MEMBERS.containsAll(members.keySet())) {
      return false;
    }
    String index = String.valueOf(members.getOrDefault("index", String.valueOf(positionals.size())));
    int dots = index.indexOf("..");
    positionals.put(Integer.valueOf(dots < 0 ? index : index.substring(0, dots)), field + suffix);
    return true;
  }

  /** What stands behind the field; null where it is not plain. */
  private static String suffix(VariableElement field, String arity) {
    String fieldType = field.asType().toString();
    boolean many =
        fieldType.equals("java.util.List<java.lang.String>")
            || fieldType.equals("java.util.Set<java.lang.String>");
    if (isOneWord(field)) {
      return arity.equals("1") ? "" : arity.equals("0..1") ? "?" : null;
    }
    boolean counted = arity.length() == 4 && arity.startsWith("1..");
    return !many || !counted ? null : arity.endsWith("*") ? "+" : "+" + arity.charAt(3);
  }

  private static boolean isOneWord(VariableElement field) {
    String name = field.asType().toString();
    boolean isEnum =
        field.asType() instanceof DeclaredType declared
            && declared.asElement().getKind() == ElementKind.ENUM;
    return isEnum || name.equals("java.lang.String") || name.equals("java.nio.file.Path");
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        texts.add(String.valueOf(((javax.lang.model.element.AnnotationValue) item).getValue()));
      }
    } else {
      texts.add(String.valueOf(value));
    }
    return texts;
  }

  private static boolean has(Element element, String annotation) {
    return mirror(element, annotation) != null;
  }

  private static AnnotationMirror mirror(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(annotation)) {
        return mirror;
      }
    }
    return null;
  }

  /** The members that the source names, with their values. */
  private static Map<String, Object> members(Element element, String annotation) {
    Map<String, Object> members = new TreeMap<>();
    mirror(element, annotation)
        .getElementValues()
        .forEach((member, value) ->
            members.put(member.getSimpleName().toString(), value.getValue()));
    return members;
  }
}
