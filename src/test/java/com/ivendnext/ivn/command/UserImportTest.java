package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserImportTest {
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String MIXED =
      "user,full_name,roles\nann@example.com,Ann,\nbob,Bob,\ncid@example.com,Cid,Auditor\n";

  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make_a_site() {
    site = MySite.in(directory);
  }

  private boolean hasUser(String name) {
    try (Store store = site.store()) {
      return store.users().find(name).isPresent();
    }
  }

  @Test
  void tells_how_many_came_to_what() {
    site.write("people.csv", "user,secret\nann@example.com," + SECRET + "\n");
    site.prints(
        "Imported people.csv (csv): 1 added, 0 changed, 0 unchanged, 0 skipped, 0 rejected.\n",
        "user",
        "import",
        "people.csv");
    site.ok("otp", "verify", "ann@example.com", site.code(SECRET, 0));
  }

  @Test
  void bad_rows_are_listed_and_the_others_stay() {
    site.write("people.csv", MIXED);
    Outcome outcome = site.run("user", "import", "people.csv");
    assertEquals(8, outcome.status());
    assertEquals(
        """
        row 3 (bob): a user name is an e-mail address without spaces or colons
        row 4 (cid@example.com): there is no role Auditor
        Imported people.csv (csv): 1 added, 0 changed, 0 unchanged, 0 skipped, 2 rejected.
        """,
        outcome.out());
    assertEquals(
        "ivn: 2 rows rejected\n"
            + "ivn: hint: --rejects FILE writes such rows into a file; mend them there and import"
            + " it\n",
        outcome.err());
    assertTrue(hasUser("ann@example.com"));
  }

  @Test
  void bad_rows_can_be_mended_in_a_file_of_their_own() throws IOException {
    site.write("people.csv", MIXED);
    site.run("user", "import", "people.csv", "--rejects", "bad.csv");
    assertEquals(
        """
        user,full_name,roles
        # row 3: a user name is an e-mail address without spaces or colons
        bob,Bob,
        # row 4: there is no role Auditor
        cid@example.com,Cid,Auditor
        """,
        site.read("bad.csv"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(site.file("bad.csv"))));
    site.write("bad.csv", site.read("bad.csv").replace("bob,", "bob@example.com,"));
    site.ok("user", "import", "bad.csv", "--create-roles", "--rejects", "worse.csv");
    assertTrue(hasUser("bob@example.com") && hasUser("cid@example.com"));
    assertFalse(Files.exists(site.file("worse.csv")));
  }

  @Test
  void a_file_of_rejects_is_never_overwritten() {
    site.write("people.csv", MIXED);
    site.fails(
        5,
        "ivn: "
            + site.file("people.csv")
            + " exists already\nivn: hint: name another file for the rows that are rejected\n",
        "user",
        "import",
        "people.csv",
        "--rejects",
        "people.csv");
  }

  @Test
  void tells_the_same_in_json() {
    site.write("people.csv", MIXED);
    Outcome outcome = site.run("user", "import", "people.csv", "--format", "json");
    assertEquals(8, outcome.status());
    Map<String, Object> document = JsonDocument.parse(outcome.out());
    assertEquals(1L, ((Number) document.get("added")).longValue());
    List<Object> rejects = JsonDocument.elements(document.get("rejects"));
    assertEquals(List.of("bob", "cid@example.com"), JsonDocument.each("user", rejects));
    assertEquals(
        "2 rows rejected",
        JsonDocument.members(JsonDocument.parse(outcome.err()).get("error")).get("message"));
  }

  @Test
  void a_dry_run_changes_nothing() {
    site.write("people.csv", "user\nann@example.com\n");
    assertEquals(
        "Dry run, nothing was changed. It would say: Imported people.csv (csv): 1 added, 0"
            + " changed, 0 unchanged, 0 skipped, 0 rejected.\n",
        site.ok("user", "import", "people.csv", "--dry-run"));
    assertFalse(hasUser("ann@example.com"));
  }

  @Test
  void standard_input_is_a_file_too() {
    Outcome outcome =
        site.runWithInput(
            "otpauth://totp/x:ann%40example.com?secret=" + SECRET, "user", "import", "-");
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(hasUser("ann@example.com"));
  }

  @Test
  void a_conflict_can_be_settled() {
    site.ok("user", "add", "ann@example.com", "--full-name", "Ann");
    site.write("people.csv", "user,full_name\nann@example.com,Anna\n");
    assertEquals(8, site.run("user", "import", "people.csv").status());
    assertTrue(
        site.ok("user", "import", "people.csv", "--on-conflict", "skip").contains("1 skipped"));
    assertTrue(
        site.ok("user", "import", "people.csv", "--on-conflict", "replace").contains("1 changed"));
    site.fails(
        2,
        "ivn: --on-conflict must be skip, replace or fail, not \"maybe\"\n"
            + "ivn: hint: ivn user import --help shows what it takes\n",
        "user",
        "import",
        "people.csv",
        "--on-conflict",
        "maybe");
  }

  @Test
  void what_there_is_to_know_of_a_row_that_was_taken_is_told() {
    site.write("people.csv", "user,secret\nann@example.com,MFRGGZDFMZTWQ2LK\n");
    Outcome outcome = site.run("user", "import", "people.csv");
    assertEquals(
        "ivn: note: row 2 (ann@example.com): the secret has less than 128 bits; RFC 4226 asks for"
            + " more\n",
        outcome.err());
  }

  @Test
  void what_is_no_file_of_people_is_told_in_words() {
    site.write("story.txt", "Once upon a time\n");
    assertEquals(
        "what kind of file this is cannot be told from its beginning",
        site.error(8, "user", "import", "story.txt").get("message"));
    assertEquals(
        "there is no file nothing.csv",
        site.error(2, "user", "import", "nothing.csv").get("message"));
    assertEquals(
        "invalid value for option '--as': there is no format cvs, did you mean csv?",
        site.error(2, "user", "import", "story.txt", "--as", "cvs").get("message"));
  }

  @Test
  void rows_that_do_not_stand_alone_are_not_written_apart() {
    site.write("tokens.xml", "<x/>");
    assertEquals(
        "a file of format pskc has no rows to write apart",
        site.error(2, "user", "import", "tokens.xml", "--as", "pskc", "--rejects", "bad")
            .get("message"));
  }

  @Test
  void is_about_one_site() {
    site.write("people.csv", "user\nann@example.com\n");
    Outcome outcome = site.shell.run("--site", "all", "user", "import", "people.csv");
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("this command is about one site, not all of them"));
  }
}
