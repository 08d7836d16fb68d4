package com.ivendnext.ivn.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * GreenMail with what it lacks: in front of it stands a relay that adds TLS of both kinds and gives
 * answers of a test's choice instead of GreenMail's.
 */
final class MailRelay implements AutoCloseable {
  enum Tls {
    NONE,
    STARTTLS,
    IMPLICIT
  }

  private final GreenMail mail = new GreenMail(setup());
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Tls tls;
  private final SSLContext identity;

  MailRelay(Tls tls, SSLContext identity) throws IOException {
    this.tls = tls;
    this.identity = identity;
    mail.start();
    Thread thread = new Thread(this::serve, "mail relay");
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSetup setup() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", "smtp");
    setup.setServerStartupTimeout(60_000);
    return setup;
  }

  static MailRelay plain() throws IOException {
    return new MailRelay(Tls.NONE, null);
  }

  /**
   * @param command the first word of a line, or {@code GREETING}
   * @param answer what it gets; null closes the connection
   */
  MailRelay answering(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  MailRelay knowing(String login, String password) {
    mail.setUser(login, password);
    return this;
  }

  int port() {
    return door.getLocalPort();
  }

  /** The lines that clients sent, without letters. */
  List<String> heard() {
    return heard;
  }

  MimeMessage onlyLetter() {
    MimeMessage[] letters = mail.getReceivedMessages();
    if (letters.length != 1) {
      throw new AssertionError("letters: " + letters.length);
    }
    return letters[0];
  }

  int letters() {
    return mail.getReceivedMessages().length;
  }

  @Override
  public void close() throws IOException {
    door.close();
    mail.stop();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket client = door.accept();
          Socket server = new Socket("127.0.0.1", mail.getSmtp().getPort())) {
        new Conversation(tls == Tls.IMPLICIT ? secured(client) : client, server).run();
      } catch (IOException closed) {
        // the client had enough, or the test is over
      }
    }
  }

  private Socket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket) identity.getSocketFactory().createSocket(socket, "127.0.0.1", 0, true);
    secured.setUseClientMode(false);
    return secured;
  }

  /** One client's lines, one after the other. */
  private final class Conversation {
    private final Socket server;
    private final BufferedReader fromServer;
    private Socket client;
    private BufferedReader fromClient;
    private boolean offersTls = tls == Tls.STARTTLS;

    Conversation(Socket client, Socket server) throws IOException {
      this.server = server;
      this.fromServer = reader(server);
      use(client);
    }

    private void use(Socket socket) throws IOException {
      client = socket;
      fromClient = reader(socket);
    }

    void run() throws IOException {
      String greeting = answer();
      say(answers.getOrDefault("GREETING", greeting));
      String line = fromClient.readLine();
      while (line != null) {
        heard.add(line);
        String command = line.split(" ", 2)[0];
        if (answers.containsKey(command)) {
          say(answers.get(command));
        } else if (offersTls && command.equals("STARTTLS")) {
          say("220 go on");
          offersTls = false;
          use(secured(client));
        } else {
          passOn(line, command.toUpperCase(Locale.ROOT));
        }
        line = fromClient.readLine();
      }
    }

    private void passOn(String line, String command) throws IOException {
      write(server, line);
      String answer = answer();
      say(
          offersTls && command.equals("EHLO")
              ? answer.replaceFirst("\r\n", "\r\n250-STARTTLS\r\n")
              : answer);
      if (command.equals("DATA") && answer.startsWith("354")) {
        String text;
        do {
          text = fromClient.readLine();
          write(server, text);
        } while (!text.equals("."));
        String verdict = answer();
        say(answers.getOrDefault(".", verdict));
      }
    }

    private String answer() throws IOException {
      String line = fromServer.readLine();
      StringBuilder answer = new StringBuilder().append(line);
      while (line != null && line.charAt(3) == '-') {
        line = fromServer.readLine();
        answer.append("\r\n").append(line);
      }
      return answer.toString();
    }

    private void say(String answer) throws IOException {
      if (answer == null) {
        throw new IOException("hung up");
      }
      write(client, answer);
    }

    private void write(Socket to, String line) throws IOException {
      to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private BufferedReader reader(Socket socket) throws IOException {
      return new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
  }
}
