package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.twofactor.Authenticator.Kind;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one PSKC file: plain, or AES-CBC and HMAC-SHA-256 under a key of its own for the MACs; a
 * passphrase becomes the key by PBKDF2 with HMAC-SHA-256.
 */
final class PskcWriting implements EntryWriter {
  /** OWASP Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256. */
  private static final int ITERATIONS = 600_000;

  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
  private static final String XENC11 = "http://www.w3.org/2009/xmlenc11#";
  private static final String PKCS5 = "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#";

  private final XMLStreamWriter xml;
  private final SecureRandom random;
  private byte[] key;
  private byte[] macKey;
  private long count;

  PskcWriting(Target target) throws IOException {
    this.random = target.random().get();
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target.stream(), "UTF-8");
      begin(target.secrets());
    } catch (XMLStreamException e) {
      throw unwritten(e);
    }
  }

  private static IOException unwritten(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
  }

  private void begin(Secrets secrets) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("KeyContainer");
    xml.writeDefaultNamespace(Pskc.NAMESPACE);
    xml.writeNamespace("ds", DS);
    xml.writeNamespace("xenc", XENC);
    xml.writeNamespace("xenc11", XENC11);
    xml.writeNamespace("pkcs5", PKCS5);
    xml.writeAttribute("Version", "1.0");
    if (secrets.hasKey()) {
      writeSharedKey(secrets.key());
    } else if (secrets.hasPassphrase()) {
      writeDerivedKey(secrets.passphrase());
    }
    if (key != null) {
      writeMacMethod();
    }
    xml.writeCharacters("\n");
  }

  private void writeSharedKey(byte[] shared) throws XMLStreamException {
    if (shared.length != 16 && shared.length != 24 && shared.length != 32) {
      throw Failure.usage("a key for AES has 16, 24 or 32 bytes, not " + shared.length);
    }
    key = shared;
    xml.writeStartElement("EncryptionKey");
    text("ds:KeyName", "Pre-shared key");
    xml.writeEndElement();
  }

  private void writeDerivedKey(char[] passphrase) throws XMLStreamException {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    PskcCipher.Derivation derivation = new PskcCipher.Derivation(salt, ITERATIONS);
    key = PskcCipher.derive("HmacSHA256", passphrase, derivation, KEY_BYTES);
    start("EncryptionKey", "xenc11:DerivedKey", "xenc11:KeyDerivationMethod");
    xml.writeAttribute("Algorithm", PskcCipher.PBKDF2);
    start("pkcs5:PBKDF2-params", "Salt");
    text("Specified", base64(salt));
    xml.writeEndElement();
    text("IterationCount", String.valueOf(ITERATIONS));
    text("KeyLength", String.valueOf(KEY_BYTES));
    empty("PRF", PskcCipher.HMAC_SHA256);
    end(2);
    text("xenc11:MasterKeyName", "Passphrase");
    end(2);
  }

  private void writeMacMethod() throws XMLStreamException {
    macKey = new byte[KEY_BYTES];
    random.nextBytes(macKey);
    xml.writeStartElement("MACMethod");
    xml.writeAttribute("Algorithm", PskcCipher.HMAC_SHA256);
    writeEncrypted("MACKey", PskcCipher.encrypt(key, macKey, random));
    xml.writeEndElement();
  }

  private void writeEncrypted(String name, byte[] cipherValue) throws XMLStreamException {
    xml.writeStartElement(name);
    empty("xenc:EncryptionMethod", PskcCipher.algorithm(key));
    xml.writeStartElement("xenc:CipherData");
    text("xenc:CipherValue", base64(cipherValue));
    end(2);
  }

  @Override
  public void write(Entry entry) throws IOException {
    if (entry.user() == null) {
      throw Failure.data("the entry names no user");
    }
    requireText(entry.user());
    for (Key one : entry.keys()) {
      requireText(one.issuer());
      requireText(one.label());
    }
    try {
      for (Key one : entry.keys()) {
        write(entry.user(), one);
      }
    } catch (XMLStreamException e) {
      throw unwritten(e);
    }
  }

  /** Control characters have no place in XML 1.0, however they are written. */
  private static void requireText(String text) {
    boolean fits =
        text == null || text.codePoints().allMatch(c -> c >= ' ' && c < 0xD800 || c > 0xDFFF);
    if (!fits || text != null && (text.indexOf(0xFFFE) >= 0 || text.indexOf(0xFFFF) >= 0)) {
      throw Failure.data("a name has characters that XML cannot hold");
    }
  }

  private void write(String user, Key one) throws XMLStreamException {
    start("KeyPackage", "Key");
    xml.writeAttribute("Id", "ivn-" + ++count);
    boolean counts = one.kind() == Kind.HOTP;
    xml.writeAttribute("Algorithm", counts ? PskcPackage.HOTP : PskcPackage.TOTP);
    optional("Issuer", one.issuer());
    xml.writeStartElement("AlgorithmParameters");
    text("Suite", "HMAC-" + one.algorithm().name());
    xml.writeEmptyElement("ResponseFormat");
    xml.writeAttribute("Encoding", "DECIMAL");
    xml.writeAttribute("Length", String.valueOf(one.digits()));
    xml.writeEndElement();
    optional("FriendlyName", one.label());
    writeData(one, counts);
    text("UserId", "UID=" + user.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1"));
    start("Policy");
    text("KeyUsage", "OTP");
    end(3);
    xml.writeCharacters("\n");
  }

  private void writeData(Key one, boolean counts) throws XMLStreamException {
    start("Data", "Secret");
    if (key == null) {
      text("PlainValue", base64(one.secret().bytes()));
    } else {
      byte[] cipherValue = PskcCipher.encrypt(key, one.secret().bytes(), random);
      writeEncrypted("EncryptedValue", cipherValue);
      text("ValueMAC", base64(PskcCipher.mac("HmacSHA256", macKey, cipherValue)));
    }
    xml.writeEndElement();
    start(counts ? "Counter" : "TimeInterval");
    text("PlainValue", String.valueOf(counts ? one.counter() : one.period()));
    end(2);
  }

  private void start(String... names) throws XMLStreamException {
    for (String name : names) {
      xml.writeStartElement(name);
    }
  }

  private void end(int elements) throws XMLStreamException {
    for (int i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void optional(String name, String text) throws XMLStreamException {
    if (text != null) {
      text(name, text);
    }
  }

  private void empty(String name, String algorithm) throws XMLStreamException {
    xml.writeEmptyElement(name);
    xml.writeAttribute("Algorithm", algorithm);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void finish() throws IOException {
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw unwritten(e);
    }
  }
}
