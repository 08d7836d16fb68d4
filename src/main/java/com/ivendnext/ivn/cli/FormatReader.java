package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.transfer.Format;
import com.ivendnext.ivn.transfer.Formats;
import com.ivendnext.ivn.transfer.Source;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a file format, in any case. */
public final class FormatReader implements ITypeConverter<Format> {
  @Override
  public Format convert(String typed) {
    try {
      return Formats.named(typed.strip().toLowerCase(Locale.ROOT));
    } catch (Failure unknown) {
      throw new TypeConversionException(unknown.getMessage());
    }
  }

  /** The format to write where none is named. */
  public static Format usual() {
    return Formats.named("csv");
  }

  /**
   * The format to read a file in.
   *
   * @param named by the command line; null where the content tells
   * @param rejects where rejected rows are to be written; or null
   * @throws Failure data: the content does not tell; usage: rows of that format are not written
   */
  public static Format chosen(Format named, Source source, Path rejects) {
    Format format = named == null ? Formats.of(source.head()) : named;
    if (rejects != null && !format.byRows()) {
      throw Failure.usage("a file of format " + format.name() + " has no rows to write apart")
          .hint("leave --rejects out: what is rejected is listed");
    }
    return format;
  }
}
