package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 4226 appendix D through the whole program: each code once, in the order of the counter. */
final class HotpTableIT {
  private static final String USER = "user@example.com";

  private static final List<String> APPENDIX_D =
      List.of(
          "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
          "520489");

  @TempDir private Path directory;

  @Test
  void accepts_each_code_once() {
    RealBench bench = RealBench.madeIn(directory);
    bench.ok("user", "add", USER);
    RealIvn.Outcome offered =
        bench
            .ivn()
            .typing(RealBench.SECRET)
            .run("user", "enroll", USER, "--type", "hotp", "--no-qr", "--secret-file", "-");
    assertEquals(0, offered.status(), offered::err);
    bench.ok("user", "confirm", USER, APPENDIX_D.get(0));
    for (String code : APPENDIX_D.subList(1, APPENDIX_D.size())) {
      bench.ok("otp", "verify", USER, code);
      assertEquals(3, bench.ivn().run("otp", "verify", USER, code).status());
    }
  }
}
