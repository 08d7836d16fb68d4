package com.ivendnext.ivn.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that misbehaves: it reads the head of each request and says these bytes, no more. */
final class RawGateway implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final String answer;
  private final boolean hangsUp;

  /**
   * @param hangsUp whether it closes the connection then; else it keeps it open
   */
  RawGateway(String answer, boolean hangsUp) throws IOException {
    this.answer = answer;
    this.hangsUp = hangsUp;
    Thread thread = new Thread(this::serve, "raw gateway");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort() + "/";
  }

  /** How many there have been. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = in.readLine();
        if (line == null) {
          continue;
        }
        requests.incrementAndGet();
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        if (hangsUp) {
          client.close();
        }
      } catch (IOException closed) {
        // the client had enough, or the test is over
      }
    }
  }
}
