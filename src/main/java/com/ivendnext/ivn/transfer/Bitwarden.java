package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import java.io.IOException;
import java.util.Set;

/**
 * The plain JSON export of Bitwarden, of a person or an organization: logins with an authenticator
 * are taken, and nothing else of it, no passwords above all.
 */
final class Bitwarden implements Format {
  private static final int LOGIN = 1;

  @Override
  public String name() {
    return "bitwarden";
  }

  @Override
  public String about() {
    return "the plain JSON export of Bitwarden";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS, Part.LABELS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.jsonMembers().contains("encrypted");
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    Json export = Json.parse(source.whole());
    if (export.member("encrypted").flag(false)) {
      throw Failure.data("the export is encrypted").hint("export it again from Bitwarden as .json");
    }
    if (export.member("items").absent()) {
      throw Failure.data("the export has no items");
    }
    for (Json item : export.member("items").elements()) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, item));
    }
  }

  private static Entry entry(Row row, Json item) {
    Json login = item.member("login");
    if (item.member("type").smallNumber(0) != LOGIN || login.absent()) {
      return null;
    }
    String username = login.member("username").text();
    return new BitwardenLogin(item.member("name").text(), username, login.member("totp").text())
        .entry(row);
  }
}
