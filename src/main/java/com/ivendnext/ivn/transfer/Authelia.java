package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * What {@code authelia storage user totp export} writes: YAML with one list, {@code
 * totp_configurations}, whose secrets are base32 in base64. Its {@code csv} and {@code uri} exports
 * are read as {@link Csv} and {@link UriList}.
 */
final class Authelia implements Format {
  static final String LIST = "totp_configurations";

  private static final Set<String> MEMBERS =
      Set.of(
          "created_at",
          "last_used_at",
          "username",
          "issuer",
          "algorithm",
          "digits",
          "period",
          "secret");

  @Override
  public String name() {
    return "authelia";
  }

  @Override
  public String about() {
    return "the YAML that \"authelia storage user totp export\" writes";
  }

  @Override
  public Set<Part> carries() {
    return Set.of(Part.USER, Part.KEYS, Part.SEVERAL_KEYS, Part.ISSUERS);
  }

  @Override
  public boolean recognizes(Head head) {
    return head.lines().stream().limit(2).anyMatch(line -> line.startsWith(LIST + ":"));
  }

  @Override
  public void read(Source source, Intake intake) throws IOException {
    CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source.whole()));
    AutheliaYaml.each(
        text.toString(),
        configuration -> {
          Row row = Row.of(intake.count() + 1);
          intake.take(row, () -> entry(row, configuration));
        });
  }

  private static Entry entry(Row row, Map<String, String> configuration) {
    if (!MEMBERS.containsAll(configuration.keySet())) {
      throw Failure.data("the entry says more than Authelia does, and it is not known what");
    }
    HashAlgorithm algorithm = HashAlgorithm.parse(required(configuration, "algorithm"));
    int digits = Numbers.small(required(configuration, "digits"), "digits");
    int period = Numbers.small(required(configuration, "period"), "period");
    Key key =
        Key.totp(secret(required(configuration, "secret")), new Totp(algorithm, digits, period));
    return Entry.at(row)
        .user(required(configuration, "username"))
        .key(key.named(configuration.get("issuer"), null))
        .build();
  }

  private static String required(Map<String, String> configuration, String name) {
    String text = configuration.get(name);
    if (text == null) {
      throw Failure.data(name + " is missing");
    }
    return text;
  }

  private static SharedSecret secret(String base64) {
    try {
      byte[] base32 = Base64.getDecoder().decode(base64);
      return SharedSecret.ofBase32(new String(base32, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      // not kept as the cause: its message may quote the secret
      throw Failure.data("the secret is not base64");
    }
  }
}
