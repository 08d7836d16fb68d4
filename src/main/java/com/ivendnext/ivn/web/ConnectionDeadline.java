package com.ivendnext.ivn.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which no whole request comes in time, however busily they dribble: counted
 * from their beginning, and from each answer on.
 */
final class ConnectionDeadline implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration patience;
  private final Map<EndPoint, Scheduler.Task> tasks = new ConcurrentHashMap<>();

  ConnectionDeadline(Scheduler scheduler, Duration patience) {
    this.scheduler = scheduler;
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    if (!(connection instanceof SslConnection)) { // what runs inside of it is opened, too
      begin(connection.getEndPoint());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    end(connection.getEndPoint());
  }

  /** A request has begun to come in; after its answer, the time for the next begins. */
  void watch(Request request) {
    Request.addCompletionListener(request, failure -> begin(endPoint(request)));
  }

  /** A request has come in. */
  void met(Request request) {
    end(endPoint(request));
  }

  private static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  private void begin(EndPoint endPoint) {
    if (endPoint.isOpen()) {
      replace(endPoint, scheduler.schedule(() -> close(endPoint), patience));
      if (!endPoint.isOpen()) {
        end(endPoint); // it was closed meanwhile, and nobody else will
      }
    }
  }

  private void end(EndPoint endPoint) {
    replace(endPoint, null);
  }

  private void replace(EndPoint endPoint, Scheduler.Task next) {
    Scheduler.Task before = next == null ? tasks.remove(endPoint) : tasks.put(endPoint, next);
    if (before != null) {
      before.cancel();
    }
  }

  /** At once, also where TLS would want to say good-bye. */
  private static void close(EndPoint endPoint) {
    EndPoint outermost = endPoint;
    while (outermost instanceof EndPoint.Wrapper wrapper) {
      outermost = wrapper.unwrap();
    }
    outermost.close();
  }
}
