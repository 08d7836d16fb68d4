package com.ivendnext.ivn.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A command that sends nothing does not pay for the libraries that send. */
class LazyLibrariesTest {
  private static final Values SETTINGS =
      new Values(
          Map.of(
              "mail_server", "mail.example.com",
              "auto_email_id", "site@example.com",
              "sms_gateway_url", "https://sms.example.com/"),
          key -> "site_config.json");

  @Test
  void mail_is_loaded_when_a_letter_leaves() throws ReflectiveOperationException {
    Recorder recorder = new Recorder();
    DeliveryChannel channel =
        (DeliveryChannel)
            recorder
                .loadClass(SmtpChannel.class.getName())
                .getConstructor(Values.class, Clock.class)
                .newInstance(SETTINGS, Clock.systemUTC());
    ask(channel);
    assertEquals(List.of(), recorder.libraries);
  }

  @Test
  void http_is_loaded_when_a_letter_leaves() throws ReflectiveOperationException {
    Recorder recorder = new Recorder();
    DeliveryChannel channel =
        (DeliveryChannel)
            recorder
                .loadClass(HttpSmsChannel.class.getName())
                .getConstructor(Values.class)
                .newInstance(SETTINGS);
    ask(channel);
    assertEquals(List.of(), recorder.libraries);
  }

  private static void ask(DeliveryChannel channel) {
    assertEquals(null, channel.missing());
    assertEquals("***", channel.masked("nobody"));
  }

  /** Loads this room anew, and notes which libraries that takes. */
  private static final class Recorder extends ClassLoader {
    private final List<String> libraries = new ArrayList<>();

    Recorder() {
      super(LazyLibrariesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.")
          || name.startsWith("org.eclipse.")
          || name.startsWith("java.net.http.")) {
        libraries.add(name);
      }
      boolean ours = name.startsWith(SmtpChannel.class.getPackageName() + ".");
      if (!ours || findLoadedClass(name) != null) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
