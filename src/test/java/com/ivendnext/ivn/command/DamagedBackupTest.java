package com.ivendnext.ivn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that is not what ivn has written is refused before anything is touched. */
class DamagedBackupTest {
  @TempDir Path directory;

  private MySite site;
  private byte[] good;
  private final Map<String, byte[]> members = new LinkedHashMap<>();

  @BeforeEach
  void back_up() throws IOException {
    site = MySite.withUser(directory);
    site.ok("backup", "-o", "good.zip");
    good = Files.readAllBytes(site.file("good.zip"));
    try (ZipFile zip = new ZipFile(site.file("good.zip").toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    site.ok("user", "add", "since@example.com");
  }

  private void refuses(byte[] content) throws IOException {
    Files.write(site.file("bad.zip"), content);
    Outcome verified = site.run("backup", "--verify", "bad.zip");
    assertEquals(8, verified.status(), verified.out());
    Outcome restored = site.run("restore", "bad.zip", "--yes");
    assertEquals(8, restored.status(), restored.out());
    assertTrue(site.ok("user", "list").contains("since@example.com"));
    assertEquals(1, directories());
  }

  /** Nothing is left of what was being made ready. */
  private long directories() throws IOException {
    try (var entries = Files.list(site.file("sites"))) {
      return entries.filter(Files::isDirectory).count();
    }
  }

  private byte[] zip(Map<String, byte[]> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void the_same_members_packed_anew_are_accepted() throws IOException {
    Files.write(site.file("again.zip"), zip(members));
    site.ok("backup", "--verify", "again.zip");
  }

  @Test
  void where_it_was_cut_off() throws IOException {
    for (int cut : new int[] {1, 2, 21, 22, 23, 100, 300, 1000, good.length / 2, good.length - 3}) {
      refuses(Arrays.copyOf(good, good.length - cut));
    }
    refuses(new byte[0]);
  }

  @Test
  void where_something_is_appended() throws IOException {
    refuses(Arrays.copyOf(good, good.length + 1));
  }

  @Test
  void where_a_byte_was_changed() throws IOException {
    Random random = new Random(7);
    int database = new String(good, StandardCharsets.ISO_8859_1).indexOf("ivn.db") + 10;
    for (int i = 0; i < 12; i++) {
      byte[] bad = good.clone();
      bad[database + random.nextInt(2000)] ^= (byte) (1 << random.nextInt(8));
      refuses(bad);
    }
  }

  @Test
  void where_a_member_is_missing_or_one_too_many() throws IOException {
    for (String name : members.keySet()) {
      Map<String, byte[]> fewer = new LinkedHashMap<>(members);
      fewer.remove(name);
      refuses(zip(fewer));
    }
    Map<String, byte[]> more = new LinkedHashMap<>(members);
    more.put("more.txt", new byte[3]);
    refuses(zip(more));
  }

  @Test
  void where_a_member_would_leave_the_directory() throws IOException {
    Map<String, byte[]> other = new LinkedHashMap<>();
    members.forEach(
        (name, content) -> other.put(name.equals("ivn.db") ? "../../x.db" : name, content));
    refuses(zip(other));
    assertFalse(Files.exists(directory.getParent().resolve("x.db")));
    assertFalse(Files.exists(site.file("x.db")));
  }

  @Test
  void where_it_unpacks_to_more_than_it_says() throws IOException {
    Map<String, byte[]> bomb = new LinkedHashMap<>(members);
    bomb.put("ivn.db", new byte[50 << 20]);
    refuses(zip(bomb));
    bomb.put("manifest.json", new byte[5 << 20]);
    refuses(zip(bomb));
  }

  @Test
  void where_it_says_that_it_holds_more_than_it_can() throws IOException {
    members.put("manifest.json", manifest("\"size\": [0-9]{5,}", "\"size\": 99999999999999"));
    refuses(zip(members));
  }

  private byte[] manifest(String pattern, String with) {
    String text = new String(members.get("manifest.json"), StandardCharsets.UTF_8);
    assertTrue(text.replaceAll(pattern, with).length() != text.length() || !text.matches(pattern));
    return text.replaceAll(pattern, with).getBytes(StandardCharsets.UTF_8);
  }

  /** Sums prove nothing against somebody who can write them. */
  @Test
  void where_somebody_without_the_key_has_changed_it_and_its_sums() throws Exception {
    byte[] settings = "{\"enable_two_factor_auth\": false}".getBytes(StandardCharsets.UTF_8);
    String hash =
        HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(settings));
    String manifest = new String(members.get("manifest.json"), StandardCharsets.UTF_8);
    int at = manifest.indexOf("settings.json");
    manifest =
        manifest.substring(0, at)
            + manifest
                .substring(at)
                .replaceFirst("[0-9a-f]{64}", hash)
                .replaceFirst("\"size\": [0-9]+", "\"size\": " + settings.length);
    members.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
    members.put("settings.json", settings);
    refuses(zip(members));
    String said = site.run("restore", "bad.zip", "--yes").err();
    assertTrue(said.contains("somebody without the key of the site has changed it"), said);
  }

  @Test
  void where_it_is_of_a_newer_ivn() throws IOException {
    members.put("manifest.json", manifest("ivn-backup-1", "ivn-backup-22"));
    refuses(zip(members));
  }

  @Test
  void where_it_is_something_else() throws IOException {
    refuses(zip(Map.of("a.txt", new byte[10])));
    refuses("hello".getBytes(StandardCharsets.UTF_8));
    assertEquals(2, site.run("restore", "missing.zip", "--yes").status());
    assertEquals(2, site.run("restore", "sites", "--yes").status());
  }
}
