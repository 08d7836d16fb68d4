package com.ivendnext.ivn.twofactor;

/** Port: hands letters over, by mail or SMS. */
public interface DeliveryChannel {

  /**
   * What is missing in the settings before anything can be sent, a clause; null where nothing is.
   */
  String missing();

  /**
   * Hands {@code letter} over to the mail server or gateway.
   *
   * @throws com.ivendnext.ivn.Failure (delivery) with the server's answer in plain words and no
   *     secret in it
   */
  void deliver(Letter letter);

  /** The recipient as others may see it: {@code a***@example.com}, {@code +49******789}. */
  String masked(String to);
}
