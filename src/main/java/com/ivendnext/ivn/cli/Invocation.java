package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.backup.Restore;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.ConfigFile;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.site.SiteSelection;
import com.ivendnext.ivn.terminal.Printable;
import com.ivendnext.ivn.terminal.Terminal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run: the surroundings, and what the global options ask for. */
public final class Invocation {
  private final Context context;
  private final GlobalOptions options;
  private final Output output;

  Invocation(Context context, GlobalOptions options) {
    this.context = context;
    this.options = options;
    this.output = new Output(context.terminal(), options);
  }

  public Context context() {
    return context;
  }

  public Output output() {
    return output;
  }

  /**
   * The bench that the command is about.
   *
   * @throws Failure usage, not found
   */
  public Bench bench() {
    return Bench.find(options.bench, context.environment(), context.workingDirectory());
  }

  /** The bench as {@link #bench}, or nothing where the command line and the place name none. */
  public Optional<Bench> findBench() {
    return Bench.lookFor(options.bench, context.environment(), context.workingDirectory());
  }

  /** Where a bench is to be made when there is none. */
  public Path newBenchDirectory() {
    return Bench.placeForNew(options.bench, context.environment(), context.workingDirectory());
  }

  /** A path as the person who typed it meant it. */
  public Path resolve(Path typed) {
    return context.workingDirectory().resolve(typed);
  }

  /** Whether the answer is to be JSON. */
  public boolean json() {
    return output.json();
  }

  /** Whether the answer may go on for ever: there is one, and no document that must be closed. */
  public boolean endless() {
    return !json() && !allSites();
  }

  boolean allSites() {
    return SiteSelection.isAll(options.site, context.environment());
  }

  /**
   * The sites that the command is about.
   *
   * @throws Failure usage, not found
   */
  public List<Site> sites() {
    return SiteSelection.select(bench(), options.site, context.environment());
  }

  /**
   * The name of the site that is meant, which need not exist.
   *
   * @throws Failure usage: none is named, or all of them are
   */
  public String siteName(Bench bench) {
    return SiteSelection.name(bench, options.site, context.environment());
  }

  /**
   * The site that the command line, the environment or the bench names; none where they do not.
   *
   * @throws Failure usage: all of them; not found
   */
  public Optional<Site> findSite() {
    if (allSites()) {
      throw Failure.usage("this command is about one site, not all of them")
          .hint("name one with --site, or none");
    }
    return findBench()
        .filter(bench -> SiteSelection.isNamed(bench, options.site, context.environment()))
        .map(bench -> sites().get(0));
  }

  /**
   * For commands that make no sense on every site in turn.
   *
   * @throws Failure (usage) where all sites are named
   */
  public void requireOneSite() {
    if (allSites()) {
      throw Failure.usage("this command is about one site, not all of them")
          .hint("name one with --site");
    }
  }

  /**
   * The config files to write, and the sites that read each: those of the sites that are named, or
   * the one that all sites share.
   *
   * @throws Failure usage, not found
   */
  public Map<ConfigFile, List<Site>> configs(boolean common) {
    Map<ConfigFile, List<Site>> readers = new LinkedHashMap<>();
    if (common) {
      Bench bench = bench();
      readers.put(bench.commonConfig(), bench.siteNames().stream().map(bench::site).toList());
    } else {
      sites().forEach(site -> readers.put(site.config(), List.of(site)));
    }
    return readers;
  }

  /** Makes a site with its key and its store, or nothing. */
  public Site newSite(Bench bench, String name) {
    Site site = bench.newSite(name, new LinkedHashMap<>());
    boolean complete = false;
    try {
      context.opener().release(context.opener().open(site, context), output::warn);
      complete = true;
      return site;
    } finally {
      if (!complete) {
        bench.unmake(site);
      }
    }
  }

  /** Puts a site of {@code bench} back from a backup. */
  public Restore restore(Bench bench) {
    return new Restore(
        bench,
        new Restore.Surroundings(
            site -> context.opener().open(site, context), context.clock(), context.random()));
  }

  /** Moves a site to the archive; where it is then. */
  public Path archive(Site site) {
    context.opener().forget(site);
    return site.bench().archive(site);
  }

  /** This run's options, for those of other command lines. */
  GlobalOptions options() {
    return options;
  }

  /** Whether somebody is there to answer, and wants to be asked. */
  public boolean interactive() {
    return context.terminal().interactive()
        && !options.noInput
        && options.format == OutputFormat.TEXT;
  }

  /**
   * Makes sure that {@code deed} is wanted: by {@code yes}, or by asking.
   *
   * @param deed what is about to happen, such as "remove user a@example.com"
   * @throws Failure (refused) when it is not
   */
  public void confirm(String deed, boolean yes) {
    if (yes) {
      return;
    }
    if (!interactive()) {
      throw Failure.refused("nobody can be asked whether to " + deed)
          .hint("add --yes to do it unasked");
    }
    String answer = terminal().readLine(Printable.of(output.about(deed)) + "? [y/N] ");
    String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    if (!word.equals("y") && !word.equals("yes")) {
      throw Failure.refused("nothing was changed");
    }
  }

  /** The answer to {@code question}, or null at the end of input; only where interactive. */
  public String ask(String question) {
    return terminal().readLine(question);
  }

  /** Whether the answer to {@code question} is not a no; only where interactive. */
  public boolean agrees(String question) {
    String answer = ask(question);
    return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
  }

  /** Runs another command line in these surroundings; its exit status. */
  public int run(CommandTree tree, List<String> arguments) {
    return new Runner(tree, context).run(arguments);
  }

  private Terminal terminal() {
    return context.terminal();
  }
}
