package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.Failure.Kind;
import com.ivendnext.ivn.web.Call.Origin;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Takes requests in, whole, and hands answers out: between the HTTP library and the routes. */
final class FrontDoor extends Handler.Abstract {
  private static final List<String> BY_PROXIES =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

  private final House house;
  private final Journal journal;
  private final ClientAddress addresses;
  private final ConnectionDeadline deadline;

  /** What is behind the door. */
  record House(
      Routes routes, Sites sites, Metrics metrics, Limits limits, Surroundings surroundings) {}

  FrontDoor(House house, ClientAddress addresses, ConnectionDeadline deadline) {
    this.house = house;
    this.journal = new Journal(house.surroundings());
    this.addresses = addresses;
    this.deadline = deadline;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = new Reply(request, response, callback);
    deadline.watch(request);
    if (request.getLength() > house.limits().bodyBytes()) {
      reply.refuse(413, "the body is too large");
    } else {
      new RequestBody(request, house.limits().bodyBytes(), reply).run();
    }
    return true;
  }

  /** What comes of one request. */
  private final class Reply implements RequestBody.Reader {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Call bare;

    Reply(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.bare = bare();
    }

    private Call bare() {
      return new Call(
          request.getMethod(), path(), new RequestHeaders(request), Map.of(), Map.of(), origin());
    }

    /** As it was sent: what has to be tidied up first is no path of ours. */
    private String path() {
      String path = request.getHttpURI().getPath();
      return path == null ? "" : path;
    }

    private Origin origin() {
      RequestHeaders headers = new RequestHeaders(request);
      InetAddress peer =
          ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress())
              .getAddress();
      String address = plain(peer);
      boolean proxied = BY_PROXIES.stream().anyMatch(name -> headers.get(name) != null);
      boolean secureBefore =
          addresses.trusted(address) && "https".equals(headers.get("X-Forwarded-Proto"));
      return new Origin(
          addresses.of(address, headers.get("X-Forwarded-For")),
          request.isSecure() || secureBefore,
          peer.isLoopbackAddress() && !proxied);
    }

    /** Without the zone of a link-local address, which says nothing about the client. */
    private static String plain(InetAddress peer) {
      String address = peer.getHostAddress();
      int zone = address.indexOf('%');
      return zone < 0 ? address : address.substring(0, zone);
    }

    @Override
    public void whole(byte[] body) {
      deadline.met(request);
      if (house.metrics().inFlight().incrementAndGet() > house.limits().requests()) {
        house.metrics().inFlight().decrementAndGet();
        send(Answer.error(503, "ServerError", "too busy; try again in a moment").retryAfter(1));
        return;
      }
      Answer answer;
      try {
        answer =
            guarded(
                () ->
                    house
                        .surroundings()
                        .caller()
                        .from(bare.origin().address(), () -> answer(body)));
      } finally {
        house.metrics().inFlight().decrementAndGet();
      }
      send(answer);
    }

    private Answer answer(byte[] body) {
      String type = bare.headers().get("Content-Type");
      if (!Fields.readable(type, body)) {
        return Answer.error(415, "ValidationError", "a body is a form or JSON");
      }
      Call call =
          new Call(
              bare.method(),
              bare.path(),
              bare.headers(),
              Fields.form(request.getHttpURI().getQuery()),
              Fields.of(type, body),
              bare.origin());
      return house.routes().answer(call, () -> house.sites().of(call));
    }

    /** The last resort: nothing that goes wrong gets further than here. */
    private Answer guarded(Supplier<Answer> work) {
      try {
        return work.get();
      } catch (Failure failure) {
        boolean ours = failure.kind() == Kind.DATA || failure.kind() == Kind.INTERNAL;
        if (ours || failure.kind() == Kind.DELIVERY) {
          journal.trouble(failure);
        }
        return Problem.answer(failure, house.surroundings().clock());
      } catch (RuntimeException | StackOverflowError bug) {
        journal.bug(bug);
        return Answer.error(500, "ServerError", "this is a bug in ivn");
      }
    }

    @Override
    public void refuse(int status, String why) {
      deadline.met(request);
      send(Answer.error(status, "ValidationError", why).header("Connection", "close"));
    }

    private void send(Answer answer) {
      long took = System.nanoTime() - request.getBeginNanoTime();
      house.metrics().answered(answer.status(), took);
      journal.answered(bare, answer, TimeUnit.NANOSECONDS.toMillis(took));
      response.setStatus(answer.status());
      Answer.ALWAYS.forEach(response.getHeaders()::put);
      answer.headers().forEach(response.getHeaders()::put);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.getHeaders().put("Content-Length", body.length);
      boolean head = request.getMethod().equals("HEAD");
      response.write(true, ByteBuffer.wrap(head ? new byte[0] : body), callback);
    }
  }
}
