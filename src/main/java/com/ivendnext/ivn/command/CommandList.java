package com.ivendnext.ivn.command;

import static com.ivendnext.ivn.cli.CommandEntry.alias;
import static com.ivendnext.ivn.cli.CommandEntry.command;
import static com.ivendnext.ivn.cli.CommandEntry.group;

import com.ivendnext.ivn.cli.CommandEntry;
import com.ivendnext.ivn.cli.CommandTree;
import java.util.List;

/** Every command, one line each, in the order of help. */
public final class CommandList {
  private static final List<CommandEntry> ENTRIES =
      List.of(
          command("quickstart", "show the whole story on a bench of its own"),
          command("new-site", "make a site"),
          command("drop-site", "move a site to the archive"),
          command("list-sites", "list the sites of the bench"),
          command("use", "choose the site that commands use when none is named"),
          command("set-config", "write a key of a site's configuration"),
          command("show-config", "show a site's configuration"),
          command("settings", "list every known key with value, default and origin"),
          command("settings describe", "explain one key"),
          command("status", "show who needs a second factor and who lacks one"),
          command("doctor", "send a test by mail or SMS"),
          command("login", "log a user in as the site would: password, then code"),
          command("login start", "give the password; for applications"),
          command("login finish", "give the code; for applications"),
          group("role", "roles and which of them ask for a second factor"),
          command("role list", "list the roles"),
          command("role add", "add a role"),
          command("role remove", "remove a role and its grants"),
          command("role show", "show a role"),
          command("role enable-2fa", "make a role ask for a second factor"),
          command("role disable-2fa", "stop a role asking for a second factor"),
          group("user", "users and their authenticators"),
          command("user add", "add a user"),
          command("user list", "list users, all or those who fit"),
          command("user show", "show a user"),
          command("user remove", "remove a user and all authenticators"),
          command("user enable", "let a user log in again"),
          command("user disable", "keep a user from logging in"),
          command("user grant", "grant roles to a user"),
          command("user revoke", "take roles from a user"),
          command("user set-password", "set a user's password"),
          command("user enroll", "make an authenticator for a user and show its QR code"),
          command("user confirm", "prove an authenticator by a code, so that it counts"),
          command("user authenticators", "list a user's authenticators"),
          command("user revoke-authenticator", "end one authenticator of a user"),
          command("user why", "explain whether a user needs a second factor"),
          command("user exempt", "let a user in without a second factor for a while"),
          command("user reset-2fa", "end all authenticators of a user, who enrolls anew"),
          command("user unlock", "forget a user's wrong codes"),
          command("user import", "take users and authenticators from another program's file"),
          command("user export", "write users and authenticators into a file"),
          group("otp", "codes"),
          command("otp verify", "say whether a code is good, once"),
          command("otp send", "send a user a code by mail or SMS"),
          command("otp diagnose", "tell what is wrong with a code, without accepting it"),
          command("otp resync", "learn from two codes how far a clock is off"),
          group("recovery", "codes on paper that get a user in once"),
          command("recovery generate", "make ten recovery codes for a user"),
          command("recovery status", "tell how many recovery codes a user has left"),
          command("apply", "make a site what a file says"),
          command("dump", "write what a site is, as apply takes it"),
          command("batch", "run many commands from a file, fast"),
          group("audit", "who did what to whom, when and why"),
          command("audit list", "list the records of the audit log"),
          command("audit verify", "find out whether the audit log was tampered with"),
          command("audit export", "write the records of the audit log as JSON lines or CSV"),
          command("audit prune", "remove old records of the audit log"),
          group("key", "the key that seals the secrets of a site"),
          command("key check", "find out whether every sealed value opens"),
          command("key rotate", "change the key and seal everything anew"),
          command("backup", "back a site up while it is in use"),
          command("restore", "put a site back from a backup"),
          command("completion", "print the completion script of a shell"),
          command("completion words", "print the names that completions offer"),
          command("serve", "answer applications and browsers over HTTP"),
          group("serve-key", "keys of the applications that ask ivn serve"),
          command("serve-key create", "make a key and show it this once"),
          command("serve-key list", "list the keys"),
          command("serve-key revoke", "end a key"),
          alias("add-user", "user add"),
          alias("disable-user", "user disable"),
          alias("set-password", "user set-password"),
          alias("set-admin-password", "user set-password"));

  private CommandList() {}

  public static CommandTree tree() {
    return new CommandTree(ENTRIES, CommandList.class.getPackageName(), new PlainArguments());
  }
}
