package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every answer in JSON keeps to, tried with the examples of every command on a site where
 * something is going on: a command that is added is tried too.
 */
class JsonContractTest {
  /** Those, and what answers with a line per command. */
  private static final Set<String> NOT_IN_PROCESS = Set.of("quickstart", "serve", "batch");

  private static final Set<String> SHOW_SECRETS = Set.of("user enroll", "--show-secrets");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir static Path template;
  private static final List<String> SECRETS = new ArrayList<>();

  @TempDir Path directory;
  private MySite site;

  @BeforeAll
  static void populate() {
    MySite site = MySite.withUser(template);
    site.shell.ok("new-site", "other.example");
    site.ok("role", "add", "Accounts Manager");
    site.ok("user", "grant", MySite.USER, "Accounts Manager");
    SECRETS.clear();
    SECRETS.add(site.enrollAndConfirm(MySite.USER));
    SECRETS.add(site.enroll(MySite.USER, "--label", "old phone"));
    SECRETS.add(site.enroll("Administrator"));
    site.write("password.txt", PASSWORD + "\n");
    site.ok("set-config", "mail_password", "--value-file", "password.txt");
    site.ok("set-config", "webhook_token", "--value-file", "password.txt");
    SECRETS.add(PASSWORD);
    SECRETS.add((String) JsonDocument.parse(site.config()).get("ivn_encryption_key"));
  }

  @BeforeEach
  void copy_what_is_populated() throws IOException {
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, directory.resolve(template.relativize(file)));
      }
    }
    site = MySite.leftIn(directory);
  }

  static List<String> examples() throws ReflectiveOperationException {
    List<String> examples = new ArrayList<>();
    for (CommandEntry entry : CommandList.tree().entries()) {
      if (!entry.group() && entry.aliasOf() == null && !NOT_IN_PROCESS.contains(entry.path())) {
        Class<?> command = Class.forName("com.ivendnext.ivn.command." + entry.className());
        examples.addAll(List.of(command.getAnnotation(Examples.class).value()));
      }
    }
    return examples;
  }

  /** The words of an example, but for format and redirections, inside of the directory. */
  private List<String> words(String example) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(example.replaceAll(" (--format|-f) json| [<>] .*", ""));
    while (matcher.find()) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      String word = quoted == null ? matcher.group(3) : quoted;
      words.add(word.startsWith("/") ? directory + word : word);
    }
    words.remove("ivn");
    return words;
  }

  private Outcome run(List<String> words) {
    return site.shell.runWithInput("123456\n", words.toArray(new String[0]));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_answer_is_one_document_of_the_agreed_shape(String example) {
    List<String> words = words(example);
    words.addAll(List.of("--format", "json"));
    Outcome outcome = run(words);
    boolean all = example.contains("--site all");
    if (outcome.status() != 0 && outcome.status() != 9 && !all) {
      checkError(JsonDocument.error(outcome.status(), outcome));
    } else {
      assertEquals("", outcome.err());
      Map<String, Object> document = JsonDocument.parse(outcome.out());
      if (!example.contains("show-config") && !example.contains(" dump")) { // keys are names
        (all ? document.values() : List.of(document)).forEach(JsonContractTest::checkShape);
      }
    }
    if (SHOW_SECRETS.stream().noneMatch(example::contains)) {
      hasNoSecret(outcome.out() + outcome.err());
    }
  }

  private static void checkError(Map<String, Object> error) {
    assertTrue(
        error.keySet().containsAll(Set.of("code", "exit", "message", "hint")), error.toString());
    checkShape(error);
  }

  private static void checkShape(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(JsonContractTest::checkShape);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) -> {
            String key = name.toString();
            assertTrue(key.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), key);
            boolean time = key.endsWith("_at") || key.equals("until") || key.endsWith("_until");
            if (time && member != null) {
              assertTrue(
                  member.toString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
                  key + ": " + member);
            }
            checkShape(member);
          });
    }
  }

  private void hasNoSecret(String text) {
    for (String secret : SECRETS) {
      assertFalse(text.contains(secret), "an answer holds a secret");
      assertFalse(text.contains(grouped(secret)), "an answer holds a secret for people");
    }
  }

  private static String grouped(String secret) {
    return secret.matches("[A-Z2-7]{16,}") ? SharedSecret.ofBase32(secret).grouped() : secret;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_answer_for_people_holds_no_secret_either(String example) {
    Outcome outcome = run(words(example));
    if (SHOW_SECRETS.stream().noneMatch(example::contains)) {
      hasNoSecret(outcome.out() + outcome.err());
    }
  }

  @Test
  void the_audit_log_holds_neither_secret_nor_code() throws SQLException {
    String secret = SECRETS.get(0);
    String right = site.code(secret, 0);
    String wrong = site.wrongCode(secret);
    site.run("otp", "verify", MySite.USER, wrong);
    site.ok("otp", "verify", MySite.USER, right);
    site.run("otp", "verify", MySite.USER, right);
    site.run("otp", "verify", "GEZDGNBVGY3TQOJQ otpauth://", "malformed99");
    String log = audit();
    assertTrue(log.contains("otp.verify") && log.contains("replayed"), log);
    hasNoSecret(log);
    for (String absent : List.of(right, wrong, "malformed99", "otpauth:")) {
      assertFalse(log.contains(absent), absent);
    }
  }

  private String audit() throws SQLException {
    StringBuilder log = new StringBuilder();
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + site.file("sites/mysite/ivn.db"));
        ResultSet rows = store.createStatement().executeQuery("SELECT * FROM ivn_audit")) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          // any digits may be part of those, a code among them
          boolean digits = Set.of("mac", "at").contains(rows.getMetaData().getColumnName(i));
          log.append(digits ? "" : rows.getString(i)).append(' ');
        }
        log.append('\n');
      }
    }
    return log.toString();
  }

  @Test
  void no_file_but_the_config_holds_a_secret() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().matches(".*(_config\\.json|password\\.txt)")) {
          continue;
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        hasNoSecret(bytes);
        for (String secret : SECRETS.subList(0, 3)) {
          byte[] raw = SharedSecret.ofBase32(secret).bytes();
          assertFalse(bytes.contains(new String(raw, StandardCharsets.ISO_8859_1)));
        }
      }
    }
  }
}
