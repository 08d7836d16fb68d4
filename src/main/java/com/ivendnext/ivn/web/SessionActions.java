package com.ivendnext.ivn.web;

import com.ivendnext.ivn.twofactor.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a session is good for. */
final class SessionActions {

  /** {@code frappe.auth.get_logged_user}; 403 for nobody, as Frappe answers a guest. */
  Answer loggedUser(Call call, Supplier<ServedSite> site) {
    return user(call, site)
        .map(user -> Answer.json(200, Map.of("message", user.name())).about(user.name()))
        .orElseGet(() -> Answer.error(403, "PermissionError", "Login to access"));
  }

  /** {@code logout}; the same for whoever was not logged in. */
  Answer logout(Call call, Supplier<ServedSite> site) {
    site.get().sessions().end(call.session());
    return Answer.json(200, Map.of()).header("Set-Cookie", Cookie.gone(call.origin().secure()));
  }

  /**
   * {@code /auth} for the {@code auth_request} of nginx: 200 and the user in {@code Remote-User},
   * percent-encoded but for what stands in nearly every address, or 401.
   */
  Answer auth(Call call, Supplier<ServedSite> site) {
    return user(call, site)
        .map(
            user ->
                Answer.json(200, Map.of())
                    .header("Remote-User", encoded(user.name()))
                    .about(user.name()))
        .orElseGet(() -> Answer.error(401, "AuthenticationError", "Login to access"));
  }

  private static Optional<User> user(Call call, Supplier<ServedSite> site) {
    return call.session() == null ? Optional.empty() : site.get().sessions().user(call.session());
  }

  private static String encoded(String user) {
    return URLEncoder.encode(user, StandardCharsets.UTF_8).replace("%40", "@").replace("%2B", "+");
  }
}
