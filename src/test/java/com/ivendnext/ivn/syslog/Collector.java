package com.ivendnext.ivn.syslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A syslog collector on the loopback, on a port that was free. */
public final class Collector implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private final DatagramSocket datagrams;
  private final ServerSocket connections;

  public Collector() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    datagrams = new DatagramSocket(0, loopback);
    datagrams.setSoTimeout(PATIENCE_MILLIS);
    connections = new ServerSocket(0, 5, loopback);
    connections.setSoTimeout(PATIENCE_MILLIS);
  }

  public String udp() {
    return "udp://127.0.0.1:" + datagrams.getLocalPort();
  }

  public String tcp() {
    return "tcp://127.0.0.1:" + connections.getLocalPort();
  }

  /** The next datagram. */
  public String datagram() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    datagrams.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  /** All that the next connection brings. */
  public String connection() throws IOException {
    try (Socket socket = connections.accept();
        InputStream in = socket.getInputStream()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    datagrams.close();
    connections.close();
  }
}
