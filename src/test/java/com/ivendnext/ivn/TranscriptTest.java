package com.ivendnext.ivn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every transcript, and every console block of the documentation, comes out as it stands there. */
class TranscriptTest {
  @TempDir Path directory;

  static List<Path> files() throws IOException {
    Stream<Path> readme = Stream.of(Path.of("README.md"));
    try (Stream<Path> docs = Files.walk(Path.of("src/docs"));
        Stream<Path> transcripts = Files.walk(Path.of("src/test/resources/transcripts"))) {
      return Stream.concat(readme, Stream.concat(docs, transcripts))
          .filter(file -> file.toString().matches(".*\\.(md|txt)"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void comes_out_as_it_stands(Path file) throws IOException {
    String written = Transcript.of(file);
    String replayed = new Transcript(directory.toRealPath()).replay(written);
    if (System.getProperty("generate") != null) {
      Transcript.rewrite(file, replayed);
      written = Transcript.of(file);
    }
    assertEquals(withoutBlankLines(written), withoutBlankLines(replayed));
  }

  private static String withoutBlankLines(String text) {
    return text.lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
