package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.BulkEnrollment.Card;
import com.ivendnext.ivn.provision.BulkEnrollment.Issuer;
import com.ivendnext.ivn.provision.IssueDirectory;
import com.ivendnext.ivn.twofactor.Authenticator;
import com.ivendnext.ivn.twofactor.Enrollment;
import com.ivendnext.ivn.twofactor.LinkByMail;
import java.util.List;

/** Mails each user a link; one who cannot be reached does not keep the others from theirs. */
final class BulkMail implements Issuer {
  /** So many in a row, and it is not the users' mailboxes that are wrong. */
  private static final int GIVES_UP_AFTER = 10;

  private final LinkByMail links;
  private final IssueDirectory directory;
  private long failed;
  private int inARow;

  BulkMail(LinkByMail links, IssueDirectory directory) {
    this.links = links;
    this.directory = directory;
  }

  long failed() {
    return failed;
  }

  @Override
  public int issue(List<Card> cards) {
    int sent = 0;
    for (Card card : cards) {
      if (!directory.has(card.offer().authenticator().id()) && mail(card)) {
        sent++;
      }
    }
    return sent;
  }

  private boolean mail(Card card) {
    Authenticator pending = card.offer().authenticator();
    try {
      links.send(
          card.person().user(),
          Enrollment.Request.app(pending.user(), pending.label(), null, false));
    } catch (Failure notSent) {
      failed++;
      if (++inARow == GIVES_UP_AFTER) {
        throw notSent;
      }
      return false;
    }
    inARow = 0;
    directory.note(List.of(List.of(pending.user(), pending.label(), "", "mailed", pending.id())));
    return true;
  }
}
