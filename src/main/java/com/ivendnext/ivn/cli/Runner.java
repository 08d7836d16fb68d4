package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs one command line from its arguments to its exit status. */
public final class Runner {
  private final CommandTree tree;
  private final Context context;

  public Runner(CommandTree tree, Context context) {
    this.tree = tree;
    this.context = context;
  }

  /** The exit status of {@code arguments}; everything has been printed. */
  public int run(List<String> arguments) {
    return run(arguments, new GlobalOptions()).status();
  }

  /** The same, where {@code options} hold what the arguments leave open. */
  ExitStatus run(List<String> arguments, GlobalOptions options) {
    ExitStatus status = guarded(options, () -> dispatch(helpFlag(arguments), options));
    ExitStatus written = guarded(options, this::finish);
    return status == ExitStatus.OK ? written : status;
  }

  private interface Step {
    ExitStatus run();
  }

  private ExitStatus guarded(GlobalOptions options, Step step) {
    try {
      return step.run();
    } catch (Failure failure) {
      return report(options, failure);
    } catch (RuntimeException | StackOverflowError bug) {
      Failure failure = Failure.internal("this is a bug in ivn: " + bug.getClass().getName(), bug);
      return report(options, failure.hint("run it again with -v and report what it prints"));
    }
  }

  private ExitStatus report(GlobalOptions options, Failure failure) {
    new Output(context.terminal(), options).error(failure);
    return ExitStatus.of(failure.kind());
  }

  private ExitStatus finish() {
    context.terminal().finish();
    return ExitStatus.OK;
  }

  /** {@code help COMMAND} is {@code COMMAND --help}. */
  private static List<String> helpFlag(List<String> arguments) {
    int word = CommandTree.firstWord(arguments);
    if (word < 0 || !arguments.get(word).equals("help")) {
      return arguments;
    }
    List<String> rewritten = new ArrayList<>(arguments);
    rewritten.remove(word);
    rewritten.add("--help");
    return rewritten;
  }

  private ExitStatus dispatch(List<String> arguments, GlobalOptions options) {
    presetFormat(arguments, options);
    Optional<CommandEntry> routed = tree.route(arguments);
    CommandEntry typed = routed.filter(entry -> !entry.group()).orElse(null);
    CommandEntry entry = typed == null ? null : tree.resolve(typed);
    Object command = entry == null ? null : tree.instantiate(entry);
    String path = typed == null ? "" : typed.path();
    if (routed.isPresent() && typed == null) {
      return group(routed.get(), arguments, options);
    }
    if (new QuickArguments(options, tree.plain()).set(path, command, arguments)) {
      return carryOut(entry, command, options);
    }
    CommandLine parser = CommandLines.parser(options, path, command);
    ParseResult parsed = CommandLines.parse(parser, arguments, path);
    if (entry != null && options.help && !options.version) {
      new HelpText(tree, text(options)).command(entry, deepest(parsed).commandSpec());
      return ExitStatus.OK;
    }
    return carryOut(entry, command, options);
  }

  private ExitStatus carryOut(CommandEntry entry, Object command, GlobalOptions options) {
    if (options.version) {
      new Output(context.terminal(), options).answer(Version.current());
      return ExitStatus.OK;
    }
    if (entry == null) {
      new HelpText(tree, text(options)).overview(null);
      return ExitStatus.OK;
    }
    return execute(command, new Invocation(context, options));
  }

  /** Help, for somebody who reads it; a script has forgotten the command. */
  private ExitStatus group(CommandEntry group, List<String> arguments, GlobalOptions options) {
    CommandLine parser = CommandLines.parser(options, group.path(), CommandSpec.create());
    CommandLines.parse(parser, arguments, group.path());
    if (options.version) {
      new Output(context.terminal(), options).answer(Version.current());
      return ExitStatus.OK;
    }
    if (options.format == OutputFormat.JSON && !options.help) {
      throw Failure.usage("ivn " + group.path() + " needs one of its commands")
          .hint("ivn " + group.path() + " --help lists them");
    }
    new HelpText(tree, text(options)).overview(group);
    return ExitStatus.OK;
  }

  /** Errors of the parser itself are to be printed in the format that was asked for. */
  private static void presetFormat(List<String> arguments, GlobalOptions options) {
    String before = "";
    for (String argument : arguments) {
      boolean given = before.equals("--format") && argument.equalsIgnoreCase("json");
      if (given || argument.equalsIgnoreCase("--format=json")) {
        options.format = OutputFormat.JSON;
      }
      before = argument;
    }
  }

  private TextWriter text(GlobalOptions options) {
    return new Output(context.terminal(), options).text();
  }

  private static ParseResult deepest(ParseResult parsed) {
    return parsed.hasSubcommand() ? deepest(parsed.subcommand()) : parsed;
  }

  private ExitStatus execute(Object command, Invocation invocation) {
    if (command instanceof BenchCommand benchCommand) {
      return answered(invocation, benchCommand.run(invocation));
    }
    List<Site> sites = invocation.sites();
    if (invocation.allSites()) {
      return new EverySite((SiteCommand) command, invocation).run(sites);
    }
    try (SiteSession session = new SiteSession(invocation, sites.get(0))) {
      return answered(invocation, ((SiteCommand) command).run(session));
    }
  }

  private static ExitStatus answered(Invocation invocation, Result result) {
    invocation.output().answer(result);
    return result.exitStatus();
  }
}
