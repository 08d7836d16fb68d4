package com.ivendnext.ivn.cli;

/** What the build finds out about the arguments of the classes in a package. */
public interface Arguments {
  /**
   * How the plain arguments of a class are spelt, or null where they cannot be: {@code
   * NAME,NAME=FIELD} is an option with a value, {@code =?FIELD} a flag; {@code FIELD} is a
   * positional parameter, with {@code ?} one that may lack and with {@code +} one or more, with
   * {@code +2} one or two; {@code @FIELD} is a mixin or the parent. A field of a mixin stands
   * behind the mixin's own and a dot.
   *
   * @param className without the package
   */
  String spelling(String className);

  /**
   * The options that every command takes, each a line of spelling, tab and description; null but
   * for the class that holds them.
   */
  String help(String className);

  /**
   * Sets a field, without reflection, which would cost half a JVM's start; false where it does not
   * know it.
   *
   * @param path class and field, such as {@code OtpVerify.code}
   */
  boolean set(Object owner, String path, Object value);
}
