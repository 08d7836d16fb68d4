package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;

/** As for one thread; what many do is in {@link SharedStoreThreadsTest}. */
class SharedStoreTest extends StoreContract {
  @Override
  Store open(Path file, SqlStore.Surroundings surroundings) {
    return SharedStore.sqlite(file, surroundings);
  }
}
