package com.ivendnext.ivn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What {@code ivn --version} tells.
 *
 * @param ivn the version of this program
 * @param java the version of the JVM at hand
 * @param sqlite the version of the SQLite library it was built with
 */
public record Version(String ivn, String java, String sqlite) implements Result {

  /** The version of this build on the JVM at hand. */
  public static Version current() {
    Properties build = new Properties();
    try (InputStream in =
        Version.class.getResourceAsStream("/com/ivendnext/ivn/build.properties")) {
      build.load(in);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
    return new Version(
        build.getProperty("ivn"), Runtime.version().toString(), build.getProperty("sqlite"));
  }

  @Override
  public void print(TextWriter out) {
    out.line("ivn " + ivn).line("Java " + java).line("SQLite " + sqlite);
  }
}
