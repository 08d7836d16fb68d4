package com.ivendnext.ivn.settings;

/** How a user is checked; the labels are Frappe's. */
public enum Method {
  OTP_APP("OTP App", null),
  EMAIL("Email", "NIST SP 800-63B-4 does not accept mail as a second factor; an app is safer"),
  SMS("SMS", "NIST SP 800-63B-4 restricts SMS as a second factor; an app is safer");

  private final String label;
  private final String caveat;

  Method(String label, String caveat) {
    this.label = label;
    this.caveat = caveat;
  }

  /** What whoever chooses it should know; null where there is nothing. */
  public String caveat() {
    return caveat;
  }

  /** The spelling in config files, on the command line and in answers. */
  public String label() {
    return label;
  }
}
