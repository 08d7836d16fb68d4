package com.ivendnext.ivn.keys;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.KeyFile;
import com.ivendnext.ivn.site.KeySwitch;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.Store;
import com.ivendnext.ivn.twofactor.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes the master key of a site and seals everything anew. Whenever it is interrupted, config
 * and store fit: {@link KeySwitch} tells how; the next rotation finishes what was begun.
 *
 * <p>All of it but the last step happens inside one transaction, which excludes other rotations: so
 * a next key that stands in the config is either that of this one, or was left by one that died.
 */
public final class KeyRotation {
  private final Site site;
  private final Store store;
  private final Vault vault;
  private final KeySwitch keySwitch;
  private final Supplier<SecureRandom> random;

  public KeyRotation(Site site, Store store, Supplier<SecureRandom> random) {
    this.site = site;
    this.store = store;
    this.vault = store.vault();
    this.keySwitch = new KeySwitch(site);
    this.random = random;
  }

  /**
   * What is wanted.
   *
   * @param keyFile where the next key is, or is to be made, absolute; null for one in the config
   * @param rollbackFile where to write what can undo it; null for nowhere
   */
  public record Order(Path keyFile, Path rollbackFile) {}

  /**
   * What was done.
   *
   * @param interrupted whether an earlier rotation was finished, and nothing else was done
   * @param before the fingerprint of the key until now; null where that is not known
   * @param after that of the key from now on
   * @param keyFileMade whether the key file was not there before
   * @param values how many sealed values there are
   */
  public record Outcome(
      boolean interrupted, String before, String after, boolean keyFileMade, int values) {}

  /** The key that the store is to be sealed with. */
  private record Next(MasterKey key, Path file, boolean made) {}

  /**
   * What {@link #rotate} would do; nothing is changed.
   *
   * @throws Failure as that
   */
  public Outcome rehearse(Order order) {
    requireUsable(order);
    String before = vault.fingerprint();
    if (keySwitch.staged().filter(key -> key.fingerprint().equals(before)).isPresent()) {
      return finished(before);
    }
    boolean there = order.keyFile() != null && isThere(order.keyFile());
    String after = there ? another(read(order.keyFile()), before).fingerprint() : null;
    int values = KeyCheck.total(new KeyCheck(vault).run());
    return new Outcome(false, before, after, order.keyFile() != null && !there, values);
  }

  /**
   * Changes the key, or finishes a change that was interrupted.
   *
   * @throws Failure refused: it is the key that the site has, or a file is in the way; usage: the
   *     key is kept in a file and no other is named; data: a value does not open, or a file cannot
   *     be used; then nothing has changed
   */
  public Outcome rotate(Order order) {
    requireUsable(order);
    Next[] next = {null};
    try {
      return store.write(() -> interrupted().orElseGet(() -> change(order, next)));
    } finally {
      settle(next[0], order.rollbackFile());
    }
  }

  private void requireUsable(Order order) {
    String now = site.merged().typed().get(Settings.IVN_ENCRYPTION_KEY_FILE);
    if (now != null && order.keyFile() == null) {
      throw Failure.usage(
              "the key of " + site.name() + " is kept in " + now + ", not in its config")
          .hint("name another file with --key-file FILE; it is made if it is not there");
    }
    if (order.rollbackFile() != null) {
      PrivateFile.requireWritable(order.rollbackFile(), false);
    }
  }

  /** Inside the transaction: what another rotation has left. */
  private Optional<Outcome> interrupted() {
    String holds = vault.fingerprint();
    MasterKey staged = keySwitch.staged().orElse(null);
    if (staged == null) {
      return Optional.empty();
    }
    if (staged.fingerprint().equals(holds)) {
      keySwitch.finish(holds);
      return Optional.of(finished(holds));
    }
    keySwitch.abandon(staged.fingerprint());
    return Optional.empty();
  }

  private static Outcome finished(String holds) {
    return new Outcome(true, null, holds, false, 0);
  }

  private Outcome change(Order order, Next[] chosen) {
    new KeyCheck(vault).run();
    String before = vault.fingerprint();
    Next next = choose(order.keyFile(), before);
    chosen[0] = next;
    vault.claim(next.key());
    keySwitch.stage(next.key(), next.file());
    int values = reseal(next.key(), before, order.rollbackFile());
    store.record(Event.of("key.rotate", site.name()).detail(detail(before, next.key())));
    return new Outcome(false, before, next.key().fingerprint(), next.made(), values);
  }

  private int reseal(MasterKey next, String before, Path rollbackFile) {
    if (rollbackFile == null) {
      return vault.reseal(next, ignored -> {});
    }
    try (RollbackFile.Writer writer =
        new RollbackFile.Writer(rollbackFile, before, next.fingerprint())) {
      return vault.reseal(next, writer);
    }
  }

  private static String detail(String before, MasterKey after) {
    return "key " + before + " became " + after.fingerprint();
  }

  private Next choose(Path keyFile, String before) {
    if (keyFile == null) {
      return new Next(MasterKey.generate(random.get()), null, false);
    }
    if (isThere(keyFile)) {
      return new Next(another(read(keyFile), before), keyFile, false);
    }
    MasterKey made = MasterKey.generate(random.get());
    PrivateFile.write(keyFile, (made.text() + "\n").getBytes(StandardCharsets.US_ASCII), false);
    return new Next(read(keyFile), keyFile, true);
  }

  private MasterKey read(Path keyFile) {
    return new KeyFile(keyFile, site.directory()).read();
  }

  private static boolean isThere(Path keyFile) {
    return Files.exists(keyFile, LinkOption.NOFOLLOW_LINKS);
  }

  private static MasterKey another(MasterKey key, String before) {
    if (key.fingerprint().equals(before)) {
      throw Failure.refused("that is the key which the site has already");
    }
    return key;
  }

  private void settle(Next next, Path rollbackFile) {
    if (next != null && !keySwitch.settle(vault::fingerprint, next.key().fingerprint())) {
      if (next.made()) {
        PrivateFile.remove(next.file());
      }
      if (rollbackFile != null) {
        PrivateFile.remove(rollbackFile);
      }
    }
  }
}
