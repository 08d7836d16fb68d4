package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.KeyUri;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/**
 * {@code otpauth} URIs, one a line: what most authenticator apps can read or write as plain text.
 * The account of a URI is the name of the user.
 */
final class UriList implements Format {

  @Override
  public String name() {
    return "uri-list";
  }

  @Override
  public String about() {
    return "otpauth URIs, one a line, or a picture of their QR codes";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.firstLineStartsWith("otpauth://");
  }

  @Override
  public boolean byRows() {
    return true;
  }

  @Override
  public boolean uris() {
    return true;
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    source.lines().each(intake, UriList::entry);
  }

  private static Entry entry(Row row) {
    KeyUri uri = KeyUri.parse(row.text());
    return Entry.at(row).user(uri.account()).key(Key.of(uri)).build();
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public EntryWriter writer(Target target) {
    Writer out = target.text();
    return new EntryWriter() {
      @Override
      public void write(Entry entry) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Key key : entry.keys()) {
          lines.append(key.uri(account(entry)).uri()).append('\n');
        }
        out.append(lines);
      }

      @Override
      public void finish() throws IOException {
        out.flush();
      }
    };
  }

  private static String account(Entry entry) {
    if (entry.user() == null) {
      throw Failure.data("the entry names no user");
    }
    return entry.user();
  }
}
