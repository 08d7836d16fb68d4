package com.ivendnext.ivn.twofactor;

/** Frappe's two kinds of users. */
public enum UserType {
  /** Works in the desk; can hold roles that matter. */
  SYSTEM_USER("System User"),
  /** Visits the website or portal only; never asked for a second factor. */
  WEBSITE_USER("Website User");

  private final String label;

  UserType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }
}
