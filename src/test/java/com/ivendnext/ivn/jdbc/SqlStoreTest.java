package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.twofactor.Store;
import java.nio.file.Path;

class SqlStoreTest extends StoreContract {
  @Override
  Store open(Path file, SqlStore.Surroundings surroundings) {
    return SqlStore.sqlite(file, surroundings);
  }
}
