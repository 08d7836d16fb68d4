package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A mount namespace in which this machine's accounts, PAM and sudoers are others: {@code anna} and
 * {@code bert}, the latter in the group {@code no-code}, both with the password {@value #PASSWORD}.
 */
final class PamMachine {
  static final String PASSWORD = "correct horse";
  private static final String HASH =
      "$6$ivnivnivn$nJkuSvwdyo.kcpW9cp3Sd.Zx7CRV7eKMaDzySZY9XlhiMGx5GyvLFga0k8LXzosQsTkIc169O4L4lXdrjulpR0";
  private static final String ENTRANCE =
      """
      set -e
      for file in passwd shadow group sudoers; do mount --bind "$0/$file" /etc/$file; done
      mount --bind "$0/pam.d" /etc/pam.d
      mount -t tmpfs ivn /run
      mkdir /run/sshd
      exec "$@"
      """;

  private final Path directory;

  /**
   * @param directory one with the services in {@code pam.d}
   */
  PamMachine(Path directory) throws IOException {
    this.directory = directory;
    boolean allowed =
        PamStack.ROOT
            && RealIvn.by("unshare", "--mount", "mount").run("-t", "tmpfs", "x", "/mnt").status()
                == 0;
    assumeTrue(allowed, "root may mount in a namespace of its own");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    account("passwd", "anna:x:5001:5001::/tmp:/bin/sh\nbert:x:5002:5002::/tmp:/bin/sh\n");
    account("shadow", shadow("anna") + shadow("bert"));
    account("group", "anna:x:5001:\nbert:x:5002:\nno-code:x:5003:bert\n");
    Files.writeString(directory.resolve("sudoers"), "Defaults lecture=never\nanna ALL=(ALL) ALL\n");
    Files.setPosixFilePermissions(
        directory.resolve("sudoers"), PosixFilePermissions.fromString("r--r-----"));
  }

  private void account(String file, String more) throws IOException {
    Path system = Path.of("/etc", file);
    Files.writeString(directory.resolve(file), Files.readString(system) + more);
    Files.setPosixFilePermissions(directory.resolve(file), Files.getPosixFilePermissions(system));
  }

  private static String shadow(String account) {
    return account + ":" + HASH + ":19000:0:99999:7:::\n";
  }

  /** A call in there, as root, of a command that gets its last arguments later. */
  RealIvn call(String... command) {
    List<String> words = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTRANCE));
    words.add(directory.toString());
    words.addAll(List.of(command));
    return RealIvn.by(words.toArray(String[]::new));
  }

  /** The words that run a command as {@code anna}. */
  static List<String> anna() {
    return List.of("setpriv", "--reuid=anna", "--regid=anna", "--init-groups");
  }
}
