package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.Values;
import java.util.function.Function;

/**
 * A letter that only shows that letters arrive, through the channel that codes take.
 *
 * @param to a mailbox or a phone number
 */
public record TestLetter(Method method, String to) {
  private static final String MAIL = "mail:";
  private static final String SMS = "sms:";

  /**
   * What was sent.
   *
   * @param destination where to, masked
   */
  public record Sent(String method, String destination) {}

  /**
   * Reads {@code mail:you@example.com} or {@code sms:+4917012345678}.
   *
   * @throws Failure (usage) for anything else
   */
  public static TestLetter to(String target) {
    if (target.startsWith(MAIL)) {
      return new TestLetter(Method.EMAIL, Accounts.mailbox(target.substring(MAIL.length())));
    }
    if (target.startsWith(SMS)) {
      return new TestLetter(Method.SMS, number(target.substring(SMS.length())));
    }
    throw Failure.usage("a test letter goes to mail:ADDRESS or sms:NUMBER")
        .hint("such as --send-test mail:you@example.com");
  }

  /** The country code, without which no gateway is asked, and the rest for the channel to read. */
  private static String number(String typed) {
    String number = Names.text(typed, "number");
    if (!number.startsWith("+") && !number.startsWith("00")) {
      throw Failure.usage("a number begins with its country code, such as +49");
    }
    return number;
  }

  /**
   * Sends it.
   *
   * @param channels how letters leave, by method
   * @throws Failure (delivery) where it was not handed over: with the server's words, or with what
   *     is missing in the settings
   */
  public Sent send(Values settings, Function<Method, DeliveryChannel> channels) {
    DeliveryChannel channel = channels.apply(method);
    String issuer = settings.get(Settings.OTP_ISSUER_NAME);
    String text = "This is a test from " + issuer + ". It arrived, so codes will too.";
    channel.deliver(new Letter(to, "Test from " + issuer, text));
    return new Sent(method.label(), channel.masked(to));
  }

  /** Without the destination. */
  @Override
  public String toString() {
    return "TestLetter[" + method + "]";
  }
}
