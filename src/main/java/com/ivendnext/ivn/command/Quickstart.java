package com.ivendnext.ivn.command;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Nothing;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command
@Examples({"ivn quickstart", "ivn quickstart /tmp/try-ivn"})
final class Quickstart implements BenchCommand {
  private static final String USER = "user@example.com";

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Where to make the bench. Default: a new temporary directory.")
  Path directory;

  @Override
  public Result run(Invocation invocation) {
    Story story = new Story(invocation, CommandList.tree(), place(invocation), "demo");
    turnOn(story);
    enroll(story);
    verify(story);
    story.tell("Look around: ivn --bench " + story.bench() + " --site demo --help");
    return new Nothing();
  }

  private static void turnOn(Story story) {
    story.tell("A bench holds sites. This one is made for the occasion: " + story.bench());
    story.run(0, "new-site", "demo");
    story.tell("The switch. Role All asks everybody, from the start.");
    story.run(0, "set-config", "enable_two_factor_auth", "true");
    story.tell("A user, and whether that user needs a second factor.");
    story.run(0, "user", "add", USER, "--full-name", "First User");
    story.run(0, "user", "why", USER);
  }

  private static void enroll(Story story) {
    story.tell("The QR code that the user's phone scans.");
    story.run(0, "user", "enroll", USER, "--no-input");
    story.tell("The phone shows a code, which proves that the scan worked.");
    story.run(0, "user", "confirm", USER, story.code(USER, 0));
  }

  private static void verify(Story story) {
    story.tell("At the login the phone shows the next code. It is good …");
    String code = story.code(USER, 1);
    story.run(0, "otp", "verify", USER, code);
    story.tell("… once: the same code is refused.");
    story.run(3, "otp", "verify", USER, code);
    story.tell("How far the site has come.");
    story.run(0, "status");
  }

  private Path place(Invocation invocation) {
    try {
      return directory == null
          ? temporary(invocation)
          : Files.createDirectories(invocation.resolve(directory));
    } catch (IOException e) {
      throw Failure.data("cannot make the directory of the bench: " + e.getMessage()).cause(e);
    }
  }

  /** A private directory whose name is short enough to stand in every command that is shown. */
  private static Path temporary(Invocation invocation) throws IOException {
    String parent = invocation.context().environment().getOrDefault("TMPDIR", "/tmp");
    int number = 1000 + invocation.context().random().get().nextInt(9000);
    return Files.createDirectory(
        Path.of(parent, "ivn-" + number),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
