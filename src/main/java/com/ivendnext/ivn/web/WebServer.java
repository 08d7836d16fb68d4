package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.AddressList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: it answers from {@link #start} to {@link #close}. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS_BESIDE_REQUESTS = 16;
  private static final int THREADS_AT_REST = 8;
  private static final int IDLE_THREAD_MILLIS = 60_000;

  private final Server server;
  private final ServerConnector connector;
  private final Sites sites;
  private final Listen listen;

  /**
   * What is served, and how.
   *
   * @param fallback the site of requests that name none; or null
   * @param proxies whose {@code X-Forwarded-For} is believed: comma separated; or null
   */
  public record Plan(Bench bench, Site fallback, String proxies, Limits limits) {}

  private WebServer(Listen listen, Plan plan, Surroundings surroundings) {
    Limits limits = plan.limits();
    this.listen = listen;
    this.sites = new Sites(plan.bench(), plan.fallback(), surroundings);
    QueuedThreadPool threads =
        new QueuedThreadPool(
            limits.requests() + THREADS_BESIDE_REQUESTS, THREADS_AT_REST, IDLE_THREAD_MILLIS);
    threads.setName("ivn-serve");
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, 1, 1, protocols(listen, limits));
    connector.setHost(listen.address().getHostAddress());
    connector.setPort(listen.port());
    connector.setIdleTimeout(limits.patience().toMillis());
    ConnectionDeadline deadline =
        new ConnectionDeadline(connector.getScheduler(), limits.patience());
    connector.addBean(deadline);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    Metrics metrics = new Metrics();
    FrontDoor.House house =
        new FrontDoor.House(new Routes(metrics, limits), sites, metrics, limits, surroundings);
    FrontDoor door = new FrontDoor(house, new ClientAddress(plan.proxies()), deadline);
    server.setHandler(new GracefulHandler(door));
    server.setErrorHandler(new JsonErrors());
    server.setStopTimeout(limits.drain().toMillis());
  }

  /**
   * Starts to listen.
   *
   * @throws Failure usage: what the proxies are cannot be read; refused: it cannot listen there, or
   *     others may read the key; data: certificate or key cannot be read
   */
  public static WebServer start(Listen listen, Plan plan, Surroundings surroundings) {
    if (plan.proxies() != null) {
      AddressList.requireReadable(plan.proxies());
    }
    WebServer started = new WebServer(listen, plan, surroundings);
    try {
      started.server.start();
      return started;
    } catch (IOException taken) {
      started.close();
      throw Failure.refused("cannot listen on " + listen.shown(listen.port()))
          .hint("something else may listen there; --listen 127.0.0.1:PORT takes another port")
          .cause(taken);
    } catch (Exception trouble) {
      started.close();
      throw Failure.internal("the HTTP server does not start", trouble);
    }
  }

  private static ConnectionFactory[] protocols(Listen listen, Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setIdleTimeout(limits.patience().toMillis());
    List<ConnectionFactory> protocols = new ArrayList<>();
    if (listen.tls()) {
      http.addCustomizer(new SecureRequestCustomizer(false)); // sites are chosen by header, too
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setKeyStore(PemKeyStore.of(listen.certificate(), listen.key()));
      tls.setKeyStorePassword(PemKeyStore.PASSWORD);
      protocols.add(new SslConnectionFactory(tls, "http/1.1"));
    }
    protocols.add(new HttpConnectionFactory(http));
    return protocols.toArray(new ConnectionFactory[0]);
  }

  /** Where it listens, as the beginning of a URL. */
  public String url() {
    return (listen.tls() ? "https://" : "http://") + listen.shown(connector.getLocalPort());
  }

  /** What to think of before others can reach it, a sentence; null where nothing. */
  public String warning() {
    return listen.tls() || listen.address().isLoopbackAddress()
        ? null
        : "passwords and codes come here unencrypted; use --tls-cert and --tls-key, or listen on"
            + " 127.0.0.1 behind a proxy";
  }

  /** Takes no more requests, lets those in work end, and closes the stores. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception lateRequests) {
      // they had their time; what they have not committed is not done
    } finally {
      sites.close();
    }
  }
}
