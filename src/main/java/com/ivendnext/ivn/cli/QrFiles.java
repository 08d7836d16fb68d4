package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.provision.BulkEnrollment.Card;
import com.ivendnext.ivn.provision.BulkEnrollment.Issuer;
import com.ivendnext.ivn.provision.IssueDirectory;
import com.ivendnext.ivn.qr.QrMatrix;
import com.ivendnext.ivn.qr.QrPng;
import com.ivendnext.ivn.qr.QrSvg;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Draws a QR code per user into a file of its own. */
final class QrFiles implements Issuer {
  private static final int MODULE_PIXELS = 5;

  /** Longer names are cut; the id behind them keeps files apart. */
  private static final int NAME_LIMIT = 100;

  private final IssueDirectory directory;
  private final BulkOptions.Picture picture;

  QrFiles(IssueDirectory directory, BulkOptions.Picture picture) {
    this.directory = directory;
    this.picture = picture;
  }

  @Override
  public int issue(List<Card> cards) {
    List<Card> due =
        cards.stream().filter(card -> !directory.has(card.offer().authenticator().id())).toList();
    due.parallelStream().forEach(card -> directory.write(name(card), draw(card)));
    List<List<String>> rows = new ArrayList<>();
    for (Card card : due) {
      rows.add(
          List.of(
              card.person().user().name(),
              card.offer().authenticator().label(),
              name(card),
              "pending",
              card.offer().authenticator().id()));
    }
    directory.note(rows);
    return due.size();
  }

  private byte[] draw(Card card) {
    QrMatrix matrix = QrMatrix.of(card.offer().uri().uri());
    return picture == BulkOptions.Picture.PNG
        ? QrPng.bytes(matrix, MODULE_PIXELS)
        : QrSvg.text(matrix).getBytes(StandardCharsets.UTF_8);
  }

  /** The user, as far as file names take it, and the id of the authenticator. */
  private String name(Card card) {
    StringBuilder name = new StringBuilder();
    for (char character : card.person().user().name().toCharArray()) {
      boolean plain =
          character >= 'a' && character <= 'z'
              || character >= 'A' && character <= 'Z'
              || character >= '0' && character <= '9'
              || "@+_-".indexOf(character) >= 0
              || character == '.' && !name.isEmpty();
      name.append(plain ? character : '_');
    }
    name.setLength(Math.min(name.length(), NAME_LIMIT));
    return name + "." + card.offer().authenticator().id() + "." + picture;
  }
}
