package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that others wrote read our backups: age, unzip, SQLite, and Python from the description.
 */
final class BackupOracleIT {
  private static final String PASSPHRASE = "correct horse battery staple";

  /** As src/docs/backup.md describes it: sums of the members, and HMAC under an HKDF key. */
  private static final String CHECK =
      """
      import base64, hashlib, hmac, json, sys, zipfile
      zip = zipfile.ZipFile(sys.argv[1])
      assert zip.testzip() is None
      text = zip.read("manifest.json")
      for name, member in json.loads(text)["members"].items():
          content = zip.read(name)
          assert len(content) == member["size"], name
          assert hashlib.sha256(content).hexdigest() == member["sha256"], name
      with open(sys.argv[2]) as f:
          master = base64.urlsafe_b64decode(json.load(f)["ivn_encryption_key"])
      prk = hmac.digest(bytes(32), master, "sha256")
      key = hmac.digest(prk, b"ivn backup\\x01", "sha256")
      assert hmac.new(key, text, "sha256").hexdigest() == zip.read("manifest.hmac").decode().strip()
      print("genuine")
      """;

  @TempDir private Path room;
  private RealBench bench;

  @BeforeEach
  void make() throws Exception {
    bench = RealBench.madeIn(Files.createDirectory(room.resolve("bench")));
    bench.enroll("a@example.com");
    Files.writeString(room.resolve("pass.txt"), PASSPHRASE + "\n");
  }

  private String at(String name) {
    return room.resolve(name).toString();
  }

  @Test
  void python_finds_it_whole_and_genuine() {
    bench.ok("backup", "-o", at("x.zip"));
    assertEquals(
        "genuine", Tool.asked("python3", "-c", CHECK, at("x.zip"), bench.config().toString()));
  }

  @Test
  void sqlite_reads_the_store() {
    Tool.need("unzip", "sqlite3");
    bench.ok("backup", "-o", at("x.zip"));
    Tool.asked("unzip", "-q", at("x.zip"), "-d", at("unpacked"));
    String store = at("unpacked/ivn.db");
    assertEquals("ok", Tool.asked("sqlite3", store, "PRAGMA integrity_check"));
    assertEquals("2", Tool.asked("sqlite3", store, "SELECT COUNT(*) FROM ivn_user"));
  }

  @Test
  void age_decrypts_it() {
    Tool.need("age", "expect");
    bench.ok("backup", "--passphrase-file", at("pass.txt"), "-o", at("x.age"));
    assertEquals(0, age("--decrypt", at("x.zip"), at("x.age")));
    assertEquals(
        "genuine", Tool.asked("python3", "-c", CHECK, at("x.zip"), bench.config().toString()));
    bench.ok("backup", "--verify", at("x.zip"));
  }

  /** age takes twice the memory that ivn gives itself. */
  @Test
  void what_age_encrypts_is_refused_with_what_to_do() {
    Tool.need("age", "expect");
    bench.ok("backup", "-o", at("x.zip"));
    assertEquals(0, age("--passphrase", at("x.age"), at("x.zip")));
    RealIvn.Outcome refused =
        bench.ivn().run("backup", "--verify", at("x.age"), "--passphrase-file", at("pass.txt"));
    assertEquals(8, refused.status(), refused::err);
    assertTrue(refused.err().contains("hint: age --decrypt makes a file that ivn reads"));
  }

  /** age asks for passphrases on a terminal only. */
  private int age(String mode, String output, String input) {
    String script =
        "set timeout 60\nspawn age "
            + mode
            + " -o "
            + output
            + " "
            + input
            + "\n"
            + "expect {\n  -re {[Pp]assphrase[^:]*: $} {send -- \""
            + PASSPHRASE
            + "\\r\"; exp_continue}\n  eof {}\n}\nexit [lindex [wait] 3]\n";
    return RealIvn.by("expect", "-c", script).run().status();
  }
}
