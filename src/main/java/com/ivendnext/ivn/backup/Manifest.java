package com.ivendnext.ivn.backup;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.HmacSha256;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.site.FrappeJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands at the head of a backup.
 *
 * @param site the name of the site
 * @param createdAt when, to the second
 * @param schema the version of the store's tables
 * @param key the fingerprint of the master key that the store is sealed with
 * @param withKey whether the key and other secret settings are inside
 * @param database the member with the store
 * @param settings the member with the settings
 */
public record Manifest(
    String site,
    Instant createdAt,
    int schema,
    String key,
    boolean withKey,
    Member database,
    Member settings) {
  static final String FORMAT = "ivn-backup-1";

  /**
   * A file inside.
   *
   * @param size bytes
   * @param sha256 lower-case hex
   */
  public record Member(long size, String sha256) {}

  byte[] json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("site", site);
    json.put("created_at", createdAt.toString());
    json.put("schema", (long) schema);
    json.put("key", key);
    json.put("with_key", withKey);
    json.put("members", Map.of(Archive.DATABASE, json(database), Archive.SETTINGS, json(settings)));
    return (FrappeJson.format(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> json(Member member) {
    return Map.of("sha256", member.sha256(), "size", member.size());
  }

  /**
   * @throws Failure (data) where it is none, or one of a newer ivn
   */
  static Manifest parse(byte[] json, Path file) {
    Map<String, Object> map = FrappeJson.parse(json, file);
    if (!FORMAT.equals(map.get("format"))) {
      throw Failure.data(file + " is no backup, or one of a newer ivn");
    }
    try {
      Map<?, ?> members = value(map, "members", Map.class);
      return new Manifest(
          value(map, "site", String.class),
          Instant.parse(value(map, "created_at", String.class)),
          value(map, "schema", Number.class).intValue(),
          value(map, "key", String.class),
          value(map, "with_key", Boolean.class),
          member(members, Archive.DATABASE),
          member(members, Archive.SETTINGS));
    } catch (ClassCastException | DateTimeException nonsense) {
      throw Failure.data("the manifest of " + file + " is damaged").cause(nonsense);
    }
  }

  private static Member member(Map<?, ?> members, String name) {
    Map<?, ?> member = value(members, name, Map.class);
    return new Member(
        value(member, "size", Number.class).longValue(), value(member, "sha256", String.class));
  }

  private static <T> T value(Map<?, ?> map, String name, Class<T> type) {
    if (!type.isInstance(map.get(name))) {
      throw new ClassCastException(name);
    }
    return type.cast(map.get(name));
  }

  /** What only somebody with the master key can make of a manifest. */
  static String signature(byte[] json, MasterKey key) {
    return HexFormat.of().formatHex(HmacSha256.of(key.derive("ivn backup"), json));
  }
}
