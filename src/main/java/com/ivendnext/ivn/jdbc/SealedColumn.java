package com.ivendnext.ivn.jdbc;

import com.ivendnext.ivn.crypto.Sealer;

/**
 * Every column whose values are sealed: one line each, so that a change of the key forgets none.
 */
enum SealedColumn {
  AUTHENTICATOR("ivn_authenticator", "id", "user_name"),
  CHALLENGE("ivn_challenge", "method", "user_name"),
  KEY("ivn_key", "id", "''");

  private static final String COLUMN = "secret";

  private final String table;
  private final String row;
  private final String user;

  /**
   * @param row the column that tells the rows of one user apart
   * @param user the column with the user whose secret it is, or an expression
   */
  SealedColumn(String table, String row, String user) {
    this.table = table;
    this.row = row;
    this.user = user;
  }

  String table() {
    return table;
  }

  Sealer.Place place(String rowId, String userName) {
    return new Sealer.Place(table, COLUMN, rowId, userName);
  }

  /** The next rows after user and row, the parameters; as {@code user_id, row_id, sealed}. */
  String select(int limit) {
    String key = "(" + user + ", " + row + ")";
    return "SELECT "
        + (user + " AS user_id, " + row + " AS row_id, " + COLUMN + " AS sealed FROM " + table)
        + (" WHERE " + key + " > (?, ?) ORDER BY " + user + ", " + row + " LIMIT " + limit);
  }

  /** Parameters: the new value, user, row, the old value. */
  String update() {
    return "UPDATE "
        + (table + " SET " + COLUMN + " = ? WHERE " + user + " = ? AND " + row + " = ?")
        + (" AND " + COLUMN + " = ?");
  }
}
