package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.site.FrappeJson;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A backup that is read. Nothing of it is believed: members have fixed names and a fixed order, and
 * none becomes larger than the manifest says, which itself is held to what the file could hold.
 */
public final class Archive {
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.hmac";
  static final String SETTINGS = "settings.json";
  static final String DATABASE = "ivn.db";

  private static final int MANIFEST_LIMIT = 64 * 1024;

  /** What deflate makes of one byte at most is 1032. */
  private static final int MOST_INFLATION = 1100;

  private final Path file;
  private final Manifest manifest;
  private final byte[] manifestJson;
  private final String signature;
  private final Map<String, Object> settings;

  private Archive(Path file, ZipInputStream zip, OutputStream database) throws IOException {
    this.file = file;
    manifestJson = small(zip, MANIFEST, MANIFEST_LIMIT);
    manifest = Manifest.parse(manifestJson, file);
    requirePlausible();
    signature =
        new String(small(zip, SIGNATURE, MANIFEST_LIMIT), StandardCharsets.US_ASCII).strip();
    byte[] json = small(zip, SETTINGS, FrappeJson.MAX_BYTES);
    requireSame(manifest.settings(), json.length, digest().digest(json), SETTINGS);
    settings = FrappeJson.parse(json, file);
    copy(zip, database);
    if (zip.getNextEntry() != null) {
      throw damaged("there is more in it than there should be");
    }
  }

  /**
   * Reads a backup to its end.
   *
   * @param passphrase for one that is encrypted; null where there is none
   * @param database where the store goes as it is read; to be thrown away where this fails
   * @throws Failure data: it is no backup, damaged, cut off, of a newer ivn, or the passphrase is
   *     wrong; usage: there is no such file, or it is encrypted and there is no passphrase
   */
  static Archive read(Path file, char[] passphrase, OutputStream database) {
    if (!Files.isRegularFile(file)) {
      throw Failure.usage("there is no file " + file);
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      EndOfZip end = new EndOfZip(decrypted(raw, passphrase));
      Archive archive = new Archive(file, new ZipInputStream(end), database);
      if (!end.isWhole()) {
        throw archive.damaged("its end is missing");
      }
      return archive;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether it is encrypted: then it takes a passphrase to read it. */
  public static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return startsAsAge(in.readNBytes(AgePassphrase.MAGIC.length()));
    } catch (IOException unreadable) {
      return false; // reading it says why
    }
  }

  private static boolean startsAsAge(byte[] start) {
    return new String(start, StandardCharsets.US_ASCII).equals(AgePassphrase.MAGIC);
  }

  private static InputStream decrypted(InputStream raw, char[] passphrase) throws IOException {
    raw.mark(AgePassphrase.MAGIC.length());
    boolean encrypted = startsAsAge(raw.readNBytes(AgePassphrase.MAGIC.length()));
    raw.reset();
    if (!encrypted) {
      return raw;
    }
    if (passphrase == null) {
      throw Failure.usage("the backup is encrypted, and there is nobody to ask for the passphrase")
          .hint("--passphrase-file FILE reads it, or - from standard input");
    }
    return new AgePassphrase(passphrase, null).decrypting(raw);
  }

  private byte[] small(ZipInputStream zip, String name, int limit) throws IOException {
    next(zip, name);
    byte[] bytes = zip.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw damaged(name + " is too large");
    }
    return bytes;
  }

  private void next(ZipInputStream zip, String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    if (entry == null || !entry.getName().equals(name)) {
      throw manifest == null
          ? Failure.data(file + " is not a backup that ivn has made")
          : damaged(name + " is missing");
    }
  }

  private void requirePlausible() throws IOException {
    long most = Files.size(file) * MOST_INFLATION;
    long size = manifest.database().size();
    if (size < 0 || size > most) {
      throw damaged("it cannot hold as much as it says");
    }
  }

  private void copy(ZipInputStream zip, OutputStream target) throws IOException {
    next(zip, DATABASE);
    MessageDigest digest = digest();
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      size += n;
      if (size > manifest.database().size()) {
        throw damaged(DATABASE + " is larger than it says");
      }
      digest.update(buffer, 0, n);
      target.write(buffer, 0, n);
    }
    requireSame(manifest.database(), size, digest.digest(), DATABASE);
  }

  private void requireSame(Manifest.Member expected, long size, byte[] hash, String name) {
    boolean same = HexFormat.of().formatHex(hash).equals(expected.sha256());
    if (expected.size() != size || !same) {
      throw damaged(name + " is not what was backed up");
    }
  }

  private Failure damaged(String how) {
    return Failure.data("the backup " + file + " is damaged: " + how)
        .hint("take another one; nothing was changed");
  }

  private static Failure unreadable(Path file, IOException e) {
    boolean content = e instanceof ZipException || e instanceof EOFException;
    return content || e.getCause() instanceof GeneralSecurityException
        ? Failure.data("the backup " + file + " is damaged or was cut off")
            .hint("take another one; nothing was changed")
            .cause(e)
        : Failure.data("cannot read the backup " + file + ": " + e.getMessage()).cause(e);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The settings inside: those that ivn knows. */
  Map<String, Object> settings() {
    return settings;
  }

  /** Which of the keys it was sealed with. */
  Optional<MasterKey> keyAmong(Iterable<MasterKey> keys) {
    for (MasterKey key : keys) {
      if (key.fingerprint().equals(manifest.key())) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /**
   * Makes sure that it is what somebody with the key has made.
   *
   * @throws Failure (data) where it was changed since
   */
  void requireGenuine(MasterKey key) {
    byte[] expected = Manifest.signature(manifestJson, key).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
      throw damaged("somebody without the key of the site has changed it");
    }
  }
}
