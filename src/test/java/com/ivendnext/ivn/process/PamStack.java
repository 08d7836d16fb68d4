package com.ivendnext.ivn.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A directory like {@code /etc/pam.d} with the files of the documentation, for a bench of the test.
 * Where the tests run as root, the bench belongs to {@value #OWNER} and ivn becomes that account.
 */
final class PamStack {
  static final String OWNER = "daemon";
  static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final ConfigFiles PAGE = new ConfigFiles("pam.md");
  private static final String PERMIT = "%s required pam_permit.so\n";

  final RealBench bench;
  private final Path home;
  private final Path directory;
  private final Path services;

  /**
   * @param directory empty, to hold a bench, ivn and the services
   */
  PamStack(Path directory) throws IOException {
    this.directory = directory;
    services = Files.createDirectory(directory.resolve("pam.d"));
    home = directory.resolve("ivn");
    Tool.asked("cp", "-r", RealIvn.home().toString(), home.toString()); // for OWNER to read
    bench = RealBench.madeIn(Files.createDirectory(directory.resolve("bench")));
    install("ivn-code", "/etc/pam.d/ivn-code");
    write("common-account", String.format(PERMIT, "account"));
    write("common-session-noninteractive", String.format(PERMIT, "session"));
    write("other", "auth required pam_deny.so\naccount required pam_deny.so\n");
  }

  /** Adds accounts with an authenticator each: {@code anna} is {@code anna@example.com}. */
  PamStack enroll(String... accounts) {
    for (String account : accounts) {
      bench.enroll(account + "@example.com");
    }
    if (ROOT) {
      Tool.asked("chown", OWNER + ":" + OWNER, directory.toString());
      Tool.asked("chown", "-R", OWNER + ":" + OWNER, directory.resolve("bench").toString());
    }
    return this;
  }

  /** Installs a block of the page, by its title. */
  PamStack install(String service, String title) throws IOException {
    return write(service, here(PAGE.get(title)));
  }

  /** Installs the check with a word replaced, for what can go wrong. */
  PamStack installWith(String service, String word, String other) throws IOException {
    String file = here(PAGE.get("/etc/pam.d/ivn-code"));
    if (!file.contains(word)) {
      throw new AssertionError(file);
    }
    return write(service, file.replace(word, other));
  }

  PamStack write(String service, String content) throws IOException {
    Files.writeString(services.resolve(service), content);
    return this;
  }

  Path services() {
    return services;
  }

  /** What differs between the page and this machine: places and the owner of the bench. */
  private String here(String file) {
    String placed =
        file.replace("/opt/ivn", home.toString())
            .replace("/srv/bench", directory.resolve("bench").toString());
    return ROOT
        ? placed.replace("frappe", OWNER)
        : placed.replaceAll("(?m)^ +/usr/bin/setpriv .*\n", "");
  }

  /** Without it, pamtester would ask the machine's own PAM. */
  static boolean wrapperIsInstalled() {
    return Stream.of("x86_64", "aarch64")
        .anyMatch(
            cpu -> Files.exists(Path.of("/usr/lib", cpu + "-linux-gnu", "libpam_wrapper.so")));
  }

  /** Somebody types these lines where a service asks; pam_wrapper puts it in the place of PAM's. */
  RealIvn.Outcome authenticate(String service, String account, String... typed) throws IOException {
    Path wrapped = Files.createTempDirectory(directory, "wrapped");
    for (String name : new String[] {service, "other"}) {
      Files.writeString(wrapped.resolve(name), withIncludes(name));
    }
    return RealIvn.by("pamtester")
        .with("LD_PRELOAD", "libpam_wrapper.so")
        .with("PAM_WRAPPER", "1")
        .with("PAM_WRAPPER_SERVICE_DIR", wrapped.toString())
        .typing(String.join("\n", typed) + "\n")
        .run("-I", "rhost=192.0.2.7", service, account, "authenticate", "setcred");
  }

  /** pam_wrapper looks for what is included in the machine's own directory. */
  private String withIncludes(String service) throws IOException {
    StringBuilder whole = new StringBuilder();
    for (String line : Files.readString(services.resolve(service)).split("\n")) {
      String[] words = line.split("\\s+");
      boolean included =
          words[0].equals("@include") || words.length == 3 && words[1].equals("include");
      whole.append(included ? withIncludes(words[words.length - 1]) : line + "\n");
    }
    return whole.toString();
  }
}
