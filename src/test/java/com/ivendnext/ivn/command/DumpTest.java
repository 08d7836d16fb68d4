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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpTest {
  @TempDir Path directory;
  private MySite site;

  @BeforeEach
  void make() {
    site = MySite.in(directory);
  }

  private static final List<String> NAMES =
      List.of(
          "A",
          "null",
          "yes",
          "1",
          "a: b",
          "# x",
          "'",
          "\"",
          "M\u00fcller",
          "\u202eevil",
          "-",
          "{",
          "0x1");

  /** A site that somebody has used for a while. */
  private void use(Random random) {
    StringBuilder batch = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String role = pick(random) + i;
      batch.append("role add ").append(quoted(role)).append('\n');
      batch.append("role enable-2fa ").append(quoted(role)).append(" --force\n");
      String user = "user" + i + "@example.com";
      batch.append("user add ").append(user).append(" --full-name ").append(quoted(pick(random)));
      batch.append(random.nextBoolean() ? " --type 'Website User'" : "");
      batch.append(random.nextBoolean() ? " --mobile +4917000" + i : "");
      batch.append(random.nextBoolean() ? " --restrict-ip 192.0.2.0/24,10." : "");
      batch.append(random.nextBoolean() ? " --grant " + quoted(role) : "").append('\n');
      batch.append(random.nextBoolean() ? "user disable " + user + "\n" : "");
      batch.append(random.nextBoolean() ? "user enroll " + user + " --no-qr\n" : "");
      batch.append("user exempt ").append(user).append(" --for ").append(1 + random.nextInt(9));
      batch.append("h --reason ").append(quoted(pick(random))).append('\n');
    }
    batch.append("set-config enable_two_factor_auth ").append(random.nextBoolean());
    batch.append(" --force\nset-config otp_digits 8\nset-config two_factor_method SMS --force\n");
    batch.append("set-config -p sms_parameters \"{'key': 'hunter2'}\"\n");
    batch.append("set-config unknown_key x\nset-config mail_password hunter2\n");
    batch.append("set-config email_sender_name ").append(quoted(pick(random))).append('\n');
    site.write("batch", batch.toString());
    assertEquals(0, site.run("batch", "-f", "batch", "--keep-going").status(), batch.toString());
  }

  private static String pick(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void changes_nothing_when_it_is_applied(int seed) {
    use(new Random(seed));
    for (String format : List.of("yaml", "json")) {
      Outcome applied =
          site.runWithInput(site.ok("dump", "--as", format), "apply", "-f", "-", "--prune");
      assertEquals(
          new Outcome(0, "Nothing to change: mysite is what the file says.\n", ""), applied);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22, 23, 24})
  void makes_another_site_the_same(int seed) {
    use(new Random(seed));
    site.ok("set-config", "mail_password", "None");
    site.ok("set-config", "sms_parameters", "None");
    String dump = site.ok("dump");
    site.shell.ok("new-site", "other");
    Outcome applied =
        site.shell.runWithInput(dump, "--site", "other", "apply", "-f", "-", "--force");
    assertEquals(0, applied.status(), applied.err());
    assertEquals(dump, site.shell.ok("--site", "other", "dump").out());
  }

  @Test
  void holds_no_secret() {
    use(new Random(31));
    String dump = site.ok("dump");
    assertFalse(dump.contains("hunter2"), dump);
    assertTrue(dump.contains("mail_password: __CENSORED__\n"), dump);
    assertTrue(dump.contains("sms_parameters: __CENSORED__\n"), dump);
    assertFalse(dump.contains("encryption_key"), dump);
    assertFalse(dump.contains("unknown_key"), dump);
  }

  @Test
  void answers_in_json_with_the_state() {
    Map<String, Object> state = site.json("dump");
    assertEquals(1, state.get("version"));
    assertEquals(Map.of("two_factor", true), JsonDocument.members(state.get("roles")).get("All"));
  }

  @Test
  void writes_a_file_that_only_its_owner_reads() throws IOException {
    Outcome outcome = site.run("dump", "-o", "state.yaml");
    assertEquals(new Outcome(0, "Wrote mysite with 1 user to state.yaml.\n", ""), outcome);
    Path file = directory.resolve("state.yaml");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(site.ok("dump"), Files.readString(file));
  }

  @Test
  void overwrites_no_file_unasked() {
    site.write("state.yaml", "mine");
    site.fails(
        5,
        "ivn: " + directory + "/state.yaml exists already\nivn: hint: use --force to replace it\n",
        "dump",
        "-o",
        "state.yaml");
    assertEquals("mine", site.read("state.yaml"));
    site.ok("dump", "-o", "state.yaml", "--force");
    assertTrue(site.read("state.yaml").startsWith("version: 1\n"));
  }

  @Test
  void says_what_is_wrong_with_a_config_that_nobody_can_read() {
    site.config(site.config().replace("{", "{\"otp_digits\": \"many\","));
    Outcome outcome = site.run("dump");
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().contains("must be one of 6, 7, 8"), outcome.err());
  }
}
