package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final String PASSWORD = "hunter2-at-the-mail-server";

  @TempDir Path directory;

  private MySite site;
  private String secret;
  private String key;

  @BeforeEach
  void set_up() {
    site = MySite.withUser(directory);
    secret = site.enrollAndConfirm(MySite.USER);
    site.write("password.txt", PASSWORD);
    site.ok("set-config", "mail_password", "--value-file", "password.txt");
    key = (String) JsonDocument.parse(site.config()).get("ivn_encryption_key");
  }

  private String member(String file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(site.file(file).toFile())) {
      byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private List<String> members(String file) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(site.file(file).toFile())) {
      zip.stream().forEach(entry -> names.add(entry.getName()));
    }
    return names;
  }

  @Test
  void is_named_after_site_and_time_and_for_its_owner_alone() throws IOException {
    site.ok("backup");
    Path file = site.file("sites/mysite/ivn.backups/20261124T100000Z-mysite.ivn-backup.zip");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void holds_manifest_settings_and_store() throws IOException {
    site.ok("backup", "-o", "x.zip");
    assertEquals(
        List.of("manifest.json", "manifest.hmac", "settings.json", "ivn.db"), members("x.zip"));
    Map<String, Object> manifest = JsonDocument.parse(member("x.zip", "manifest.json"));
    assertEquals("mysite", manifest.get("site"));
    assertEquals("2026-11-24T10:00:00Z", manifest.get("created_at"));
  }

  @Test
  void holds_neither_the_key_nor_any_other_secret() throws IOException {
    site.ok("backup", "-o", "x.zip");
    for (String name : members("x.zip")) {
      String content = member("x.zip", name);
      assertFalse(content.contains(key) || content.contains(PASSWORD), name);
      assertFalse(content.contains(secret), name);
    }
    assertTrue(member("x.zip", "settings.json").contains("enable_two_factor_auth"));
  }

  @Test
  void holds_them_where_that_is_asked_for_and_warns() throws IOException {
    Outcome outcome = site.run("backup", "--with-key", "-o", "x.zip");
    assertEquals(0, outcome.status());
    assertTrue(outcome.err().contains("warning: whoever reads this file"), outcome.err());
    String settings = member("x.zip", "settings.json");
    assertTrue(settings.contains(key) && settings.contains(PASSWORD));
  }

  @Test
  void leaves_the_secrets_of_the_other_system_alone() throws IOException {
    site.config(
        site.config().replaceFirst("\\{", "{\"encryption_key\": \"k\", \"db_password\": \"p\","));
    site.run("backup", "--with-key", "-o", "x.zip");
    String settings = member("x.zip", "settings.json");
    assertFalse(settings.contains("db_password") || settings.contains("\"encryption_key\""));
  }

  @Test
  void is_in_the_audit_log() {
    site.ok("backup", "-o", "x.zip");
    String log = site.ok("audit", "list");
    assertTrue(log.contains("backup") && log.contains("x.zip"), log);
  }

  @Test
  void never_replaces_a_file() {
    site.write("x.zip", "precious");
    site.fails(
        5,
        "ivn: " + site.file("x.zip") + " exists already\nivn: hint: name another file\n",
        "backup",
        "-o",
        "x.zip");
    assertEquals("precious", site.read("x.zip"));
  }

  @Test
  void leaves_nothing_behind_where_it_fails() throws Exception {
    RawStore.sql(
        site.file("sites/mysite/ivn.db"),
        "UPDATE ivn_meta SET value = 'x' WHERE name = 'key_fingerprint'");
    assertEquals(8, site.run("backup", "-o", "x.zip").status());
    assertFalse(Files.exists(site.file("x.zip")));
    try (Stream<Path> files = Files.list(site.file("sites/mysite/ivn.backups"))) {
      assertEquals(0, files.count());
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
    }
  }

  @Test
  void goes_to_standard_output_alone() {
    Outcome outcome = site.run("backup", "-o", "-");
    assertEquals(0, outcome.status());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("PK"));
    assertEquals(2, site.run("backup", "-o", "-", "--format", "json").status());
  }

  @Test
  void a_directory_that_is_not_there_is_said_to_be_missing() {
    Outcome outcome = site.run("backup", "-o", "nowhere/x.zip");
    assertEquals(8, outcome.status());
    assertTrue(outcome.err().contains("there is no directory"), outcome.err());
  }

  @Test
  void is_verified_as_whole_and_genuine() {
    site.ok("backup", "-o", "x.zip");
    Map<String, Object> answer = site.json("backup", "--verify", "x.zip");
    assertEquals(true, answer.get("genuine"));
    assertEquals("mysite", answer.get("site"));
  }

  @Test
  void of_another_site_is_verified_as_whole() {
    site.shell.ok("new-site", "other.example");
    site.ok("backup", "-o", "x.zip");
    String said = site.shell.ok("--site", "other.example", "backup", "--verify", "x.zip").out();
    assertTrue(said.contains("only its key can tell"), said);
  }

  @Test
  void is_encrypted_with_a_passphrase() throws IOException {
    site.write("pass.txt", "correct horse battery staple\n");
    site.ok("backup", "--with-key", "--passphrase-file", "pass.txt", "-o", "x.age");
    String content = Files.readString(site.file("x.age"), StandardCharsets.ISO_8859_1);
    assertTrue(content.startsWith("age-encryption.org/v1\n-> scrypt "));
    assertFalse(content.contains("manifest"));
    assertEquals(
        true,
        site.json("backup", "--verify", "x.age", "--passphrase-file", "pass.txt").get("genuine"));
  }

  @Test
  void does_not_open_with_another_passphrase() {
    site.write("pass.txt", "correct horse battery staple\n");
    site.write("wrong.txt", "correct horse battery stable\n");
    site.ok("backup", "--passphrase-file", "pass.txt", "-o", "x.age");
    site.fails(
        8,
        "ivn: the passphrase is wrong, or the file is damaged\n",
        "backup",
        "--verify",
        "x.age",
        "--passphrase-file",
        "wrong.txt");
    assertEquals(2, site.run("backup", "--verify", "x.age").status());
  }
}
