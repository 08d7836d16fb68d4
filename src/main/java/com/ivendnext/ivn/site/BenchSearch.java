package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The way to the bench that a command line means. */
final class BenchSearch {

  private static final String VARIABLE = "IVN_BENCH";

  /** What was named, relative to the working directory or not; null where nothing was. */
  private final Path named;

  private final Path workingDirectory;

  BenchSearch(Path explicit, Map<String, String> env, Path workingDirectory) {
    String variable = env.getOrDefault(VARIABLE, "");
    Path fromEnvironment = variable.isEmpty() ? null : Path.of(variable);
    this.named = explicit == null ? fromEnvironment : explicit;
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  Bench find() {
    Bench bench = lookFor();
    if (bench != null) {
      return bench;
    }
    if (named == null) {
      throw Failure.usage("not inside a bench: no directory from here up has sites/")
          .hint("change to a bench, or name one with --bench DIR or " + VARIABLE);
    }
    boolean exists = Files.isDirectory(workingDirectory.resolve(named));
    throw Failure.notFound(
            exists ? named + " is not a bench: it has no sites/" : "no directory " + named)
        .hint("name a bench with --bench DIR or " + VARIABLE);
  }

  /** Where a bench is to be made if there is none. */
  Path place() {
    return named == null ? workingDirectory : workingDirectory.resolve(named).normalize();
  }

  /** The bench, or null. */
  Bench lookFor() {
    if (named != null) {
      return at(workingDirectory.resolve(named).normalize());
    }
    for (Path place = workingDirectory; place != null; place = place.getParent()) {
      Bench bench = at(place);
      if (bench != null) {
        return bench;
      }
    }
    return null;
  }

  /** The bench that a directory is, or whose {@code sites/} it is; or null. */
  private static Bench at(Path place) {
    if (isSites(place)) {
      return new Bench(place.getParent());
    }
    Bench bench = new Bench(place);
    return Files.isDirectory(bench.sitesDirectory()) ? bench : null;
  }

  private static boolean isSites(Path place) {
    return place.endsWith("sites")
        && Files.isDirectory(place)
        && (Files.exists(place.resolve(Bench.COMMON_CONFIG))
            || Files.isReadable(place) && !new Bench(place.getParent()).siteNames().isEmpty());
  }
}
