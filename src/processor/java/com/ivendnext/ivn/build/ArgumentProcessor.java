package com.ivendnext.ivn.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Writes, while javac compiles the commands, how their plain arguments are spelt and how their
 * fields are set: one class {@code PlainArguments} for each package that holds some.
 *
 * <p>picocli finds the same out at run time, which takes longer than a whole verification.
 */
@SupportedAnnotationTypes({
  Holder.OPTION,
  Holder.PARAMETERS,
  Holder.MIXIN,
  Holder.PARENT,
  Holder.COMMAND
})
public final class ArgumentProcessor extends AbstractProcessor {
  private static final String NAME = "PlainArguments";

  private final Map<String, Map<String, Holder>> holders = new TreeMap<>();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element found : round.getElementsAnnotatedWith(annotation)) {
        Element type = found instanceof TypeElement ? found : found.getEnclosingElement();
        add((TypeElement) type);
      }
    }
    if (!holders.isEmpty() && !round.processingOver()) {
      holders.forEach(this::write);
      holders.clear();
    }
    return false;
  }

  private void add(TypeElement type) {
    String room = processingEnv.getElementUtils().getPackageOf(type).toString();
    holders
        .computeIfAbsent(room, name -> new TreeMap<>())
        .put(type.getSimpleName().toString(), new Holder(type));
  }

  private void write(String room, Map<String, Holder> inRoom) {
    Element[] origins = inRoom.values().stream().map(Holder::type).toArray(Element[]::new);
    try (Writer out =
        processingEnv.getFiler().createSourceFile(room + "." + NAME, origins).openWriter()) {
      out.write(text(room, inRoom));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String room, Map<String, Holder> inRoom) {
    StringBuilder text = new StringBuilder();
    text.append("package ").append(room).append(";\n\n");
    text.append("/** Written by the build: the plain arguments of this package. */\n");
    text.append("final class " + NAME + " implements com.ivendnext.ivn.cli.Arguments {\n");
    text.append("  @Override\n  public String spelling(String className) {\n");
    text.append("    return switch (className) {\n");
    inRoom.forEach((name, holder) -> answer(text, name, holder.spelling()));
    text.append("      default -> null;\n    };\n  }\n\n");
    text.append("  @Override\n  public String help(String className) {\n");
    text.append("    return switch (className) {\n");
    inRoom.forEach((name, holder) -> answer(text, name, holder.help()));
    text.append("      default -> null;\n    };\n  }\n\n");
    text.append("  @Override\n  @SuppressWarnings(\"unchecked\")\n");
    text.append("  public boolean set(Object owner, String path, Object value) {\n");
    text.append("    switch (path) {\n");
    inRoom.forEach((name, holder) -> holder.fields().forEach(field -> setter(text, name, field)));
    text.append("      default -> {\n        return false;\n      }\n    }\n    return true;\n");
    return text.append("  }\n}\n").toString();
  }

  private static void answer(StringBuilder text, String name, String answer) {
    if (answer != null) {
      text.append("      case \"").append(name).append("\" -> ").append(literal(answer)).append(";\n");
    }
  }

  private static String literal(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return "\"" + escaped.replace("\t", "\\t").replace("\n", "\\n") + "\"";
  }

  /** Private fields are left to reflection. */
  private static void setter(StringBuilder text, String name, VariableElement field) {
    if (!field.getModifiers().contains(Modifier.PRIVATE)) {
      text.append("      case \"").append(name).append('.').append(field).append("\" -> ((");
      text.append(name).append(") owner).").append(field).append(" = (");
      text.append(field.asType()).append(") value;\n");
    }
  }
}
