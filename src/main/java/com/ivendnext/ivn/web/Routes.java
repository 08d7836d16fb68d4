package com.ivendnext.ivn.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Every route, one line each; a path that is not here leads nowhere. */
final class Routes {
  private final Map<String, Route> byPath = new HashMap<>();

  Routes(Metrics metrics, Limits limits) {
    LoginAction login = new LoginAction(metrics, limits);
    SessionActions sessions = new SessionActions();
    KeyedActions keyed = new KeyedActions(metrics);
    List.of(
            Route.post("/api/method/login", login),
            Route.both("/api/method/logout", sessions::logout),
            Route.both("/api/method/frappe.auth.get_logged_user", sessions::loggedUser),
            Route.get("/auth", sessions::auth),
            Route.post("/api/otp/verify", keyed::verify),
            Route.get("/healthz", keyed::health),
            Route.get("/metrics", keyed::metrics),
            Route.both("/qrcode", new QrAction()))
        .forEach(route -> byPath.put(route.path(), route));
  }

  /** The answer to a call, whatever comes of it; HEAD is GET without the body. */
  Answer answer(Call call, Supplier<ServedSite> site) {
    Route route = byPath.get(call.path());
    if (route == null) {
      return Answer.error(404, "DoesNotExistError", "there is nothing here");
    }
    String method = call.method().equals("HEAD") ? "GET" : call.method();
    if (!route.methods().contains(method)) {
      return Answer.error(405, "PermissionError", "this takes " + allowed(route))
          .header("Allow", allowed(route));
    }
    if (CrossSite.suspect(call)) {
      return Answer.error(403, "PermissionError", CrossSite.REFUSAL);
    }
    return route.action().answer(call, site);
  }

  private static String allowed(Route route) {
    return String.join(", ", new TreeSet<>(route.methods()));
  }
}
