package com.ivendnext.ivn.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Writes one vault of Aegis: plain as it goes, encrypted in the end. */
final class AegisWriting implements EntryWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** What Aegis itself asks of scrypt: 32 MiB. */
  private static final int N = 1 << 15;

  private static final int R = 8;
  private static final int P = 1;

  private final OutputStream out;
  private final SecureRandom random;
  private final char[] passphrase;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final JsonGenerator json;

  AegisWriting(Target target) throws IOException {
    out = target.stream();
    random = target.random().get();
    passphrase = target.secrets().hasPassphrase() ? target.secrets().passphrase() : null;
    json = FACTORY.createGenerator(passphrase == null ? out : content);
    if (passphrase == null) {
      json.writeStartObject();
      json.writeNumberField("version", Aegis.VERSION);
      json.writeObjectFieldStart("header");
      json.writeNullField("slots");
      json.writeNullField("params");
      json.writeEndObject();
      json.writeFieldName("db");
    }
    json.writeStartObject();
    json.writeNumberField("version", Aegis.VERSION);
    json.writeArrayFieldStart("entries");
  }

  @Override
  public void write(Entry entry) throws IOException {
    if (entry.user() == null) {
      throw Failure.data("the entry names no user");
    }
    for (Key key : entry.keys()) {
      write(entry.user(), key);
    }
  }

  private void write(String user, Key key) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", key.kind() == Kind.HOTP ? "hotp" : "totp");
    json.writeStringField("uuid", uuid());
    json.writeStringField("name", user);
    json.writeStringField("issuer", key.issuer() == null ? "" : key.issuer());
    json.writeNullField("icon");
    json.writeObjectFieldStart("info");
    json.writeStringField("secret", key.secret().base32());
    json.writeStringField("algo", key.algorithm().name());
    json.writeNumberField("digits", key.digits());
    if (key.kind() == Kind.HOTP) {
      json.writeNumberField("counter", key.counter());
    } else {
      json.writeNumberField("period", key.period());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A random one, version 4 of RFC 9562 section 5.4. */
  private String uuid() {
    long first = random.nextLong() & ~0xF000L | 0x4000L;
    long second = random.nextLong() >>> 2 | 1L << 63;
    return new UUID(first, second).toString();
  }

  @Override
  public void finish() throws IOException {
    json.close();
    if (passphrase != null) {
      seal();
    }
    out.flush();
  }

  private void seal() throws IOException {
    byte[] masterKey = AppCipher.random(random, AppCipher.KEY_BYTES);
    byte[] salt = AppCipher.random(random, AppCipher.KEY_BYTES);
    byte[] wrapping = new AppCipher.Scrypt(salt, N, R, P).key(passphrase);
    try (JsonGenerator vault = FACTORY.createGenerator(out)) {
      vault.writeStartObject();
      vault.writeNumberField("version", Aegis.VERSION);
      vault.writeObjectFieldStart("header");
      vault.writeArrayFieldStart("slots");
      vault.writeStartObject();
      vault.writeNumberField("type", AegisVault.PASSWORD_SLOT);
      vault.writeStringField("uuid", uuid());
      vault.writeStringField("key", hex(seal(vault, "key_params", wrapping, masterKey)));
      vault.writeNumberField("n", N);
      vault.writeNumberField("r", R);
      vault.writeNumberField("p", P);
      vault.writeStringField("salt", hex(salt));
      vault.writeBooleanField("repaired", true);
      vault.writeEndObject();
      vault.writeEndArray();
      byte[] sealed = seal(vault, "params", masterKey, content.toByteArray());
      vault.writeEndObject();
      vault.writeStringField("db", Base64.getEncoder().encodeToString(sealed));
      vault.writeEndObject();
    }
  }

  /** Writes nonce and tag under a name; what remains goes where the caller puts it. */
  private byte[] seal(JsonGenerator vault, String name, byte[] key, byte[] plain)
      throws IOException {
    byte[] nonce = AppCipher.random(random, AppCipher.NONCE_BYTES);
    byte[] sealed = AppCipher.seal(key, nonce, plain);
    vault.writeObjectFieldStart(name);
    vault.writeStringField("nonce", hex(nonce));
    vault.writeStringField("tag", hex(Arrays.copyOfRange(sealed, plain.length, sealed.length)));
    vault.writeEndObject();
    return Arrays.copyOf(sealed, plain.length);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
