package com.ivendnext.ivn.twofactor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: a store as a whole: copied while others use it, and put back from a copy. */
public interface StoreCopies {

  /** The version of the tables. */
  int schema();

  /**
   * Copies the store as it is at one moment.
   *
   * @param file exists and is empty
   */
  void copyTo(Path file);

  /** What is wrong with the store's file, in one sentence, or nothing. */
  Optional<String> damage();

  /**
   * How what was used since the copy was made is kept from being good again.
   *
   * @param windowSteps time steps accepted either side of now
   * @param upToDate whether no code was accepted since
   */
  record Terms(Instant now, int windowSteps, boolean upToDate) {}

  /** An authenticator by its user and label. */
  record Held(String user, String label) {}

  /**
   * What became of those whose use since is not known.
   *
   * @param back authenticators that had been revoked since, and are good again
   * @param ended hardware tokens whose counter is not known: their users enroll anew
   * @param recoveryCodes how many unused recovery codes have ended
   */
  record Restored(List<Held> back, List<Held> ended, int recoveryCodes) {}

  /**
   * Puts users, roles, authenticators, passwords and exemptions of another store in the place of
   * this one's, in one transaction. What only moves forward is not turned back: audit log, recovery
   * codes, counters, time steps, wrong codes. What was under way ends.
   *
   * @param store the file of a store of the same schema and key, which nobody uses
   * @param last is called in the transaction
   */
  void takeOver(Path store, Terms terms, Consumer<Restored> last);

  /**
   * Makes a store that is a copy itself fit for use, where the one it was copied from is not there
   * any more; inside {@link Store#write}.
   */
  Restored settle(Terms terms);
}
