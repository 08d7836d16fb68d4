package com.ivendnext.ivn.audit;

/**
 * The records that were removed from the beginning of a log.
 *
 * @param first the sequence of the first
 * @param last the sequence of the last; smaller than {@code first} where there was nothing to do
 */
public record Pruned(long first, long last) {
  public long count() {
    return last - first + 1;
  }
}
