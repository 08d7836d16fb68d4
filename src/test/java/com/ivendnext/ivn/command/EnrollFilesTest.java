package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QR codes as files. */
class EnrollFilesTest {
  private static final String USER = MySite.USER;

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.withUser(directory);
  }

  private boolean nothingIsEnrolled() {
    return site.json("user", "authenticators", USER).get("authenticators").equals(List.of());
  }

  @Test
  void are_written_for_their_owner_only() throws IOException {
    String out =
        site.ok("user", "enroll", USER, "--no-qr", "--qr-png", "qr.png", "--qr-svg", "qr.svg");
    assertTrue(
        out.contains(
            "\nLet the user scan the file with the authenticator app, or type the key:\n\n"
                + "  PNG      "
                + site.file("qr.png")
                + "\n  SVG      "
                + site.file("qr.svg")
                + "\n  Key      "),
        out);
    for (String file : List.of("qr.png", "qr.svg")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(site.file(file))));
    }
    assertEquals((byte) 0x89, Files.readAllBytes(site.file("qr.png"))[0]);
    assertTrue(site.read("qr.svg").contains("<svg"));
  }

  @Test
  void are_named_in_json() {
    assertEquals(
        site.file("qr.png").toString(),
        site.json("user", "enroll", USER, "--qr-png", "qr.png").get("qr_png"));
    assertEquals(null, site.json("user", "enroll", USER).get("qr_png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--qr-png", "--qr-svg"})
  void do_not_overwrite_and_then_nothing_is_enrolled(String option) {
    site.write("qr", "precious");
    site.fails(
        5,
        "ivn: " + site.file("qr") + " exists already\nivn: hint: use --force to replace it\n",
        "user",
        "enroll",
        USER,
        option,
        "qr");
    assertEquals("precious", site.read("qr"));
    assertTrue(nothingIsEnrolled());
  }

  @Test
  void overwrite_where_they_are_told_to() throws IOException {
    site.write("qr.svg", "precious");
    site.ok("user", "enroll", USER, "--qr-svg", "qr.svg", "--force");
    assertTrue(site.read("qr.svg").contains("<svg"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(site.file("qr.svg"))));
  }

  @Test
  void never_replace_a_link_or_a_directory() throws IOException {
    Files.createSymbolicLink(site.file("link"), site.file("elsewhere"));
    for (String target : List.of("link", "sites")) {
      site.fails(
          5,
          "ivn: " + site.file(target) + " is not a regular file\nivn: hint: name another file\n",
          "user",
          "enroll",
          USER,
          "--qr-png",
          target,
          "--force");
    }
    assertFalse(Files.exists(site.file("elsewhere")));
    assertTrue(nothingIsEnrolled());
  }

  @Test
  void need_a_directory() {
    site.fails(
        8,
        "ivn: cannot write "
            + site.file("nosuch/qr.png")
            + ": there is no directory "
            + site.file("nosuch")
            + "\n",
        "user",
        "enroll",
        USER,
        "--qr-png",
        "nosuch/qr.png");
    assertTrue(nothingIsEnrolled());
  }
}
