package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code frappe-js-sdk}, unchanged, against {@code ivn serve}. */
final class FrappeSdkIT {
  private static final Path PACKAGES = Path.of("target/node/node_modules").toAbsolutePath();
  private static final Path SCRIPT = Path.of("src/test/node/login.cjs").toAbsolutePath();
  private static final String USER = "user@example.com";
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path directory;
  private RealBench bench;
  private RealServer server;

  @BeforeEach
  void start() {
    Tool.need("node");
    assumeTrue(Files.isDirectory(PACKAGES), "src/test/node/fetch has not run");
    bench = RealBench.madeIn(directory);
    bench.enroll(USER);
    bench.ok("set-config", "enable_two_factor_auth", "true", "--force");
    RealIvn.Outcome set =
        bench.ivn().typing(PASSWORD).run("user", "set-password", USER, "--password-file", "-");
    assertEquals(0, set.status(), set::err);
    server = RealServer.over(directory);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private List<String> script(String password, String code) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "node", "--conditions=browser", SCRIPT.toString(), server.url(), USER, password, code);
    builder.environment().putAll(Map.of("NODE_PATH", PACKAGES.toString()));
    Process node = builder.redirectErrorStream(true).start();
    String printed = printed(node);
    assertEquals(true, node.waitFor(120, TimeUnit.SECONDS));
    return List.of(printed.split("\n"));
  }

  private static String printed(Process node) throws IOException {
    return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_sdk_logs_in_with_password_and_code_and_out_again() throws Exception {
    assertEquals(
        List.of(
            "verification {\"method\":\"OTP App\",\"setup\":true}",
            "login {\"message\":\"Logged In\",\"home_page\":\"/app\",\"full_name\":\""
                + USER
                + "\"}",
            "user \"" + USER + "\"",
            "logout",
            "user 403 PermissionError"),
        script(PASSWORD, RealBench.code(0)));
  }

  @Test
  void the_sdk_is_told_of_a_wrong_password() throws Exception {
    assertEquals(
        List.of("error 401 Invalid login credentials"), script("not it", RealBench.code(0)));
  }

  @Test
  void the_sdk_is_told_of_a_wrong_code() throws Exception {
    List<String> lines = script(PASSWORD, "abc");
    assertEquals("error 401 Incorrect Verification code", lines.get(1));
  }
}
