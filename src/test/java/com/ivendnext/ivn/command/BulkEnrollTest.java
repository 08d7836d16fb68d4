package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkEnrollTest {
  private static final List<String> USERS =
      List.of("a@example.com", "b@example.com", "c@example.com", "d@example.com");

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
    StringBuilder batch = new StringBuilder("role add Staff\n");
    USERS.forEach(user -> batch.append("user add ").append(user).append(" --grant Staff\n"));
    batch.append("user disable d@example.com\n");
    site.write("batch", batch.toString());
    site.ok("batch", "-f", "batch");
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> index() {
    return site.read("codes/index.csv").lines().toList();
  }

  @Test
  void draws_a_qr_code_for_everybody_with_a_role() throws IOException {
    assertEquals(
        "Made QR codes for 3 users; see codes.\n  1 user disabled, and left out\n",
        site.ok("user", "enroll", "--role", "Staff", "--out", "codes"));
    assertEquals(4, files("codes").size());
    assertEquals("user,label,file,state,authenticator", index().get(0));
    String[] row = index().get(1).split(",");
    assertEquals(
        "a@example.com,app,a@example.com." + row[4] + ".png,pending",
        row[0] + "," + row[1] + "," + row[2] + "," + row[3]);
    assertTrue(files("codes").contains(row[2]));
    assertEquals(row[4], site.json("user", "enroll", "a@example.com").get("id"));
    assertEquals(0, site.run("audit", "verify").status());
  }

  @Test
  void keeps_what_it_writes_private() throws IOException {
    site.ok("user", "enroll", "--role", "Staff", "--out", "codes");
    Path codes = directory.resolve("codes");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(codes)));
    for (String file : files("codes")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(codes.resolve(file))));
    }
  }

  @Test
  void issues_nothing_twice() throws IOException {
    site.ok("user", "enroll", "--role", "Staff", "--out", "codes");
    List<String> index = index();
    List<String> files = files("codes");
    site.ok("user", "add", "e@example.com", "--grant", "Staff");
    assertEquals(
        "Made QR codes for 1 user; see codes.\n"
            + "  3 users had got one by an earlier run\n  1 user disabled, and left out\n",
        site.ok("user", "enroll", "--role", "Staff", "--out", "codes"));
    assertEquals(index, index().subList(0, 4));
    assertEquals(5, index().size());
    assertTrue(files("codes").containsAll(files));
  }

  @Test
  void goes_on_where_a_run_was_killed() throws IOException {
    site.ok("user", "enroll", "--role", "Staff", "--out", "codes");
    String whole = site.read("codes/index.csv");
    site.write("codes/index.csv", whole.substring(0, whole.length() - 30));
    site.write("codes/" + index().get(2).split(",")[2], "half a picture");
    assertTrue(
        site.ok("user", "enroll", "--role", "Staff", "--out", "codes")
            .startsWith("Made QR codes for 1 user"));
    assertEquals(whole, site.read("codes/index.csv"));
    assertEquals(4, files("codes").size());
  }

  @Test
  void leaves_alone_who_has_an_authenticator() {
    site.enrollAndConfirm("b@example.com");
    Map<String, Object> answer =
        site.json("user", "enroll", "--role", "Staff", "--out", "codes", "--as", "svg");
    assertEquals(2, ((Number) answer.get("issued")).intValue());
    assertEquals(1, ((Number) answer.get("enrolled")).intValue());
    assertFalse(site.read("codes/index.csv").contains("b@example.com"));
  }

  @Test
  void enrolls_who_needs_it_and_lacks_it() {
    site.ok("role", "disable-2fa", "All");
    site.ok("role", "add", "Picky");
    site.ok("role", "enable-2fa", "Picky");
    site.ok("user", "grant", "c@example.com", "Picky");
    site.ok("set-config", "enable_two_factor_auth", "true");
    site.ok("user", "enroll", "--missing", "--out", "codes");
    assertEquals(2, index().size());
    assertTrue(index().get(1).startsWith("c@example.com,"));
  }

  @Test
  void enrolls_whom_a_file_names_and_tells_whom_it_does_not_find() {
    site.write(
        "list.csv",
        "Name,Town\n\"A@example.com\",\"x, y\"\nnobody@example.com\n\nb@example.com,z\n");
    Outcome outcome = site.run("user", "enroll", "--from", "list.csv", "--out", "codes");
    assertEquals(4, outcome.status());
    assertEquals("ivn: warning: there is no user nobody@example.com\n", outcome.err());
    assertEquals(3, index().size());
  }

  @Test
  void reads_the_list_from_a_pipe() {
    Outcome outcome =
        site.runWithInput("Administrator\n", "user", "enroll", "--from", "-", "--out", "codes");
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(2, index().size());
  }

  @Test
  void prints_a_sheet_of_cards() throws IOException {
    site.ok("user", "add", "x@example.com", "--full-name", "<b>M\u00fcller & Co</b>");
    site.write("list", "x@example.com\na@example.com\n");
    site.ok("user", "enroll", "--from", "list", "--sheet", "cards.html");
    String sheet = site.read("cards.html");
    assertTrue(sheet.contains("<h2>&lt;b&gt;M\u00fcller &amp; Co&lt;/b&gt;</h2>"), sheet);
    assertEquals(3, sheet.split("<section>").length);
    String secret = (String) site.json("user", "enroll", "a@example.com").get("secret");
    assertTrue(sheet.contains(secret.replaceAll("(.{4})(?!$)", "$1 ")), secret);
    assertFalse(Files.exists(directory.resolve(".cards.html.part")));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(directory.resolve("cards.html"))));
    assertEquals(5, site.run("user", "enroll", "--from", "list", "--sheet", "cards.html").status());
  }

  @Test
  void mails_everybody_once() {
    site.ok("set-config", "mail_server", "mail.example.com");
    site.ok("set-config", "auto_email_id", "ivn@example.com");
    site.ok("set-config", "host_name", "https://erp.example.com");
    String[] command = {"user", "enroll", "--role", "Staff", "--email", "--out", "codes"};
    assertEquals(
        "Mailed a link to 3 users; see codes.\n  1 user disabled, and left out\n",
        site.ok(command));
    assertEquals("a@example.com,app,,mailed", index().get(1).replaceFirst(",[^,]*$", ""));
    assertTrue(site.ok(command).startsWith("Mailed a link to 0 users"));
    assertEquals(4, index().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com --missing --out codes",
        "--missing",
        "",
        "a@example.com --out codes",
        "--missing --out codes --sheet x.html",
        "--missing --out codes --qr-png x.png",
        "--missing --sheet x.html --email",
        "--role Staff --from list --out codes",
        "--from none --out codes"
      })
  void says_what_does_not_go_together(String options) throws IOException {
    String[] words = ("user enroll " + options).strip().split(" ");
    Outcome outcome = site.run(words);
    assertEquals(2, outcome.status(), outcome.err());
    assertFalse(Files.exists(directory.resolve("codes")));
  }

  @Test
  void says_that_there_is_no_such_role() {
    assertEquals(4, site.run("user", "enroll", "--role", "Nobody", "--out", "codes").status());
  }

  @Test
  void goes_through_more_than_one_page() {
    StringBuilder state = new StringBuilder("users:\n");
    for (int i = 0; i < 1100; i++) {
      state.append("  many").append(i).append("@example.com: {roles: [Staff]}\n");
    }
    site.write("state", state.toString());
    site.ok("apply", "-f", "state");
    site.ok("user", "enroll", "--role", "Staff", "--out", "codes", "--as", "svg");
    assertEquals(1104, index().size());
    assertEquals(1104, index().stream().distinct().count());
  }
}
