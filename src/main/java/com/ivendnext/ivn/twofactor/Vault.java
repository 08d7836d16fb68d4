package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.crypto.MasterKey;
import java.util.List;
import java.util.function.Consumer;

/**
 * Port: every sealed value of a store, taken together, and the master key that it is sealed with.
 */
public interface Vault {

  /**
   * A sealed value that does not open.
   *
   * @param user whose it is; empty where it is the site's own
   */
  record Closed(String table, String row, String user) {}

  /**
   * The sealed values of one table.
   *
   * @param closed those that do not open
   */
  record Tally(String table, int values, List<Closed> closed) {}

  /** A sealed value before and after the key was changed; both are ciphertext. */
  record Replaced(String table, String row, String user, String before, String after) {}

  /** Tells which master key the store is sealed with. */
  String fingerprint();

  /**
   * Opens every sealed value.
   *
   * @throws com.ivendnext.ivn.Failure (data) where the site's key is not the store's
   */
  List<Tally> check();

  /**
   * Makes the store {@code next}'s, inside {@link Store#write}: until that ends nobody else can.
   *
   * @throws com.ivendnext.ivn.Failure data: the site's key is not the store's; try later: somebody
   *     was quicker
   */
  void claim(MasterKey next);

  /**
   * Seals every value anew for the key that has claimed the store, in the same transaction. Records
   * that are added from here on are signed with a key of their own, which is made now.
   *
   * @param replaced is handed what can put the old ciphertexts back
   * @return how many values there are
   */
  int reseal(MasterKey next, Consumer<Replaced> replaced);

  /**
   * Puts an old ciphertext back where the new one still stands, inside {@link Store#write}.
   *
   * @return whether it did
   */
  boolean putBack(Replaced replaced);

  /** Says that the store is sealed with the key of that fingerprint again. */
  void putBack(String fingerprint);
}
