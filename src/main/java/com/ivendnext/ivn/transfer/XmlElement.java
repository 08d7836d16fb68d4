package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML element with all that is in it, within {@link Limits}; names without namespaces. */
final class XmlElement {
  private static final int MOST_ELEMENTS = 1_000;

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(XMLStreamReader xml) {
    name = xml.getLocalName();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), Limits.text(xml.getAttributeValue(i)));
    }
  }

  /**
   * Reads the element that the reader stands at the beginning of.
   *
   * @throws Failure data, beyond the limits, or where there is more than elements and text
   */
  static XmlElement read(XMLStreamReader xml) throws XMLStreamException {
    XmlElement root = new XmlElement(xml);
    List<XmlElement> open = new ArrayList<>(List.of(root));
    int elements = 1;
    while (!open.isEmpty()) {
      XmlElement current = open.get(open.size() - 1);
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement child = new XmlElement(xml);
          current.children.add(child);
          open.add(child);
          if (++elements > MOST_ELEMENTS || open.size() > Limits.DEPTH) {
            throw Failure.data("an element of the file holds more than a key needs");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            current.append(xml.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          // says nothing
        }
        default -> throw refusedMarkup();
      }
    }
    return root;
  }

  /** What no file of keys needs, and what attacks are made of. */
  static Failure refusedMarkup() {
    return Failure.data("the file has a DOCTYPE or entities, which are refused");
  }

  private void append(String more) {
    if (text.length() + more.length() > Limits.TEXT) {
      throw Failure.data("a text of the file is longer than " + Limits.TEXT + " characters");
    }
    text.append(more);
  }

  String name() {
    return name;
  }

  /** Without white space around it; null where it is empty. */
  String text() {
    return Limits.text(text.toString());
  }

  /** Null where it is missing or empty. */
  String attribute(String attribute) {
    return attributes.get(attribute);
  }

  List<XmlElement> children() {
    return children;
  }

  /** The one element that this path leads to; null where there is none. */
  XmlElement find(String... path) {
    XmlElement found = this;
    for (String step : path) {
      found = found == null ? null : found.child(step);
    }
    return found;
  }

  /** The text of the element that this path leads to; null where there is none. */
  String textOf(String... path) {
    XmlElement found = find(path);
    return found == null ? null : found.text();
  }

  private XmlElement child(String wanted) {
    XmlElement found = null;
    for (XmlElement child : children) {
      if (child.name.equals(wanted)) {
        if (found != null) {
          throw Failure.data("there is more than one " + wanted);
        }
        found = child;
      }
    }
    return found;
  }

  /** Only the name: the text may be a secret. */
  @Override
  public String toString() {
    return "<" + name + ">";
  }
}
