package com.ivendnext.ivn;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the audit log of a store tells, read behind the back of ivn. */
public final class AuditTrail {
  private static final String RECORDS =
      "SELECT action, subject, outcome, detail, reason FROM ivn_audit ORDER BY sequence";

  private AuditTrail() {}

  /**
   * Every record as {@code action subject outcome}, then {@code [detail]} and {@code (reason)}
   * where there are any.
   */
  public static List<String> of(Path store) {
    List<String> records = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RECORDS)) {
      while (row.next()) {
        String what = row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
        String detail = row.getString(4) == null ? "" : " [" + row.getString(4) + "]";
        String reason = row.getString(5) == null ? "" : " (" + row.getString(5) + ")";
        records.add(what + detail + reason);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return records;
  }

  /** The last of them. */
  public static String last(Path store) {
    List<String> records = of(store);
    return records.get(records.size() - 1);
  }
}
