package com.ivendnext.ivn.settings;

/** How a user is checked; the labels are Frappe's. */
public enum Method {
  OTP_APP("OTP App"),
  EMAIL("Email"),
  SMS("SMS");

  private final String label;

  Method(String label) {
    this.label = label;
  }

  /** The spelling in config files, on the command line and in answers. */
  public String label() {
    return label;
  }
}
