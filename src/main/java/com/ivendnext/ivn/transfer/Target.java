package com.ivendnext.ivn.transfer;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Where a file is written to.
 *
 * @param stream stays open
 * @param withSecrets whether entries may have any; a file without them needs no room for them
 * @param secrets what closes an encrypted file
 */
public record Target(
    OutputStream stream, boolean withSecrets, Secrets secrets, Supplier<SecureRandom> random) {

  /** The stream as UTF-8; to be flushed in the end. */
  public Writer text() {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
