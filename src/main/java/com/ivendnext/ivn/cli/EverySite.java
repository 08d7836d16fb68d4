package com.ivendnext.ivn.cli;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a command on every site; a site that fails does not keep the others from their turn. */
final class EverySite {
  private final SiteCommand command;
  private final Invocation invocation;
  private ExitStatus status = ExitStatus.OK;

  EverySite(SiteCommand command, Invocation invocation) {
    this.command = command;
    this.invocation = invocation;
  }

  /** The first status that is not OK, or OK. */
  ExitStatus run(List<Site> sites) {
    if (invocation.output().json()) {
      Map<String, JsonWriter.Scoped> members = new LinkedHashMap<>();
      sites.forEach(site -> members.put(site.name(), reader -> document(site, reader)));
      invocation.output().document(members);
    } else {
      sites.forEach(this::print);
    }
    return status;
  }

  private void document(Site site, Consumer<Object> reader) {
    try (SiteSession session = new SiteSession(invocation, site)) {
      Result result = command.run(session);
      note(result.exitStatus());
      // its member is the site, under which it stands here anyway
      reader.accept(
          result instanceof Result.Keyed keyed ? keyed.members().get(site.name()) : result);
    } catch (Failure failure) {
      note(ExitStatus.of(failure.kind()));
      reader.accept(Map.of("error", Output.document(failure)));
    }
  }

  private void print(Site site) {
    invocation.output().site(site.name());
    try (SiteSession session = new SiteSession(invocation, site)) {
      Result result = command.run(session);
      invocation.output().answer(result);
      note(result.exitStatus());
    } catch (Failure failure) {
      note(ExitStatus.of(failure.kind()));
      invocation.output().error(failure);
    }
  }

  private void note(ExitStatus ended) {
    status = status == ExitStatus.OK ? ended : status;
  }
}
