package com.ivendnext.ivn;

import com.ivendnext.ivn.audit.Actor;
import com.ivendnext.ivn.audit.AuditLog;
import com.ivendnext.ivn.audit.AuditStore;
import com.ivendnext.ivn.cli.Context;
import com.ivendnext.ivn.cli.Runner;
import com.ivendnext.ivn.command.CommandList;
import com.ivendnext.ivn.crypto.MasterKey;
import com.ivendnext.ivn.delivery.HttpSmsChannel;
import com.ivendnext.ivn.delivery.SmtpChannel;
import com.ivendnext.ivn.jdbc.SqlStore;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.AuditHeadFile;
import com.ivendnext.ivn.site.HostClock;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.terminal.Terminal;
import com.ivendnext.ivn.twofactor.DeliveryChannel;
import com.ivendnext.ivn.twofactor.NewStore;
import com.ivendnext.ivn.twofactor.Store;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** The program: joins commands, domain and adapters, and is the only one to touch the system. */
public final class Ivn {
  private Ivn() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    System.exit(new Runner(CommandList.tree(), context()).run(List.of(arguments)));
  }

  private static Context context() {
    SecureRandom[] made = {null};
    return new Context(
        terminal(),
        Clock.systemUTC(),
        () -> made[0] == null ? made[0] = new SecureRandom() : made[0],
        System.getenv(),
        Path.of("").toAbsolutePath(),
        () -> Actor.of(System.getProperty("user.name"), System.getenv()),
        Ivn::open,
        HostClock::synchronised,
        Ivn::channel);
  }

  /** {@code bin/ivn} tells which streams are terminals, since Java cannot. */
  private static Terminal terminal() {
    String ttys = System.getProperty("ivn.tty", "");
    return Terminal.on(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err))
        .ttys(ttys.contains("0"), ttys.contains("1"), ttys.contains("2"))
        .utf8(Boolean.parseBoolean(System.getProperty("ivn.utf8", "true")))
        .env(System.getenv())
        .secrets(() -> System.console().readPassword())
        .build();
  }

  private static DeliveryChannel channel(Method method, Values values) {
    return method == Method.SMS
        ? new HttpSmsChannel(values)
        : new SmtpChannel(values, Clock.systemUTC());
  }

  /** Opens the store of {@code site}, and makes it where there has never been one. */
  static Store open(Site site, Context context) {
    useUnpackedLibrary();
    Path file = site.storeFile();
    AuditHeadFile head = site.auditHead();
    SiteKey key = new SiteKey(site);
    if (!Files.exists(file)) {
      head.read().ifPresent(seen -> refuseLost(file, seen.count()));
      key.makeIfMissing(context.random());
      PrivateFile.makeIfMissing(file);
    }
    return SqlStore.sqlite(file, new SiteSurroundings(key, head, context));
  }

  /** Unless another ivn has made the store since it was looked for. */
  private static void refuseLost(Path file, long records) {
    if (!Files.exists(file)) {
      throw Failure.data("the store " + file + " is gone; it had " + records + " audit records")
          .hint("restore it from a backup, or start anew by moving ivn.audit-head away");
    }
  }

  /** SQLite's library lies unpacked in the distribution; without it each start would unpack it. */
  private static void useUnpackedLibrary() {
    String home = System.getProperty("ivn.home");
    if (home != null && System.getProperty("os.name").equals("Linux")) {
      String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
      Path directory = Path.of(home, "lib", "native", "Linux", processor);
      if (Files.exists(directory)) {
        System.setProperty("org.sqlite.lib.path", directory.toString());
        System.setProperty("org.sqlite.lib.name", "libsqlitejdbc.so");
      }
    }
  }

  private record SiteSurroundings(SiteKey key, AuditHeadFile head, Context context)
      implements SqlStore.Surroundings {
    @Override
    public List<MasterKey> masterKeys() {
      return key.candidates();
    }

    @Override
    public SecureRandom random() {
      return context.random().get();
    }

    @Override
    public AuditLog audit(AuditStore records, LongFunction<byte[]> macKey) {
      AuditLog.Chain chain = new AuditLog.Chain(records, head, macKey);
      return new AuditLog(chain, context.actor(), context.clock());
    }

    @Override
    public void fill(Store empty) {
      NewStore.fill(empty, context.clock());
    }
  }
}
