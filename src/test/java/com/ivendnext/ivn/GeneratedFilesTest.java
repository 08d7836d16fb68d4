package com.ivendnext.ivn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ivendnext.ivn.cli.ArgumentTableText;
import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.ExitStatus;
import com.ivendnext.ivn.command.CommandList;
import com.ivendnext.ivn.completion.Script;
import com.ivendnext.ivn.completion.Shell;
import com.ivendnext.ivn.settings.Setting;
import com.ivendnext.ivn.settings.Settings;
import com.ivendnext.ivn.site.FrappeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files that are derived from the registries are current. {@code mvn test -Dtest=GeneratedFilesTest
 * -Dgenerate} writes them.
 */
class GeneratedFilesTest {

  @Test
  void example_config_names_every_setting() throws IOException {
    Map<String, Object> example = new LinkedHashMap<>();
    Settings.all().forEach(setting -> example.put(setting.key(), setting.storedFallback()));
    check(Path.of("site-config.example.json"), FrappeJson.format(example) + "\n");
  }

  @Test
  void documentation_explains_every_setting() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| Key | Value | Default | Meaning |\n| --- | --- | --- | --- |\n");
    for (Setting<?> setting : Settings.all()) {
      Object fallback = setting.storedFallback();
      table.append("| `").append(setting.key()).append("` | ");
      table.append(setting.type().allowed()).append(setting.secret() ? "; secret" : "");
      table.append(" | ").append(fallback == null ? "" : "`" + fallback + "`");
      table.append(" | ").append(setting.meaning()).append(" |\n");
    }
    checkSection(Path.of("src/docs/settings.md"), "settings", table.toString());
  }

  @Test
  void readme_lists_every_command() throws IOException {
    StringBuilder table = new StringBuilder("| Command | |\n| --- | --- |\n");
    for (CommandEntry entry : CommandList.tree().entries()) {
      if (!entry.group() && entry.aliasOf() == null) {
        table.append("| `").append(entry.path()).append("` | ");
        table.append(entry.summary()).append(" |\n");
      }
    }
    checkSection(Path.of("README.md"), "commands", table.toString());
  }

  @ParameterizedTest
  @EnumSource
  void shells_complete_every_command(Shell shell) throws IOException {
    check(Path.of("completions", shell.file()), Script.of(shell, CommandList.tree()));
  }

  @Test
  void readme_lists_every_exit_status() throws IOException {
    StringBuilder table = new StringBuilder("| Exit | Code | |\n| --- | --- | --- |\n");
    for (ExitStatus status : ExitStatus.values()) {
      table.append("| ").append(status.status()).append(" | ").append(status.code());
      table.append(" | ").append(status.meaning()).append(" |\n");
    }
    checkSection(Path.of("README.md"), "exit statuses", table.toString());
  }

  @Test
  void argument_table_tells_what_the_annotations_say() throws IOException {
    check(
        Path.of("src/main/java/com/ivendnext/ivn/cli/ArgumentTable.java"),
        ArgumentTableText.of(CommandList.tree()));
    check(
        Path.of("src/main/java/com/ivendnext/ivn/command/CommandFields.java"),
        ArgumentTableText.setter(CommandList.tree(), CommandList.class.getPackageName()));
  }

  /** Compares what stands between the two comments that mark generated text. */
  private static void checkSection(Path file, String name, String expected) throws IOException {
    String begin = "<!-- generated: " + name + " -->\n";
    String page = Files.readString(file);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf("<!-- end -->", from);
    check(file, page.substring(0, from) + expected + page.substring(to));
  }

  private static void check(Path file, String expected) throws IOException {
    if (System.getProperty("generate") != null) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file));
  }
}
