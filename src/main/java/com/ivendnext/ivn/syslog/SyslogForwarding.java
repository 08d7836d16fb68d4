package com.ivendnext.ivn.syslog;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.audit.AuditForwarding;
import com.ivendnext.ivn.audit.AuditRecord;
import com.ivendnext.ivn.settings.SyslogAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends records to where the setting says, in a thread of its own: a collector that does not answer
 * holds up nobody but the end of the run, and that for two seconds.
 */
public final class SyslogForwarding implements AuditForwarding {
  private static final int PATIENCE_MILLIS = 2000;
  private static final int MOST_WAITING = 1000;

  private final String site;
  private final Supplier<Optional<SyslogAddress>> address;
  private ThreadPoolExecutor sender;
  private volatile String trouble;

  /**
   * @param address where to; asked for anew each time, and empty where nothing is forwarded
   */
  public SyslogForwarding(String site, Supplier<Optional<SyslogAddress>> address) {
    this.site = site;
    this.address = address;
  }

  @Override
  public synchronized void send(List<AuditRecord> records) {
    Optional<SyslogAddress> to;
    try {
      to = address.get();
    } catch (Failure badSetting) {
      trouble = badSetting.getMessage();
      return;
    }
    if (to.isPresent()) {
      hand(() -> deliver(to.get(), records));
    }
  }

  private void hand(Runnable work) {
    if (sender == null) {
      ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
      sender = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting, SyslogForwarding::thread);
    }
    try {
      sender.execute(work);
    } catch (RejectedExecutionException tooMuch) {
      trouble = "audit records wait for a collector that does not take them";
    }
  }

  private static Thread thread(Runnable loop) {
    Thread thread = new Thread(loop, "ivn-syslog");
    thread.setDaemon(true);
    return thread;
  }

  private void deliver(SyslogAddress to, List<AuditRecord> records) {
    try {
      SyslogMessage form = new SyslogMessage(site, host(), ProcessHandle.current().pid());
      SyslogTarget.send(to, form, records);
    } catch (IOException | RuntimeException e) {
      trouble = "the audit records did not reach " + to + ": " + e.getMessage();
    }
  }

  @Override
  public synchronized Optional<String> finish() {
    if (sender != null) {
      sender.shutdown();
      try {
        if (!sender.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          sender.shutdownNow();
          trouble = "the collector of the audit records did not answer in time";
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      sender = null;
    }
    Optional<String> told = Optional.ofNullable(trouble);
    trouble = null;
    return told;
  }

  /** The name of this machine as a header may hold it, or the sign for none. */
  private static String host() {
    try {
      String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      return name.matches("[!-~]{1,255}") ? name : "-";
    } catch (IOException notLinux) {
      return "-";
    }
  }
}
