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
import com.ivendnext.ivn.jdbc.SharedStore;
import com.ivendnext.ivn.jdbc.SqlStore;
import com.ivendnext.ivn.settings.Method;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.settings.SyslogAddress;
import com.ivendnext.ivn.settings.Values;
import com.ivendnext.ivn.site.AuditHeadFile;
import com.ivendnext.ivn.site.HostClock;
import com.ivendnext.ivn.site.PrivateFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteKey;
import com.ivendnext.ivn.syslog.SyslogForwarding;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/** The program: joins commands, domain and adapters, and is the only one to touch the system. */
public final class Ivn {
  private static final int LONGEST_END_SECONDS = 45;

  private Ivn() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    CompletableFuture<Integer> status = new CompletableFuture<>();
    status.complete(new Runner(CommandList.tree(), context(status)).run(List.of(arguments)));
    exit(status.join());
  }

  /**
   * In the distribution nothing waits for the end: no hooks, no files to delete. System.exit would
   * first look for somebody who logs it (Java 21), for a quarter of a JVM's start.
   */
  private static void exit(int status) {
    if (System.getProperty("ivn.home") == null) {
      System.exit(status);
    }
    Runtime.getRuntime().halt(status);
  }

  private static Context context(Future<Integer> status) {
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
        Ivn::channel,
        new Context.Staying(Ivn::openShared, () -> untilStopped(status)));
  }

  /** Waits for a signal to end; then the program ends with the status of its command. */
  private static void untilStopped(Future<Integer> status) {
    CountDownLatch asked = new CountDownLatch(1);
    Runnable end =
        () -> {
          asked.countDown();
          Runtime.getRuntime().halt(within(status));
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end, "ivn-end"));
    try {
      asked.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static int within(Future<Integer> status) {
    try {
      return status.get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException late) {
      return 1;
    }
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
    SiteSurroundings surroundings = prepare(site, context);
    return SqlStore.sqlite(site.storeFile(), surroundings);
  }

  /** The same for many threads at once. */
  static Store openShared(Site site, Context context) {
    SiteSurroundings surroundings = prepare(site, context);
    return SharedStore.sqlite(site.storeFile(), surroundings);
  }

  private static SiteSurroundings prepare(Site site, Context context) {
    useUnpackedLibrary();
    Path file = site.storeFile();
    AuditHeadFile head = site.auditHead();
    SiteKey key = new SiteKey(site);
    if (!Files.exists(file)) {
      head.read().ifPresent(seen -> refuseLost(file, seen.count()));
      key.makeIfMissing(context.random());
      PrivateFile.makeIfMissing(file);
    }
    return new SiteSurroundings(site, key, head, context);
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
    if (home == null) {
      return;
    }
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + processor + ".so.1"));
    String system = mac ? "Mac" : musl ? "Linux-Musl" : "Linux";
    Path directory = Path.of(home, "lib", "native", system, processor);
    System.setProperty("org.sqlite.lib.path", directory.toString());
    System.setProperty("org.sqlite.lib.name", mac ? "libsqlitejdbc.dylib" : "libsqlitejdbc.so");
  }

  private record SiteSurroundings(Site site, SiteKey key, AuditHeadFile head, Context context)
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
      return new AuditLog(chain, context.actor(), context.clock())
          .forwardingTo(new SyslogForwarding(site.name(), this::collector));
    }

    private Optional<SyslogAddress> collector() {
      return site.merged().typed().find(Settings.AUDIT_SYSLOG).map(SyslogAddress::parse);
    }

    @Override
    public void fill(Store empty) {
      NewStore.fill(empty, context.clock());
    }
  }
}
