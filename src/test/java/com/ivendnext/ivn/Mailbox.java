package com.ivendnext.ivn;

import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.Letter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A channel that keeps what it is handed, or refuses it. */
public final class Mailbox implements DeliveryChannel {
  public final List<Letter> letters = new CopyOnWriteArrayList<>();
  private String missing;
  private boolean broken;
  private boolean showsDomain;

  /** From now on a setting is missing. */
  public void lack(String setting) {
    missing = setting;
  }

  /** From now on mailboxes are masked as in real letters, for documentation. */
  public void showDomain() {
    showsDomain = true;
  }

  /** From now on nothing can be handed over. */
  public void breakDown() {
    broken = true;
  }

  /** The six digits in the last letter. */
  public String lastCode() {
    return find("\\b[0-9]{6}\\b");
  }

  /** The link in the last letter. */
  public String lastLink() {
    return find("(?m)^https?://\\S+$");
  }

  /** The key in that link. */
  public String lastKey() {
    return lastLink().substring(lastLink().indexOf("?k=") + 3);
  }

  private String find(String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(letters.get(letters.size() - 1).text());
    if (!found.find()) {
      throw new AssertionError("the last letter does not hold it");
    }
    return found.group();
  }

  @Override
  public String missing() {
    return missing;
  }

  @Override
  public void deliver(Letter letter) {
    if (broken) {
      throw Failure.delivery("the mail server does not answer");
    }
    letters.add(letter);
  }

  @Override
  public String masked(String to) {
    int at = showsDomain ? to.indexOf('@') : -1;
    return to.charAt(0) + "***" + (at < 0 ? "" : to.substring(at));
  }
}
