package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.provision.BulkEnrollment;
import com.ivendnext.ivn.provision.BulkEnrollment.Counts;
import com.ivendnext.ivn.provision.BulkEnrollment.Issuer;
import com.ivendnext.ivn.provision.BulkEnrollment.People;
import com.ivendnext.ivn.provision.IssueDirectory;
import com.ivendnext.ivn.provision.TextLines;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.terminal.ProgressBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Enrolls many users, and shows how far it is. */
public final class BulkRun {
  private final SiteSession site;
  private final BulkOptions options;
  private final String label;

  public BulkRun(SiteSession site, BulkOptions options, String label) {
    this.site = site;
    this.options = options;
    this.label = label;
  }

  /**
   * What was done.
   *
   * @param issued users who got a QR code or a mail now
   * @param before those who had got it by an earlier run
   * @param enrolled those who have an active authenticator already
   * @param disabled those who are kept from logging in
   * @param failed those to whom no mail could be sent
   * @param unknown whom the file names and the site lacks, at most 1,000
   */
  public record Enrolled(
      long issued,
      long before,
      long enrolled,
      long disabled,
      long failed,
      List<String> unknown,
      Path place,
      boolean mailed)
      implements Result {
    @Override
    public void print(TextWriter out) {
      String what = mailed ? "Mailed a link to " : "Made QR codes for ";
      out.line(what + Counted.users(issued) + "; see " + place + ".");
      line(out, before, "had got one by an earlier run");
      line(out, enrolled, "enrolled already");
      line(out, disabled, "disabled, and left out");
      line(out, failed, "not reached by mail; run it again to try once more");
    }

    private static void line(TextWriter out, long number, String what) {
      if (number > 0) {
        out.line("  " + Counted.users(number) + " " + what);
      }
    }

    @Override
    public List<String> warnings() {
      return unknown.stream().map(name -> "there is no user " + name).toList();
    }

    @Override
    public ExitStatus exitStatus() {
      return failed > 0
          ? ExitStatus.DELIVERY
          : unknown.isEmpty() ? ExitStatus.OK : ExitStatus.NOT_FOUND;
    }
  }

  /**
   * Enrolls them.
   *
   * @param mail whether they get a mail instead of a QR code
   * @throws Failure usage, data, not found: nobody was enrolled; data: what was issued stays so
   */
  public Enrolled run(boolean mail) {
    if (mail && options.out() == null) {
      throw Failure.usage("--email needs --out DIR for the list of what was mailed");
    }
    BulkEnrollment service = site.bulkEnrollment();
    if (options.from() == null) {
      return run(service.among(options.role(), options.missing()), service.all(), mail);
    }
    long lines = lines();
    try (InputFile file = InputFile.open(site.invocation(), options.from())) {
      return run(service.named(new TextLines(file.stream())), lines, mail);
    }
  }

  /** How many lines there are; 0 where reading them would take them away, as from a pipe. */
  private long lines() {
    if (!Files.isRegularFile(site.invocation().resolve(options.from()))) {
      return 0;
    }
    try (InputFile file = InputFile.open(site.invocation(), options.from())) {
      TextLines lines = new TextLines(file.stream());
      while (lines.next() != null) {
        continue;
      }
      return lines.number();
    }
  }

  private Enrolled run(People people, long total, boolean mail) {
    if (options.sheet() != null) {
      Path file = site.invocation().resolve(options.sheet());
      try (CardSheet sheet = CardSheet.open(file, issuer())) {
        Counts counts = run(people, total, sheet);
        sheet.finish();
        return enrolled(counts, 0, options.sheet(), false);
      }
    }
    Path directory = site.invocation().resolve(options.out());
    try (IssueDirectory opened = IssueDirectory.open(directory)) {
      if (mail) {
        BulkMail letters = new BulkMail(site.linkByMail(), opened);
        return enrolled(run(people, total, letters), letters.failed(), options.out(), true);
      }
      Issuer files = new QrFiles(opened, options.picture());
      return enrolled(run(people, total, files), 0, options.out(), false);
    }
  }

  private String issuer() {
    return site.values().get(Settings.OTP_ISSUER_NAME);
  }

  private Counts run(People people, long total, Issuer issuer) {
    try (ProgressBar bar =
        new ProgressBar(
            site.invocation().context().terminal(), System::nanoTime, "Enrolling", total)) {
      return site.bulkEnrollment().run(people, label, issuer, bar::advance);
    }
  }

  private static Enrolled enrolled(Counts counts, long failed, Path place, boolean mailed) {
    return new Enrolled(
        counts.issued(),
        counts.before() - failed,
        counts.enrolled(),
        counts.disabled(),
        failed,
        counts.unknown(),
        place,
        mailed);
  }
}
