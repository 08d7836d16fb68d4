package com.ivendnext.ivn.transfer;

/**
 * A row that was not taken.
 *
 * @param user whom it is about; null where that is not known
 * @param reason one lower-case sentence without a period, and without any secret
 */
public record Reject(Row row, String user, String reason) {}
