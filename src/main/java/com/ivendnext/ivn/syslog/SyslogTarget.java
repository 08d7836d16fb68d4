package com.ivendnext.ivn.syslog;

import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.settings.SyslogAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The ways to a collector. Each may block for as long as the network does. */
final class SyslogTarget {
  private static final int TIMEOUT_MILLIS = 2000;

  private SyslogTarget() {}

  static void send(SyslogAddress to, SyslogMessage form, List<AuditRecord> records)
      throws IOException {
    switch (to.way()) {
      case UDP -> udp(to, form, records);
      case TCP -> tcp(to, form, records);
      case LOCAL -> local(form, records);
    }
  }

  /** A datagram for each (RFC 5426). */
  private static void udp(SyslogAddress to, SyslogMessage form, List<AuditRecord> records)
      throws IOException {
    InetAddress host = InetAddress.getByName(to.host());
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(host, to.port()); // so that a closed port is told
      for (AuditRecord record : records) {
        byte[] bytes = form.whole(record).getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length));
      }
    }
  }

  /** Each with its length before it (RFC 6587 section 3.4.1). */
  private static void tcp(SyslogAddress to, SyslogMessage form, List<AuditRecord> records)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(to.host(), to.port()), TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      for (AuditRecord record : records) {
        byte[] bytes = form.whole(record).getBytes(StandardCharsets.UTF_8);
        out.write((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
      }
      out.flush();
    }
  }

  /** Java cannot write to /dev/log, which takes datagrams; logger(1) of every Linux can. */
  private static void local(SyslogMessage form, List<AuditRecord> records) throws IOException {
    Process logger =
        new ProcessBuilder("logger", "--socket-errors=on", "-t", "ivn", "--prio-prefix")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      try (OutputStream in = logger.getOutputStream()) {
        for (AuditRecord record : records) {
          in.write((form.brief(record) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      if (!logger.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS) || logger.exitValue() != 0) {
        throw new IOException("logger(1) did not hand it over");
      }
    } catch (InterruptedException stop) {
      throw new IOException("interrupted", stop);
    } finally {
      logger.destroyForcibly();
    }
  }
}
