package com.ivendnext.ivn.backup;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.crypto.Scrypt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A passphrase as the one recipient of an age file (age-encryption.org/v1, recipient type scrypt):
 * {@code age --decrypt} reads what this writes.
 */
final class AgePassphrase implements RecipientStanzaWriter, RecipientStanzaReader {
  /** How every age file begins. */
  static final String MAGIC = "age-encryption.org/v1\n";

  /**
   * OWASP Password Storage Cheat Sheet for scrypt: N = 2^17, which takes 128 MiB. age itself writes
   * 18 and would take 256 MiB, which is all the memory that ivn gives itself.
   */
  private static final int COST_LOG = 17;

  private static final String TYPE = "scrypt";
  private static final String LABEL = "age-encryption.org/v1/scrypt";
  private static final int SALT_BYTES = 16;

  private final byte[] passphrase;
  private final SecureRandom random;

  /**
   * @param random where salts come from; null for reading only
   */
  AgePassphrase(char[] passphrase, SecureRandom random) {
    ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
    this.passphrase = Arrays.copyOf(utf8.array(), utf8.limit());
    this.random = random;
  }

  /** What is written to it comes out of {@code target} encrypted; closing it closes that. */
  OutputStream encrypting(OutputStream target) throws IOException {
    try {
      return Channels.newOutputStream(
          new StandardEncryptingChannelFactory()
              .newEncryptingChannel(Channels.newChannel(target), List.of(this)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /**
   * What was encrypted.
   *
   * @throws Failure (data) where the passphrase is another one
   */
  InputStream decrypting(InputStream source) throws IOException {
    try {
      return Channels.newInputStream(
          new StandardDecryptingChannelFactory()
              .newDecryptingChannel(Channels.newChannel(source), List.of(this)));
    } catch (GeneralSecurityException e) {
      throw Failure.data("the passphrase is wrong, or the file is damaged").cause(e);
    }
  }

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] body = crypt(Cipher.ENCRYPT_MODE, salt, COST_LOG, fileKey.getEncoded());
    String text = Base64.getEncoder().withoutPadding().encodeToString(salt);
    return List.of(new Stanza(List.of(text, String.valueOf(COST_LOG)), body));
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    Iterator<RecipientStanza> all = stanzas.iterator();
    RecipientStanza stanza = all.hasNext() ? all.next() : null;
    boolean alone = stanza != null && stanza.getType().equals(TYPE) && !all.hasNext();
    if (!alone || stanza.getArguments().size() != 2) {
      throw Failure.data("the file is not encrypted with a passphrase")
          .hint("age --decrypt with the right identity makes a file that ivn reads");
    }
    byte[] salt = Base64.getDecoder().decode(stanza.getArguments().get(0));
    return new FileKey(
        crypt(Cipher.DECRYPT_MODE, salt, cost(stanza.getArguments().get(1)), stanza.getBody()));
  }

  private static int cost(String text) {
    if (!text.matches("[1-9][0-9]?") || Integer.parseInt(text) > COST_LOG) {
      throw Failure.data("the file asks for more memory than ivn gives itself")
          .hint("age --decrypt makes a file that ivn reads");
    }
    return Integer.parseInt(text);
  }

  private byte[] crypt(int mode, byte[] salt, int costLog, byte[] input)
      throws GeneralSecurityException {
    byte[] label = LABEL.getBytes(StandardCharsets.US_ASCII);
    byte[] labelled = Arrays.copyOf(label, label.length + salt.length);
    System.arraycopy(salt, 0, labelled, label.length, salt.length);
    byte[] key = Scrypt.derive(passphrase, labelled, costLog, 32);
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
    return cipher.doFinal(input);
  }

  private record Stanza(List<String> arguments, byte[] body) implements RecipientStanza {
    @Override
    public String getType() {
      return TYPE;
    }

    @Override
    public List<String> getArguments() {
      return arguments;
    }

    @Override
    public byte[] getBody() {
      return body;
    }
  }
}
