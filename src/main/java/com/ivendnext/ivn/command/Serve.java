package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.BenchCommand;
import com.ivendnext.ivn.cli.Context;
import com.ivendnext.ivn.cli.Examples;
import com.ivendnext.ivn.cli.Invocation;
import com.ivendnext.ivn.cli.Result;
import com.ivendnext.ivn.cli.TextWriter;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.web.Caller;
import com.ivendnext.ivn.web.Limits;
import com.ivendnext.ivn.web.Listen;
import com.ivendnext.ivn.web.Surroundings;
import com.ivendnext.ivn.web.WebServer;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command
@Examples({
  "ivn serve",
  "ivn --site mysite serve --listen 127.0.0.1:8282",
  "ivn serve --listen 0.0.0.0:8443 --tls-cert fullchain.pem --tls-key privkey.pem"
})
final class Serve implements BenchCommand {
  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      description = "Where to listen; port 0 is any free one. Default: 127.0.0.1:8282.")
  private String listen = "127.0.0.1:8282";

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Speak TLS with the certificate chain in this PEM file.")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of that certificate: PEM, PKCS #8, readable by its owner only.")
  private Path key;

  /** The end of the service. */
  record Stopped(String url) implements Result {
    @Override
    public void print(TextWriter out) {}
  }

  @Override
  public Result run(Invocation invocation) {
    Context context = invocation.context();
    PrintWriter log = invocation.output().log();
    Listen where = Listen.on(listen, resolved(invocation, certificate), resolved(invocation, key));
    try (WebServer server = WebServer.start(where, plan(invocation), surroundings(invocation))) {
      if (server.warning() != null) {
        log.println("ivn: warning: " + server.warning());
      }
      log.println("ivn: listening on " + server.url());
      context.staying().untilStopped().run();
      return new Stopped(server.url());
    }
  }

  private static Path resolved(Invocation invocation, Path file) {
    return file == null ? null : invocation.resolve(file);
  }

  private static WebServer.Plan plan(Invocation invocation) {
    return new WebServer.Plan(
        invocation.bench(),
        invocation.findSite().orElse(null),
        invocation.bench().commonSettings().get(Settings.TRUSTED_PROXIES),
        Limits.usual(Runtime.getRuntime().availableProcessors()));
  }

  private static Surroundings surroundings(Invocation invocation) {
    Context context = invocation.context();
    Caller caller = new Caller(context.actor());
    Context acting = context.actingAs(caller);
    return new Surroundings(
        context.clock(),
        context.random(),
        caller,
        site -> context.staying().opener().open(site, acting),
        context.channels(),
        invocation.output().log());
  }
}
