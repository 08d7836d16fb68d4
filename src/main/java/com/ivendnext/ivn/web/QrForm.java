package com.ivendnext.ivn.web;

import com.ivendnext.ivn.twofactor.EnrollmentLink;
import com.ivendnext.ivn.twofactor.EnrollmentLink.Opened;
import com.ivendnext.ivn.twofactor.Notice;
import com.ivendnext.ivn.twofactor.Verification;
import com.ivendnext.ivn.twofactor.Verification.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What {@code /qrcode} answers. */
public final class QrForm {
  private final EnrollmentLink links;
  private final Notice notice;
  private final Clock clock;

  /**
   * @param notice tells the user of a new authenticator
   */
  public QrForm(EnrollmentLink links, Notice notice, Clock clock) {
    this.links = links;
    this.notice = notice;
    this.clock = clock;
  }

  /**
   * {@code GET /qrcode?k=…}
   *
   * @param key may be null
   */
  public Page show(String key) {
    return links.open(key).map(opened -> QrPage.offer(opened, key)).orElseGet(QrPage::gone);
  }

  /**
   * {@code POST /qrcode} with the fields {@code k} and {@code code}.
   *
   * @param key may be null
   * @param code may be null
   */
  public Page submit(String key, String code) {
    Optional<Verification> answer = links.confirm(key, code == null ? "" : code);
    if (answer.isPresent() && answer.get().accepted()) {
      notice.after(answer.get());
      return QrPage.confirmed();
    }
    return answer
        .flatMap(refused -> links.open(key).map(opened -> refusal(opened, key, refused)))
        .orElseGet(QrPage::gone);
  }

  private Page refusal(Opened opened, String key, Verification refused) {
    return refused.reason() == Reason.THROTTLED
        ? QrPage.throttled(opened, key, Duration.between(clock.instant(), refused.until()))
        : QrPage.wrong(opened, key);
  }
}
