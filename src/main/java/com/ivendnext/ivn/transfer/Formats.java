package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Closest;
import java.util.List;

/** Every format, one line each, in the order in which they are guessed. */
public final class Formats {
  private static final List<Format> ALL =
      List.of(
          new Pskc(),
          new FrappeSql(),
          new UriList(),
          new GoogleMigration(),
          new Aegis(),
          new TwoFas(),
          new AndOtp(),
          new FreeOtpPlus(),
          new Bitwarden(),
          new BitwardenCsv(),
          new Authelia(),
          new DjangoOtp(),
          new UsersOath(),
          new GoogleAuthenticatorFile(),
          new OathCsv(),
          new Csv());

  private Formats() {}

  public static List<Format> all() {
    return ALL;
  }

  /**
   * The format of that name.
   *
   * @throws Failure usage, where there is none
   */
  public static Format named(String name) {
    for (Format format : ALL) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    String closest = Closest.to(name, names());
    throw Failure.usage(
        "there is no format "
            + Shown.of(name)
            + (closest == null ? "; there are " + list() : ", did you mean " + closest + "?"));
  }

  /**
   * The format of a file, by how it begins.
   *
   * @throws Failure data, where that is not clear
   */
  public static Format of(Head head) {
    for (Format format : ALL) {
      if (format.recognizes(head)) {
        return format;
      }
    }
    throw Failure.data("what kind of file this is cannot be told from its beginning")
        .hint("--as FORMAT says it: " + list());
  }

  private static List<String> names() {
    return ALL.stream().map(Format::name).toList();
  }

  private static String list() {
    return String.join(", ", names());
  }
}
