package com.ivendnext.ivn.cli;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Elements that are handed on one at a time, so that a million need no memory: an array in JSON,
 * the rows of a table in text.
 *
 * @param <T> what is handed on
 */
@FunctionalInterface
public interface Elements<T> {
  void each(Consumer<T> reader);

  /** The same elements in another form. */
  static <S, T> Elements<T> map(Elements<S> elements, Function<S, T> form) {
    return reader -> elements.each(element -> reader.accept(form.apply(element)));
  }
}
