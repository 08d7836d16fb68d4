package com.ivendnext.ivn.transfer;

import com.ivendnext.ivn.Failure;

/** What opens a file in tests. */
record TestSecrets(String word, byte[] bytes) implements Secrets {
  static final Secrets NONE = new TestSecrets(null, null);

  static Secrets passphrase(String word) {
    return new TestSecrets(word, null);
  }

  static Secrets key(byte[] bytes) {
    return new TestSecrets(null, bytes);
  }

  @Override
  public char[] passphrase() {
    if (word == null) {
      throw Failure.usage("there is nobody to ask for the passphrase");
    }
    return word.toCharArray();
  }

  @Override
  public byte[] key() {
    if (bytes == null) {
      throw Failure.usage("no key was given");
    }
    return bytes.clone();
  }

  /** That of a site that has one. */
  @Override
  public byte[] siteKey() {
    return new byte[32];
  }

  @Override
  public boolean hasPassphrase() {
    return word != null;
  }

  @Override
  public boolean hasKey() {
    return bytes != null;
  }
}
