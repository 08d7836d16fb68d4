package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.SharedSecret;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The JSON backup of FreeOTP+: tokens whose secret is a list of signed bytes. Its counter is that
 * of the code that it shows next (Token.java, generateCodes). Tokens of the issuer Steam say TOTP
 * and are not.
 */
final class FreeOtpPlus implements Format {
  private static final String STEAM = "Steam";

  @Override
  public String name() {
    return "freeotp-plus";
  }

  @Override
  public String about() {
    return "the JSON backup of FreeOTP+";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    Set<String> members = head.jsonMembers();
    return members.contains("tokens") || members.contains("tokenOrder");
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    for (Json token : Json.parse(source.whole()).member("tokens").elements()) {
      Row row = Row.of(intake.count() + 1);
      intake.take(row, () -> entry(row, token));
    }
  }

  private static Entry entry(Row row, Json token) {
    Key key =
        AppKey.of(token)
            .ofType(token.member("type"))
            .read("algo", () -> SharedSecret.ofBytes(bytes(token.member("secret").elements())));
    String issuer = token.member("issuerExt").text();
    if (STEAM.equals(issuer)) {
      throw Failure.data("the codes of Steam are made in another way than TOTP");
    }
    return Entry.at(row)
        .user(token.member("label").text())
        .key(key.named(issuer == null ? token.member("issuerInt").text() : issuer, null))
        .build();
  }

  private static byte[] bytes(List<Json> numbers) {
    byte[] bytes = new byte[numbers.size()];
    for (int i = 0; i < bytes.length; i++) {
      long number = numbers.get(i).number(Long.MAX_VALUE);
      if (number < Byte.MIN_VALUE || number > Byte.MAX_VALUE) {
        throw Failure.data("the secret is no list of signed bytes");
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }
}
