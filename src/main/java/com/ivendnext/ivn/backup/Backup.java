package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.FrappeJson;
import com.ivendnext.ivn.site.KeySwitch;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a backup of a site that others may be using. */
public final class Backup {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** iVendNext's own secrets, and what is about the bench, are no business of this backup. */
  private static final Set<Setting<?>> LEFT_OUT =
      Set.of(
          Settings.ENCRYPTION_KEY,
          Settings.ADMIN_PASSWORD,
          Settings.DB_PASSWORD,
          Settings.DEFAULT_SITE);

  private final Site site;
  private final Store store;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public Backup(Site site, Store store, Clock clock, Supplier<SecureRandom> random) {
    this.site = site;
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What goes into a backup.
   *
   * @param withKey whether the master key and the other secret settings do
   * @param passphrase what it is encrypted with; null for not at all
   */
  public record Content(boolean withKey, char[] passphrase) {}

  /**
   * A backup that was made.
   *
   * @param size its bytes
   */
  public record Made(Path file, long size, Manifest manifest) {}

  /** A file that is not there yet for a backup of now, in the site's own directory for them. */
  public Path usualFile(Content content, String purpose) {
    PrivateFile.makeDirectory(site.backups());
    String name = NAME.format(clock.instant()) + "-" + site.name() + purpose;
    String end = ".ivn-backup.zip" + (content.passphrase() == null ? "" : ".age");
    Path file = site.backups().resolve(name + end);
    for (int number = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); number++) {
      file = site.backups().resolve(name + "-" + number + end);
    }
    return file;
  }

  /**
   * Makes a backup.
   *
   * @throws Failure refused: the file exists; data: it cannot be written, or the store not be read;
   *     then there is no such file
   */
  public Made toFile(Path file, Content content) {
    Manifest[] made = {null};
    PrivateFile.write(file, out -> made[0] = to(out, content, file.getFileName().toString()));
    try {
      return new Made(file, Files.size(file), made[0]);
    } catch (IOException e) {
      throw Failure.data("cannot read " + file + ": " + e.getMessage()).cause(e);
    }
  }

  /**
   * Writes a backup to a stream, which stays open.
   *
   * @param name what it is called in the audit log
   */
  public Manifest to(OutputStream out, Content content, String name) throws IOException {
    PrivateFile.makeDirectory(site.backups());
    Path copy = site.backups().resolve(".copy." + ProcessHandle.current().pid() + ".tmp");
    try {
      MasterKey key = copyTo(copy);
      Manifest manifest = write(out, content, key, copy);
      store.write(
          () -> {
            store.record(Event.of("backup", site.name()).detail(name));
            return null;
          });
      return manifest;
    } finally {
      PrivateFile.remove(copy);
    }
  }

  /** The key that the copy is sealed with: it may just be changed. */
  private MasterKey copyTo(Path copy) {
    for (int attempt = 0; attempt < 3; attempt++) {
      PrivateFile.remove(copy);
      PrivateFile.makeIfMissing(copy);
      String before = store.vault().fingerprint();
      store.copies().copyTo(copy);
      if (before.equals(store.vault().fingerprint())) {
        return key(before);
      }
    }
    throw Failure.tryLater("the key of the site is being changed");
  }

  private MasterKey key(String fingerprint) {
    store.vault().check(); // says what is wrong with the key, where that is so
    for (MasterKey key : new SiteKey(site).candidates()) {
      if (key.fingerprint().equals(fingerprint)) {
        return key;
      }
    }
    throw Failure.tryLater("the key of the site is being changed");
  }

  private Manifest write(OutputStream out, Content content, MasterKey key, Path copy)
      throws IOException {
    byte[] settings = settings(content.withKey() ? key : null);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Manifest manifest =
        new Manifest(
            site.name(),
            now,
            store.copies().schema(),
            key.fingerprint(),
            content.withKey(),
            new Manifest.Member(Files.size(copy), hash(copy)),
            new Manifest.Member(
                settings.length, HexFormat.of().formatHex(Archive.digest().digest(settings))));
    if (content.passphrase() == null) {
      zip(out, manifest, key, settings, copy);
    } else {
      OutputStream open = new Unclosed(out);
      try (OutputStream sealed =
          new AgePassphrase(content.passphrase(), random.get()).encrypting(open)) {
        zip(sealed, manifest, key, settings, copy);
      }
    }
    return manifest;
  }

  private static void zip(
      OutputStream out, Manifest manifest, MasterKey key, byte[] settings, Path copy)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    byte[] json = manifest.json();
    long time = manifest.createdAt().toEpochMilli();
    add(zip, Archive.MANIFEST, time, json);
    String signature = Manifest.signature(json, key) + "\n";
    add(zip, Archive.SIGNATURE, time, signature.getBytes(StandardCharsets.US_ASCII));
    add(zip, Archive.SETTINGS, time, settings);
    zip.putNextEntry(entry(Archive.DATABASE, time));
    Files.copy(copy, zip);
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private static void add(ZipOutputStream zip, String name, long time, byte[] content)
      throws IOException {
    zip.putNextEntry(entry(name, time));
    zip.write(content);
    zip.closeEntry();
  }

  private static ZipEntry entry(String name, long time) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(time);
    return entry;
  }

  /**
   * @param key goes in with the other secrets; null for none of them
   */
  private byte[] settings(MasterKey key) {
    Map<String, Object> all = site.merged().values();
    Map<String, Object> kept = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.all()) {
      boolean wanted = key != null || !setting.secret();
      boolean ours = !LEFT_OUT.contains(setting) && !KeySwitch.concerns(setting);
      if (ours && wanted && all.get(setting.key()) != null) {
        kept.put(setting.key(), all.get(setting.key()));
      }
    }
    if (key != null) {
      kept.put(Settings.IVN_ENCRYPTION_KEY.key(), key.text());
    }
    return (FrappeJson.format(kept) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = Archive.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
