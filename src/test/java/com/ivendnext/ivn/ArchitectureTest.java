package com.ivendnext.ivn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house: who may know whom, and which libraries live where. */
class ArchitectureTest {
  private static final String ROOT = "com.ivendnext.ivn";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /**
   * A room.
   *
   * @param knows the rooms it may use
   * @param libraries the packages of others that it may use
   */
  record Room(String name, Set<String> knows, Set<String> libraries) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Room> rooms() {
    return List.of(
        new Room(
            "command",
            Set.of(
                "cli",
                "completion",
                "web",
                "provision",
                "transfer",
                "login",
                "keys",
                "backup",
                "twofactor",
                "audit",
                "site",
                "settings",
                "otp"),
            Set.of("picocli")),
        new Room("completion", Set.of("cli", "settings"), Set.of("picocli")),
        new Room(
            "cli",
            Set.of(
                "provision",
                "transfer",
                "login",
                "keys",
                "backup",
                "twofactor",
                "audit",
                "terminal",
                "qr",
                "site",
                "settings",
                "otp"),
            Set.of("picocli", "com.fasterxml.jackson.core")),
        // ivn serve; nothing of it is loaded by other commands
        new Room(
            "web",
            Set.of("login", "twofactor", "audit", "qr", "site", "settings", "otp"),
            Set.of("org.eclipse.jetty", "com.fasterxml.jackson.core")),
        new Room(
            "provision",
            Set.of("twofactor", "audit", "site", "settings", "otp"),
            Set.of("org.snakeyaml.engine", "dev.harrel.jsonschema")),
        // fills its port of passphrases in cli; reads and writes the files of other programs
        new Room(
            "transfer",
            Set.of("twofactor", "audit", "settings", "crypto", "otp", "qr"),
            Set.of(
                "com.fasterxml.jackson.core",
                "de.siegmar.fastcsv",
                "javax.xml.stream",
                "org.snakeyaml.engine",
                "com.password4j")),
        new Room("login", Set.of("twofactor", "audit", "settings", "crypto"), Set.of()),
        new Room(
            "backup",
            Set.of("twofactor", "audit", "site", "settings", "crypto"),
            Set.of("com.exceptionfactory.jagged")),
        new Room("keys", Set.of("twofactor", "audit", "site", "settings", "crypto"), Set.of()),
        new Room("twofactor", Set.of("audit", "settings", "crypto", "otp"), Set.of()),
        new Room("audit", Set.of("crypto"), Set.of()),
        // fills the ports of the domain
        new Room(
            "jdbc",
            Set.of("twofactor", "audit", "settings", "crypto", "otp"),
            Set.of("java.sql", "org.sqlite")),
        // fills the port through which letters leave
        new Room(
            "delivery",
            Set.of("twofactor", "settings"),
            Set.of("jakarta.mail", "org.eclipse.angus.mail.smtp", "javax.net.ssl")),
        // fills the port through which audit records are forwarded
        new Room("syslog", Set.of("audit", "settings"), Set.of()),
        new Room("terminal", Set.of(), Set.of()),
        new Room("qr", Set.of(), Set.of("com.google.zxing", "javax.imageio", "java.awt.image")),
        // fills the port of the audit log's head
        new Room(
            "site", Set.of("audit", "settings", "crypto"), Set.of("com.fasterxml.jackson.core")),
        new Room("settings", Set.of("otp"), Set.of()),
        new Room("crypto", Set.of(), Set.of("org.bouncycastle.crypto")),
        new Room("otp", Set.of(), Set.of("org.bouncycastle.crypto")));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void knows_only_what_the_table_allows(Room room) {
    List<String> allowed = new ArrayList<>(List.of("java.lang..", "java.util..", "java.io.."));
    allowed.addAll(List.of("java.nio..", "java.math..", "java.time..", "java.text.."));
    allowed.addAll(List.of("java.net..", "java.security..", "javax.crypto.."));
    allowed.add(ROOT + "." + room.name() + "..");
    room.knows().forEach(known -> allowed.add(ROOT + "." + known + ".."));
    room.libraries().forEach(library -> allowed.add(library + ".."));
    classes()
        .that()
        .resideInAPackage(ROOT + "." + room.name() + "..")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(allowed.toArray(new String[0]))
                .or(JavaClass.Predicates.equivalentTo(Failure.class))
                .or(JavaClass.Predicates.equivalentTo(Failure.Kind.class))
                .or(new Primitive()))
        .check(CLASSES);
  }

  @Test
  void every_package_is_a_room() {
    Set<String> packages = new TreeSet<>();
    CLASSES.forEach(type -> packages.add(type.getPackageName()));
    Set<String> expected = new TreeSet<>(Set.of(ROOT));
    rooms().forEach(room -> expected.add(ROOT + "." + room.name()));
    assertEquals(expected, packages);
  }

  @Test
  void only_the_program_touches_the_system() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Ivn.class.getName())
        .should()
        .accessField(System.class, "in")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "console")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  /** Primitives and arrays of them have no package of their own. */
  private static final class Primitive
      extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
    Primitive() {
      super("primitive");
    }

    @Override
    public boolean test(JavaClass type) {
      return type.getBaseComponentType().isPrimitive();
    }
  }
}
