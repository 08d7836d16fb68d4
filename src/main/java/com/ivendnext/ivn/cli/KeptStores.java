package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Opens the store of a site once for many commands. It is opened anew when what it was opened from
 * is another file, or says something else: the configs with the key, and the store itself.
 */
final class KeptStores implements Context.StoreOpener, AutoCloseable {
  private final Context.StoreOpener opener;
  private final Map<Path, Kept> kept = new HashMap<>();

  /** What an open store was opened from, as it was then. */
  private record Kept(Store store, Path keyFile, List<Object> marks) {}

  KeptStores(Context.StoreOpener opener) {
    this.opener = opener;
  }

  @Override
  public Store open(Site site, Context context) {
    Kept open = kept.get(site.directory());
    if (open != null && open.marks().equals(marks(site, open.keyFile()))) {
      return open.store();
    }
    forget(site);
    Store store = opener.open(site, context);
    Path keyFile = keyFile(site);
    kept.put(site.directory(), new Kept(store, keyFile, marks(site, keyFile)));
    return store;
  }

  @Override
  public void release(Store store, Consumer<String> warn) {
    // the next command may need it
  }

  @Override
  public void forget(Site site) {
    Kept open = kept.remove(site.directory());
    if (open != null) {
      open.store().close();
    }
  }

  @Override
  public void close() {
    kept.values().forEach(open -> open.store().close());
    kept.clear();
  }

  /** The file that holds the key instead of the config, or null. */
  private static Path keyFile(Site site) {
    String name = site.merged().typed().get(Settings.IVN_ENCRYPTION_KEY_FILE);
    return name == null ? null : site.directory().resolve(name);
  }

  private static List<Object> marks(Site site, Path keyFile) {
    List<Object> marks = new ArrayList<>();
    marks.addAll(mark(site.config().path()));
    marks.addAll(mark(site.bench().commonConfig().path()));
    marks.addAll(keyFile == null ? List.of() : mark(keyFile));
    marks.addAll(mark(site.storeFile()).subList(0, 1)); // it is written to all the time
    return marks;
  }

  /** Which file stands there, and when it was written; where there is none, a word. */
  private static List<Object> mark(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    } catch (IOException none) {
      return List.of("none");
    }
  }
}
