package com.ivendnext.ivn.web;

import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/** The headers of a request of the HTTP library. */
final class RequestHeaders implements Call.Headers {
  private final Request request;

  RequestHeaders(Request request) {
    this.request = request;
  }

  @Override
  public String get(String name) {
    List<String> values = request.getHeaders().getValuesList(name);
    return values.isEmpty() ? null : String.join(",", values);
  }

  @Override
  public String cookie(String name) {
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }
}
