package com.ivendnext.ivn.web;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.login.UnknownUsers;
import com.ivendnext.ivn.site.Bench;
import com.ivendnext.ivn.site.Site;
import com.ivendnext.ivn.twofactor.AddressList;
import com.ivendnext.ivn.twofactor.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Finds the site that a request is for, and keeps its store open. */
final class Sites implements AutoCloseable {
  private final Bench bench;
  private final Site fallback;
  private final Surroundings surroundings;
  private final Map<String, Open> open = new HashMap<>();

  /**
   * @param file tells one store from another that was put in its place
   */
  private record Open(Object file, Store store, UnknownUsers unknownUsers) {}

  /**
   * @param fallback the site of requests that name none; may be null
   */
  Sites(Bench bench, Site fallback, Surroundings surroundings) {
    this.bench = bench;
    this.fallback = fallback;
    this.surroundings = surroundings;
  }

  /**
   * The site of a request: that of {@code X-Frappe-Site-Name}, else the one named as the host,
   * else, where the host is only an address, the fallback.
   *
   * @throws Failure not found: there is none; data, try later: it cannot be opened
   */
  ServedSite of(Call call) {
    String header = call.headers().get("X-Frappe-Site-Name");
    Site site = site(header == null ? host(call.headers().get("Host")) : header);
    Open found = open(site);
    return new ServedSite(site.merged().typed(), found.store(), found.unknownUsers(), surroundings);
  }

  private Site site(String name) {
    if (bench.hasSite(name)) {
      return bench.site(name);
    }
    if (fallback != null && bench.hasSite(fallback.name()) && isAddress(name)) {
      return fallback;
    }
    throw unknown();
  }

  private static Failure unknown() {
    return Failure.notFound("there is no such site; Host or X-Frappe-Site-Name names one");
  }

  /** What tells a machine and no site. */
  private static boolean isAddress(String host) {
    return host.isEmpty()
        || host.equals("localhost")
        || host.startsWith("[")
        || AddressList.isAddress(host);
  }

  /** The host without its port, in lower case. */
  private static String host(String header) {
    String host = header == null ? "" : header.toLowerCase(Locale.ROOT);
    int port = host.indexOf(':', Math.max(0, host.indexOf(']')));
    return port < 0 ? host : host.substring(0, port);
  }

  private synchronized Open open(Site site) {
    Open known = open.get(site.name());
    if (known != null && Objects.equals(known.file(), file(site))) {
      return known;
    }
    if (known != null) {
      open.remove(site.name());
      known.store().close();
    }
    Store store = surroundings.stores().apply(site);
    Open opened = new Open(file(site), store, new UnknownUsers(surroundings.clock()));
    open.put(site.name(), opened);
    return opened;
  }

  private static Object file(Site site) {
    Path path = site.storeFile();
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    open.values().forEach(each -> each.store().close());
    open.clear();
  }
}
