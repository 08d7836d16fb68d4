package com.ivendnext.ivn.command;

import com.ivendnext.ivn.InProcess;
import com.ivendnext.ivn.InProcess.Outcome;
import com.ivendnext.ivn.otp.HashAlgorithm;
import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.otp.Totp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Somebody who runs one administrator's command after the other, never with {@code --force}. */
final class RandomAdministrator {
  private static final String[] PEOPLE = {"Administrator", "anna@example.com", "bert@example.com"};
  private static final String[] ROLES = {
    "All", "Desk_User", "System_Manager", "Administrator", "Auditor"
  };
  private static final String[] GRANTS = {"System_Manager", "Auditor"};
  private static final String[] LABELS = {"app", "tablet"};
  private static final String[] SETTINGS = {
    "enable_two_factor_auth true",
    "enable_two_factor_auth true",
    "enable_two_factor_auth false",
    "enable_two_factor_auth None",
    "two_factor_method OTP_App",
    "two_factor_method Email",
    "two_factor_method SMS",
    "bypass_2fa_for_retricted_ip_users true",
    "bypass_2fa_for_retricted_ip_users None",
    "two_factor_grace_period_hours 0",
    "two_factor_grace_period_hours 24",
    "two_factor_grace_period_hours None"
  };

  final InProcess shell;
  private final Random dice;
  private final List<String> history = new ArrayList<>();

  /**
   * @param bench one with the site {@code mysite}
   * @param seed the same one does the same
   */
  RandomAdministrator(Path bench, long seed) {
    this.shell = new InProcess(bench);
    this.dice = new Random(seed);
  }

  /** What was run so far, a command a line. */
  String history() {
    return String.join("\n", history);
  }

  private String any(String... choice) {
    return choice[dice.nextInt(choice.length)];
  }

  /** Lets minutes to days go by, now and then. */
  void rest() {
    if (dice.nextInt(4) == 0) {
      Duration time = Duration.ofMinutes(1L << dice.nextInt(13));
      shell.sleep(time);
      history.add("# " + time + " later");
    }
  }

  /** Runs the next command. */
  Outcome act() {
    String command = command();
    return command.startsWith("user enroll") ? enroll(command) : run(command);
  }

  private String command() {
    String user = any(PEOPLE);
    return switch (dice.nextInt(20)) {
      case 0, 1, 2 -> "set-config " + any("", "", "-g ") + any(SETTINGS);
      case 3 -> "role enable-2fa " + any(ROLES);
      case 4 -> "role disable-2fa " + any(ROLES);
      case 5 -> any("role add Auditor", "role remove Auditor --yes");
      case 6, 7 -> "user add " + user + any("", " --grant System_Manager", " --grant Auditor");
      case 8 -> "user remove " + user + " --yes";
      case 9 -> "user enable " + user;
      case 10 -> "user disable " + user;
      case 11 -> "user grant " + user + " " + any(GRANTS);
      case 12 -> "user revoke " + user + " " + any(GRANTS);
      case 13, 14 -> "user enroll " + user + " --label " + any(LABELS) + any("", " --replace");
      case 15 -> "user revoke-authenticator " + user + " " + any(LABELS);
      case 16 -> "user reset-2fa " + whom(user) + " --reason x" + any("", " --keep-recovery");
      case 17 -> any("user unlock " + user, "user why " + user, "status");
      case 18 ->
          "user exempt " + user + any(" --end", " --for 90m --reason x", " --for 30d --reason x");
      default -> "recovery generate " + user;
    };
  }

  private String whom(String user) {
    return any(user, user, user, "--role " + any(ROLES) + " --yes", "--all --yes");
  }

  private Outcome run(String command) {
    history.add(command);
    List<String> words = new ArrayList<>(List.of("--site", MySite.NAME));
    for (String word : command.split(" ")) {
      boolean name = word.equals("System_Manager") || word.equals("Desk_User");
      words.add(name || word.equals("OTP_App") ? word.replace('_', ' ') : word);
    }
    Outcome outcome = shell.run(words.toArray(new String[0]));
    history.add("  " + outcome.status() + " " + outcome.err().strip());
    return outcome;
  }

  /** Enrolls, and mostly proves it by a code. */
  private Outcome enroll(String command) {
    Outcome enrolled = run(command + " --no-qr --format json");
    if (enrolled.status() != 0 || dice.nextInt(5) == 0) {
      return enrolled;
    }
    String secret = (String) JsonDocument.parse(enrolled.out()).get("secret");
    String user = command.split(" ")[2];
    Totp totp = new Totp(HashAlgorithm.SHA1, 6, 30);
    String code = totp.code(SharedSecret.ofBase32(secret), shell.clock.instant());
    return run("user confirm " + user + " " + code);
  }
}
