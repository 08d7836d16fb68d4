package com.ivendnext.ivn.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * Homes of the real launcher with a program in ivn's place that tells what the launcher gave it:
 * one line per argument and property, {@code name=value}, all but printable ASCII escaped.
 */
final class ProbeHome {

  private static final String PROGRAM =
      """
      package com.ivendnext.ivn;

      public final class Ivn {
        public static void main(String[] arguments) throws Exception {
          switch (arguments.length == 0 ? "" : arguments[0]) {
            case "exit" -> System.exit(Integer.parseInt(arguments[1]));
            case "echo" -> System.in.transferTo(System.out);
            case "load" -> System.load(arguments[1]);
            case "wait" -> {
              System.out.println("ready");
              new java.util.concurrent.CountDownLatch(1).await();
            }
            default -> tell(arguments);
          }
        }

        private static void tell(String[] arguments) {
          for (String argument : arguments) {
            tell("argument", argument);
          }
          for (String property : System.getProperties().stringPropertyNames()) {
            tell(property, System.getProperty(property));
          }
          tell("heap", Runtime.getRuntime().maxMemory() >> 20 > 256 ? "large" : "small");
          tell("locale", System.getenv("LC_ALL"));
        }

        private static void tell(String name, String value) {
          StringBuilder line = new StringBuilder(name).append('=');
          for (char c : String.valueOf(value).toCharArray()) {
            line.append(c >= ' ' && c <= '~' ? "" + c : String.format("\\\\u%04x", (int) c));
          }
          System.out.println(line);
        }
      }
      """;

  private final Path jar;

  private ProbeHome(Path jar) {
    this.jar = jar;
  }

  /** Compiles the program in an empty directory, which must outlive this object. */
  static ProbeHome compiledIn(Path room) throws IOException {
    Path source = Files.writeString(room.resolve("Ivn.java"), PROGRAM);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", room.toString(), source.toString());
    if (status != 0) {
      throw new IOException("the probe does not compile");
    }
    Path jar = room.resolve("ivn.jar");
    String name = "com/ivendnext/ivn/Ivn.class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry(name));
      Files.copy(room.resolve(name), entries);
    }
    return new ProbeHome(jar);
  }

  /** The program, ready to be a {@code lib/ivn.jar}. */
  Path jar() {
    return jar;
  }

  /** Lays out an installed home and returns its {@code bin/ivn}. */
  Path install(Path home) throws IOException {
    Files.createDirectories(home.resolve("lib"));
    Files.copy(jar, home.resolve("lib/ivn.jar"));
    return launcher(home);
  }

  /** Lays out a source checkout that is not built and returns its {@code bin/ivn}. */
  Path checkOut(Path root) throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    return launcher(root);
  }

  private static Path launcher(Path home) throws IOException {
    Path script = Files.createDirectories(home.resolve("bin")).resolve("ivn");
    Files.copy(RealIvn.home().resolve("bin/ivn"), script);
    return executable(script);
  }

  /** Writes an executable shell script. */
  static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return executable(Files.writeString(file, "#!/bin/sh\n" + text));
  }

  private static Path executable(Path file) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
    return file;
  }

  /** The values that the program told under a name, each on a line of its own. */
  static String told(RealIvn.Outcome outcome, String name) {
    StringBuilder values = new StringBuilder();
    for (String line : outcome.out().split("\n")) {
      if (line.startsWith(name + "=")) {
        values.append(line.substring(name.length() + 1)).append('\n');
      }
    }
    return values.toString().stripTrailing();
  }
}
