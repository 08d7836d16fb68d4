package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A certificate and its key as the PEM files (RFC 7468) that every authority hands out. */
final class PemKeyStore {
  /** Not a secret: the store is never written. */
  static final String PASSWORD = "in memory";

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int LIMIT_BYTES = 1 << 20;

  private PemKeyStore() {}

  /**
   * @throws Failure data: a file cannot be read; refused: others may read the key
   */
  static KeyStore of(Path certificate, Path key) {
    refuseReadable(key);
    PrivateKey privateKey = privateKey(key);
    Certificate[] chain = chain(certificate);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("ivn", privateKey, PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException | IOException mismatch) {
      throw Failure.data(key + " and " + certificate + " do not fit").cause(mismatch);
    }
  }

  private static void refuseReadable(Path key) {
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(key);
      for (PosixFilePermission permission : granted) {
        if (!permission.name().startsWith("OWNER_")) {
          throw Failure.refused("others may read the key in " + key)
              .hint("chmod 600 keeps it to its owner");
        }
      }
    } catch (IOException gone) {
      throw unreadable(key, gone);
    }
  }

  private static Certificate[] chain(Path file) {
    try (InputStream in = new ByteArrayInputStream(bytes(file))) {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (chain.isEmpty()) {
        throw Failure.data(file + " holds no certificate");
      }
      return chain.toArray(new Certificate[0]);
    } catch (GeneralSecurityException | IOException damaged) {
      throw Failure.data(file + " holds no certificate that can be read").cause(damaged);
    }
  }

  private static PrivateKey privateKey(Path file) {
    String pem = new String(bytes(file), StandardCharsets.US_ASCII);
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw noKey(file);
    }
    String base64 = pem.substring(begin + BEGIN.length(), end);
    PKCS8EncodedKeySpec spec;
    try {
      spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException damaged) {
      throw noKey(file);
    }
    return privateKey(spec, file);
  }

  private static PrivateKey privateKey(PKCS8EncodedKeySpec spec, Path file) {
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException another) {
        // it is of another kind
      } catch (GeneralSecurityException missing) {
        throw new IllegalStateException(missing);
      }
    }
    throw noKey(file);
  }

  private static Failure noKey(Path file) {
    return Failure.data(file + " holds no private key in PKCS #8 without a password")
        .hint("openssl pkcs8 -topk8 -nocrypt turns other keys into one");
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LIMIT_BYTES);
    } catch (IOException trouble) {
      throw unreadable(file, trouble);
    }
  }

  private static Failure unreadable(Path file, IOException trouble) {
    return Failure.data("cannot read " + file).cause(trouble);
  }
}
