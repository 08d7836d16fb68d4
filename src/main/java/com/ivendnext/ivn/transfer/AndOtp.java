package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The plain backup of andOTP: a JSON array. In the older ones the label is {@code issuer - name}.
 */
final class AndOtp implements Format {
  private static final String SEPARATOR = " - ";

  @Override
  public String name() {
    return "andotp";
  }

  @Override
  public String about() {
    return "the plain backup of andOTP";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    return JsonRows.membersIn(head).containsAll(List.of("secret", "label", "type"));
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    for (Json token : Json.parse(source.whole()).elements()) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, token));
    }
  }

  private static Entry entry(Row row, Json token) {
    Key key =
        AppKey.of(token)
            .ofType(token.member("type"))
            .read("algorithm", () -> SharedSecret.ofBase32(token.member("secret").required()));
    String label = token.member("label").required();
    String issuer = token.member("issuer").text();
    int separator = label.indexOf(SEPARATOR);
    if (issuer == null && separator > 0) {
      issuer = label.substring(0, separator);
      label = label.substring(separator + SEPARATOR.length());
    }
    return Entry.at(row).user(label).key(key.named(issuer, null)).build();
  }
}
