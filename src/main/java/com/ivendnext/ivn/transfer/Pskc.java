package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Portable Symmetric Key Container (RFC 6030): what token vendors deliver. Plain, or encrypted by
 * AES-CBC under a key that both sides share or that a passphrase derives (PBKDF2); then every value
 * must have a MAC, which is checked before it is decrypted.
 */
final class Pskc implements Format {
  static final String NAMESPACE = "urn:ietf:params:xml:ns:keyprov:pskc";

  @Override
  public String name() {
    return "pskc";
  }

  @Override
  public String about() {
    return "PSKC (RFC 6030), plain or encrypted with a passphrase or a shared key";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS, Part.LABELS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.text().stripLeading().startsWith("<") && head.text().contains(NAMESPACE);
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(source.text());
      requireContainer(xml);
      readContainer(xml, source.secrets(), intake);
      while (xml.hasNext()) {
        requireHarmless(xml.next());
      }
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof IOException unreadable) {
        throw unreadable;
      }
      // its message may quote what was read
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      throw Failure.data("this is no sound XML: it breaks off or is damaged at line " + line);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static void requireHarmless(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw XmlElement.refusedMarkup();
    }
  }

  private static void requireContainer(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    for (; event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
      requireHarmless(event);
    }
    if (!xml.getLocalName().equals("KeyContainer") || !NAMESPACE.equals(xml.getNamespaceURI())) {
      throw Failure.data("the file is not a KeyContainer of RFC 6030");
    }
    String version = xml.getAttributeValue(null, "Version");
    if (!"1.0".equals(version)) {
      throw Failure.data("the file is not of version 1.0 of RFC 6030");
    }
  }

  private static void readContainer(XMLStreamReader xml, Secrets secrets, Intake intake)
      throws XMLStreamException {
    PskcKeys keys = new PskcKeys(secrets);
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      requireHarmless(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        XmlElement element = XmlElement.read(xml);
        switch (element.name()) {
          case "EncryptionKey" -> keys.readEncryptionKey(element);
          case "MACMethod" -> keys.readMacMethod(element);
          case "KeyPackage" -> {
            Row row = Row.of(intake.count() + 1);
            intake.take(row, () -> new PskcPackage(element, keys).entry(row));
          }
          case "Signature", "Extensions" -> {
            // neither says anything about a key
          }
          default -> throw Failure.data("the file has an element that RFC 6030 does not know");
        }
      }
    }
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public boolean encrypts(Secrets secrets) {
    return secrets.hasPassphrase() || secrets.hasKey();
  }

  @Override
  public EntryWriter writer(Target target) throws IOException {
    return new PskcWriting(target);
  }
}
