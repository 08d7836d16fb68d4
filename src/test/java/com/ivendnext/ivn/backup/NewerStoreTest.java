package com.ivendnext.ivn.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.command.MySite;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.site.FrappeJson;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A genuine backup, with a store that only a newer ivn understands. */
class NewerStoreTest {
  @TempDir Path directory;

  @Test
  void is_refused_before_anything_is_touched() throws Exception {
    MySite site = MySite.withUser(directory);
    site.ok("backup", "-o", "good.zip");
    site.ok("user", "add", "since@example.com");
    String text =
        (String) FrappeJson.parse(site.config().getBytes(), directory).get("ivn_encryption_key");
    makeNewer(site, MasterKey.parse(text, "test"));
    Outcome refused = site.run("restore", "newer.zip", "--yes");
    assertEquals(8, refused.status());
    assertTrue(refused.err().startsWith("ivn: the store has schema version 999"), refused.err());
    assertTrue(site.ok("user", "list").contains("since@example.com"));
    site.fails(8, refused.err(), "restore", "newer.zip", "--yes", "--replace");
  }

  private void makeNewer(MySite site, MasterKey key) throws Exception {
    try (ZipFile good = new ZipFile(site.file("good.zip").toFile());
        OutputStream out = Files.newOutputStream(site.file("newer.zip"))) {
      byte[] database = newer(good);
      String hash = HexFormat.of().formatHex(Archive.digest().digest(database));
      Manifest old = Manifest.parse(bytes(good, Archive.MANIFEST), directory);
      Manifest manifest =
          new Manifest(
              old.site(),
              old.createdAt(),
              999,
              old.key(),
              false,
              new Manifest.Member(database.length, hash),
              old.settings());
      ZipOutputStream zip = new ZipOutputStream(out);
      add(zip, Archive.MANIFEST, manifest.json());
      add(zip, Archive.SIGNATURE, Manifest.signature(manifest.json(), key).getBytes());
      add(zip, Archive.SETTINGS, bytes(good, Archive.SETTINGS));
      add(zip, Archive.DATABASE, database);
      zip.finish();
    }
  }

  private byte[] newer(ZipFile good) throws Exception {
    Path file = Files.write(directory.resolve("newer.db"), bytes(good, Archive.DATABASE));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE ivn_meta SET value = '999' WHERE name = 'schema_version'");
    }
    return Files.readAllBytes(file);
  }

  private static byte[] bytes(ZipFile zip, String name) throws Exception {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
