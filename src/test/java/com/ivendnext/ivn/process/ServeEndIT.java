package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the server ends, with nobody at it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeEndIT {
  @TempDir private Path directory;

  @BeforeEach
  void make() {
    RealBench.madeIn(directory);
  }

  @Test
  void ctrl_c_ends_it_with_0() throws Exception {
    try (RealServer server = RealServer.over(directory)) {
      server.interrupt();
      assertEquals(0, server.status());
      assertFalse(answers(server));
    }
  }

  @Test
  void a_connection_at_rest_does_not_hold_it_up() throws Exception {
    try (RealServer server = RealServer.over(directory);
        Socket idle = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
      String request = "GET /healthz HTTP/1.1\r\nHost: mysite\r\n\r\n";
      idle.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', idle.getInputStream().read());
      server.stop();
      assertEquals(0, server.status());
    }
  }

  private static boolean answers(RealServer server) {
    try (Socket socket = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
