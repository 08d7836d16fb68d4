package com.ivendnext.ivn.login;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.Event;
import com.ivendnext.ivn.crypto.Sha256;
import com.ivendnext.ivn.twofactor.ServeKeyStore.ServeKey;
import com.ivendnext.ivn.twofactor.ShellWord;
import com.ivendnext.ivn.twofactor.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys by which applications ask the HTTP service of one site whether a code is good. */
public final class ServeKeys {
  /** By this, people and scanners recognise a key that lies where it should not. */
  public static final String PREFIX = "ivn_";

  private static final int LONGEST_NAME = 60;

  private final Store store;
  private final Clock clock;
  private final Supplier<SecureRandom> random;

  public ServeKeys(Store store, Clock clock, Supplier<SecureRandom> random) {
    this.store = store;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a key.
   *
   * @param name 1 to 60 letters, digits, dots, dashes and underscores
   * @return the key, 192 random bits, which is stored nowhere
   * @throws Failure usage: the name; refused: it is taken
   */
  public String create(String name) {
    if (!name.matches("[A-Za-z0-9._-]{1," + LONGEST_NAME + "}")) {
      throw Failure.usage(
          "the name of a key is 1 to 60 letters, digits, dots, dashes and underscores");
    }
    String key = PREFIX + TmpId.generate(random.get()).text();
    store.write(
        () -> {
          if (store.serveKeys().named(name).isPresent()) {
            throw Failure.refused("there is a key " + name + " already")
                .hint("ivn serve-key revoke " + ShellWord.of(name) + " ends it");
          }
          store.serveKeys().add(new ServeKey(name, Sha256.hex(key), clock.instant()));
          store.record(Event.of("serve-key.create", name));
          return null;
        });
    return key;
  }

  /** All keys, by name. */
  public List<ServeKey> all() {
    return store.serveKeys().all();
  }

  /**
   * Ends a key.
   *
   * @throws Failure (not found) where there is none of that name
   */
  public void revoke(String name) {
    store.write(
        () -> {
          if (store.serveKeys().named(name).isEmpty()) {
            throw Failure.notFound("there is no key of that name")
                .hint("ivn serve-key list shows them");
          }
          store.serveKeys().remove(name);
          store.record(Event.of("serve-key.revoke", name));
          return null;
        });
  }

  /** The key that an application shows, if it is one of this site. */
  public Optional<ServeKey> find(String shown) {
    return shown.startsWith(PREFIX) ? store.serveKeys().find(Sha256.hex(shown)) : Optional.empty();
  }
}
