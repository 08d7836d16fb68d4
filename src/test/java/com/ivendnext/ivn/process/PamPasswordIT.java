package com.ivendnext.ivn.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/docs/pam.md} with the real pam_unix, sudo and sshd, in a namespace of their own. */
final class PamPasswordIT {
  private static final String ASKED = "Password required for anna.";
  private static final String SUDO_ASKS = "[sudo] password for anna: ";
  private static final String TWO = "/etc/pam.d/sudo, password and code";
  private static final String COMMON_AUTH =
      """
      auth [success=1 default=ignore] pam_unix.so nullok
      auth requisite pam_deny.so
      auth required pam_permit.so
      """;

  @TempDir private Path directory;
  private PamStack pam;
  private PamMachine machine;

  @BeforeEach
  void install() throws IOException {
    Tool.need("pamtester", "unshare", "sudo", "expect");
    pam = new PamStack(directory).write("common-auth", COMMON_AUTH).install("sudo", TWO);
    machine = new PamMachine(directory);
    pam.enroll("anna");
  }

  private RealIvn.Outcome authenticate(String service, String account, String... typed) {
    return machine
        .call("pamtester")
        .typing(String.join("\n", typed) + "\n")
        .run(service, account, "authenticate", "setcred", "acct_mgmt");
  }

  private void refuses(String words, RealIvn.Outcome outcome) {
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.err().endsWith("pamtester: " + words + "\n"), outcome::toString);
  }

  private RealIvn.Outcome sudo(Dialog dialog) {
    List<String> command = new ArrayList<>(PamMachine.anna());
    command.addAll(List.of("sudo", "-k", "id", "-un"));
    return dialog.by(machine.call("expect", "-"), command.toArray(String[]::new));
  }

  @Test
  void the_password_and_then_the_code_let_in() {
    RealIvn.Outcome outcome = authenticate("sudo", "anna", PamMachine.PASSWORD, RealBench.code(0));
    assertEquals(0, outcome.status(), outcome::toString);
    assertTrue(outcome.out().contains("Code of your authenticator app"), outcome::toString);
    assertTrue(outcome.err().contains(ASKED), outcome::toString);
  }

  @Test
  void the_password_and_a_wrong_code_do_not() {
    refuses("System error", authenticate("sudo", "anna", PamMachine.PASSWORD, "12345x"));
  }

  @Test
  void after_a_wrong_password_no_code_is_asked_for_and_none_is_used_up() {
    String code = RealBench.code(0);
    RealIvn.Outcome outcome = authenticate("sudo", "anna", "wrong horse", code);
    refuses("Authentication failure", outcome);
    assertEquals(-1, outcome.err().indexOf(ASKED), outcome::toString);
    assertEquals(0, authenticate("sudo", "anna", PamMachine.PASSWORD, code).status());
  }

  @Test
  void the_obvious_stack_hands_over_the_password_and_refuses_everybody() throws IOException {
    pam.write("obvious", "@include common-auth\nauth include ivn-code\n@include common-account\n");
    String code = RealBench.code(0);
    refuses("System error", authenticate("obvious", "anna", PamMachine.PASSWORD, code));
    pam.write(
        "other-way", "auth include ivn-code\n@include common-auth\n@include common-account\n");
    refuses("Authentication failure", authenticate("other-way", "anna", code, PamMachine.PASSWORD));
  }

  @Test
  void a_member_of_the_group_needs_the_password_only_and_others_need_both() throws IOException {
    pam.install("sudo", "/etc/pam.d/sudo, password and code, but for a group");
    assertEquals(0, authenticate("sudo", "bert", PamMachine.PASSWORD).status());
    refuses("Authentication failure", authenticate("sudo", "bert", "wrong horse"));
    refuses("System error", authenticate("sudo", "anna", PamMachine.PASSWORD, "12345x"));
    String code = RealBench.code(0);
    assertEquals(0, authenticate("sudo", "anna", PamMachine.PASSWORD, code).status());
  }

  @Test
  void sudo_asks_for_both() {
    RealIvn.Outcome outcome =
        sudo(
            Dialog.at(80)
                .see(SUDO_ASKS)
                .type(PamMachine.PASSWORD)
                .see(ASKED)
                .type(RealBench.code(0))
                .see("root"));
    assertEquals(0, outcome.status(), outcome::toString);
  }

  @Test
  void sudo_takes_the_code_alone_in_place_of_the_password() throws IOException {
    pam.install("sudo", "/etc/pam.d/sudo, code only");
    String code = RealBench.code(0);
    Dialog dialog = Dialog.at(80).see(SUDO_ASKS).type(code).see("root");
    assertEquals(0, sudo(dialog).status());
    refusedBySudo(Dialog.at(80).see(SUDO_ASKS).type(code));
  }

  @Test
  void without_seteuid_and_setpriv_it_runs_as_whoever_calls_sudo_and_refuses() throws IOException {
    pam.install("sudo", "/etc/pam.d/sudo, code only")
        .installWith(
            "ivn-code",
            "seteuid quiet \\\n    /usr/bin/setpriv --reuid=daemon --regid=daemon --init-groups ",
            "quiet ");
    refusedBySudo(Dialog.at(80).see(SUDO_ASKS).type(RealBench.code(0)));
  }

  private void refusedBySudo(Dialog dialog) {
    RealIvn.Outcome outcome = sudo(dialog);
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.out().contains("a password is required"), outcome::toString);
  }

  @Test
  void ssh_takes_the_key_and_then_the_code() throws IOException {
    String code = RealBench.code(0);
    RealIvn.Outcome outcome = ssh(Dialog.at(80).see("Password: ").type(code).see("anna\r\n"));
    assertEquals(0, outcome.status(), outcome::toString);
    outcome = ssh(Dialog.at(80).see("Password: ").type(code).see("Password: ").press('c'));
    assertEquals(-1, outcome.out().indexOf("anna\n"), outcome::toString);
  }

  /** Logs in as anna at an sshd that serves this one connection. */
  private RealIvn.Outcome ssh(Dialog dialog) throws IOException {
    Tool.need("sshd", "ssh", "ssh-keygen");
    pam.install("sshd", "/etc/pam.d/sshd, key and code: in place of \"@include common-auth\"");
    String rest = "@include common-account\n@include common-session-noninteractive\n";
    Files.writeString(
        pam.services().resolve("sshd"), Files.readString(pam.services().resolve("sshd")) + rest);
    Path key = directory.resolve("key");
    if (!Files.exists(key)) {
      Tool.asked("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    }
    String config =
        "HostKey "
            + key
            + "\nAuthorizedKeysFile "
            + key
            + ".pub\nStrictModes no\n"
            + new ConfigFiles("pam.md").get("/etc/ssh/sshd_config.d/ivn.conf");
    Path file = Files.writeString(directory.resolve("sshd_config"), config);
    return dialog.by(
        machine.call("expect", "-"),
        "ssh",
        "-o",
        "ProxyCommand=/usr/sbin/sshd -i -f " + file,
        "-o",
        "StrictHostKeyChecking=no",
        "-o",
        "UserKnownHostsFile=/dev/null",
        "-i",
        key.toString(),
        "anna@localhost",
        "id -un");
  }
}
