package com.ivendnext.ivn.transfer;

/** Port: what opens and closes encrypted files. */
public interface Secrets {

  /**
   * The passphrase of the file; a person may be asked.
   *
   * @throws com.ivendnext.ivn.Failure usage, where there is none and nobody to ask
   */
  char[] passphrase();

  /**
   * The key that both sides share.
   *
   * @throws com.ivendnext.ivn.Failure usage, where there is none
   */
  byte[] key();

  /** The {@code encryption_key} of the site that reads or writes; null where it has none. */
  byte[] siteKey();

  /** Whether a passphrase was given, without asking for it. */
  boolean hasPassphrase();

  /** Whether a key was given. */
  boolean hasKey();
}
