package com.ivendnext.ivn.site;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.settings.Values;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directory with {@code sites/}, in which each site has a directory of its own.
 *
 * @param directory absolute
 */
public record Bench(Path directory) {

  static final String SITE_CONFIG = "site_config.json";
  static final String COMMON_CONFIG = "common_site_config.json";
  static final String LOCK = "site_config.lock";

  public Bench {
    directory = directory.toAbsolutePath().normalize();
  }

  /**
   * The bench that {@code --bench} names, else {@code IVN_BENCH}, else the nearest one around the
   * working directory.
   *
   * @param explicit the value of {@code --bench}, or null
   * @throws Failure of kind notFound where the named directory is no bench, and of kind usage where
   *     none is named and the working directory is not inside one
   */
  public static Bench find(Path explicit, Map<String, String> env, Path workingDirectory) {
    return new BenchSearch(explicit, env, workingDirectory).find();
  }

  /** The same bench, or nothing where there is none. */
  public static Optional<Bench> lookFor(
      Path explicit, Map<String, String> env, Path workingDirectory) {
    return Optional.ofNullable(new BenchSearch(explicit, env, workingDirectory).lookFor());
  }

  /** Where to make a bench, if {@link #lookFor} finds none: the named directory, or this one. */
  public static Path placeForNew(Path explicit, Map<String, String> env, Path workingDirectory) {
    return new BenchSearch(explicit, env, workingDirectory).place();
  }

  /**
   * Makes a directory a bench; one that is a bench already stays as it is.
   *
   * @throws Failure of kind data where {@code sites/} cannot be made
   */
  public static Bench create(Path directory) {
    Bench bench = new Bench(directory);
    try {
      Files.createDirectories(bench.directory);
      Ownership.makeDirectory(bench.sitesDirectory());
    } catch (IOException e) {
      throw FileFailure.cannot("make", bench.sitesDirectory(), e);
    }
    return bench;
  }

  public Path sitesDirectory() {
    return directory.resolve("sites");
  }

  /** The config that holds for all sites. */
  public ConfigFile commonConfig() {
    return new ConfigFile(
        sitesDirectory().resolve(COMMON_CONFIG), directory.resolve("config").resolve(LOCK));
  }

  /**
   * What the config for all sites says, typed.
   *
   * @throws Failure of kind data where it cannot be read
   */
  public Values commonSettings() {
    ConfigFile config = commonConfig();
    return new Values(config.read(), key -> config.path().toString());
  }

  /**
   * The names of all sites, sorted: every directory with a {@code site_config.json} that is neither
   * a link nor hidden, as Frappe has it.
   *
   * @throws Failure of kind data where the directory cannot be read
   */
  public List<String> siteNames() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(sitesDirectory())) {
      for (Path entry : entries) {
        if (isSite(entry)) {
          names.add(entry.getFileName().toString());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw FileFailure.cannot("read", sitesDirectory(), e.getCause());
    } catch (IOException e) {
      throw FileFailure.cannot("read", sitesDirectory(), e);
    }
    Collections.sort(names);
    return names;
  }

  /** Whether there is a site of that name; false for what cannot be a name. */
  public boolean hasSite(String name) {
    try {
      return SiteName.isDirectoryEntry(name) && isSite(siteDirectory(name));
    } catch (InvalidPathException e) {
      return false; // characters that file names cannot have in this locale
    }
  }

  private static boolean isSite(Path directory) {
    return directory.getFileName().toString().charAt(0) != '.'
        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && Files.exists(directory.resolve(SITE_CONFIG));
  }

  /**
   * The site of that name. What bench has made may be called anything.
   *
   * @throws Failure of kind usage where there is none and the name is invalid, and of kind notFound
   *     where there is none
   */
  public Site site(String name) {
    if (!hasSite(name)) {
      SiteName.check(name);
      throw Failure.notFound("site " + name + " does not exist")
          .hint(Suggestion.forMissing(name, siteNames()));
    }
    return new Site(name, siteDirectory(name), this);
  }

  /**
   * Makes a site of mode 0700 with this config. It is a site only once it is complete.
   *
   * @throws Failure of kind usage where the name is invalid, refused where it is taken, data where
   *     it cannot be made; nothing is left behind then
   */
  public Site newSite(String name, Map<String, Object> config) {
    SiteName.check(name);
    Site site = new Site(name, siteDirectory(name), this);
    SiteDirectory.make(site, config);
    return site;
  }

  /** Takes back what {@link #newSite} has just made, when the site could not be completed. */
  public void unmake(Site site) {
    SiteDirectory.unmake(site);
  }

  /**
   * Moves a site to {@code archived/sites/}, under another name where its own is taken there.
   *
   * @return where it is now
   * @throws Failure of kind data where it cannot be moved; it is then where it was
   */
  public Path archive(Site site) {
    return SiteDirectory.archive(site);
  }

  /** The site to work on where none is named, if the common config has one. */
  public Optional<String> defaultSite() {
    return commonConfig().read().get("default_site") instanceof String name && !name.isEmpty()
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * Makes an existing site the default one.
   *
   * @throws Failure as {@link #site} and {@link ConfigFile#update} do
   */
  public void use(String site) {
    String name = site(site).name();
    commonConfig()
        .update(
            config -> {
              config.put("default_site", name);
              return config;
            });
  }

  private Path siteDirectory(String name) {
    return sitesDirectory().resolve(name);
  }
}
