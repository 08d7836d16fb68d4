package com.ivendnext.ivn.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Python's own json module judges ours, where there is a python3. */
class PythonOracleTest {

  private static final String REWRITE =
      """
      import json, sys
      config = json.loads(sys.stdin.buffer.read().decode())
      sys.stdout.write(json.dumps(config, indent=1, sort_keys=True))
      """;

  private final Random random = new Random(6238);

  private static String rewrittenByPython(String json) throws IOException {
    Process python;
    try {
      python = new ProcessBuilder("python3", "-c", REWRITE).start();
    } catch (IOException e) {
      return abort("no python3 here");
    }
    try (OutputStream in = python.getOutputStream()) {
      in.write(json.getBytes(StandardCharsets.UTF_8));
    }
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Object number() {
    return switch (random.nextInt(4)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
      case 2 -> random.nextInt(1_000_000) / 1000.0;
      default -> random.nextLong();
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x20000);
      text.appendCodePoint(codePoint);
    }
    return text.toString();
  }

  private Object value(int depth) {
    int kind = random.nextInt(depth < 4 ? 5 : 3);
    if (kind < 2) {
      return number();
    }
    if (kind == 2) {
      return text();
    }
    return kind == 3 ? object(depth + 1) : List.of(value(depth + 1), value(depth + 1));
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      object.put(text(), value(depth));
    }
    return object;
  }

  @Test
  void python_prints_a_thousand_random_values_as_we_do() throws IOException {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      values.add(value(0));
    }
    String ours = FrappeJson.format(Map.of("values", values));
    assertEquals(rewrittenByPython(ours), ours);
  }

  @Test
  void we_read_what_python_reads() throws IOException {
    String json =
        "{\"b\": [1e3, 1.10, -0.0, NaN, 5E-324, 123456789012345678901234567890], \"a\": {}}";
    Map<String, Object> config =
        FrappeJson.parse(json.getBytes(StandardCharsets.UTF_8), Path.of("x"));
    assertEquals(rewrittenByPython(json), FrappeJson.format(config));
  }
}
