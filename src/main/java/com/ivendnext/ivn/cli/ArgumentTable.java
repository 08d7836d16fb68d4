package com.ivendnext.ivn.cli;

import java.util.List;

/**
 * How the plain arguments of each command are spelt. Written by {@code mvn test
 * -Dtest=GeneratedFilesTest -Dgenerate} from the annotations: not to be edited.
 *
 * <p>{@code NAME,NAME=FIELD} is an option with a value, {@code =?FIELD} a flag; {@code FIELD} a
 * positional parameter, with {@code ?} one that may lack and with {@code +} one or more;
 * {@code @FIELD} a mixin or the global options. What is not here is left to picocli.
 */
final class ArgumentTable {
  // spotless:off
  static final String GLOBAL =
      "--site=site --bench=bench --format=format --color=color --no-input=?noInput -v,--verbose=?verbose -h,--help=?help -V,--version=?version";

  private ArgumentTable() {}

  /** The spelling of a command's own arguments, by its class; null for none. */
  static String of(String className) {
    return switch (className) {
      case "AuditExport" -> "@chosen --user=chosen.user --action=chosen.action --outcome=chosen.outcome --since=chosen.since --until=chosen.until --as=format -o,--output=file --force=?force";
      case "AuditList" -> "@chosen --user=chosen.user --action=chosen.action --outcome=chosen.outcome --since=chosen.since --until=chosen.until -f,--follow=?follow";
      case "AuditVerify" -> "";
      case "Completion" -> "shell";
      case "CompletionWords" -> "kind user?";
      case "Doctor" -> "";
      case "DropSite" -> "@consent -y,--yes=?consent.yes name";
      case "Dump" -> "-o,--output=file --as=as --force=?force";
      case "ListSites" -> "";
      case "Login" -> "@source --password-file=source.file user";
      case "LoginFinish" -> "--address=address tmpId code";
      case "LoginStart" -> "@source --password-file=source.file --address=address user";
      case "NewSite" -> "name";
      case "OtpDiagnose" -> "user code";
      case "OtpResync" -> "user first second";
      case "OtpSend" -> "--method=typedMethod user";
      case "OtpVerify" -> "--user-from-env=variable --domain=domain user code?";
      case "Quickstart" -> "directory?";
      case "RecoveryGenerate" -> "user";
      case "RecoveryStatus" -> "user";
      case "RoleAdd" -> "role";
      case "RoleDisable2fa" -> "role";
      case "RoleEnable2fa" -> "@caution --force=?caution.force --dry-run=?caution.dryRun role";
      case "RoleList" -> "";
      case "RoleRemove" -> "@consent -y,--yes=?consent.yes role";
      case "RoleShow" -> "role";
      case "Serve" -> "--listen=listen --tls-cert=certificate --tls-key=key";
      case "ServeKeyCreate" -> "name";
      case "ServeKeyList" -> "";
      case "ServeKeyRevoke" -> "name";
      case "SetConfig" -> "@caution --force=?caution.force --dry-run=?caution.dryRun -g,--global=?global -p,--parse=?parse --value-file=valueFile key value?";
      case "Settings" -> "";
      case "SettingsDescribe" -> "key";
      case "ShowConfig" -> "@globals --show-secrets=?showSecrets";
      case "Status" -> "";
      case "Use" -> "name";
      case "UserAdd" -> "--full-name=fullName --first-name=firstName --last-name=lastName --email=email --mobile=mobile --restrict-ip=restrictIp user";
      case "UserAuthenticators" -> "user";
      case "UserConfirm" -> "user code";
      case "UserDisable" -> "@caution --force=?caution.force --dry-run=?caution.dryRun user";
      case "UserEnable" -> "user";
      case "UserEnroll" -> "@qr @bulk --no-qr=?qr.none --invert=?qr.invert --qr-png=qr.png --qr-svg=qr.svg --force=?qr.force --role=bulk.role --missing=?bulk.missing --from=bulk.from --out=bulk.out --as=bulk.as --sheet=bulk.sheet --label=label --secret-file=secretFile --type=kind --replace=?replace --email=?email user?";
      case "UserExempt" -> "--for=duration --until=until --reason=reason --end=?end --force=?force user";
      case "UserExport" -> "@secrets @file @consent --passphrase-file=secrets.passphraseFile --key-file=secrets.keyFile -o,--output=file.file --force=?file.force -y,--yes=?consent.yes --role=role --no-secrets=?noSecrets --encrypt=?encrypt";
      case "UserGrant" -> "@caution --force=?caution.force --dry-run=?caution.dryRun user roles+";
      case "UserImport" -> "@secrets @options @caution --passphrase-file=secrets.passphraseFile --key-file=secrets.keyFile --on-conflict=options.onConflict --create-roles=?options.createRoles --user=options.user --domain=options.domain --force=?caution.force --dry-run=?caution.dryRun --rejects=rejects file";
      case "UserList" -> "--role=role --required=?required --enrolled=?enrolled --missing=?missing --disabled=?disabled";
      case "UserRemove" -> "@caution @consent --force=?caution.force --dry-run=?caution.dryRun -y,--yes=?consent.yes user";
      case "UserRevoke" -> "@caution --force=?caution.force --dry-run=?caution.dryRun user roles+";
      case "UserRevokeAuthenticator" -> "--force=?force user authenticator";
      case "UserSetPassword" -> "@source --password-file=source.file --generate=?generate user? typedPassword?";
      case "UserShow" -> "user";
      case "UserUnlock" -> "user";
      case "UserWhy" -> "--address=address user";
      default -> null;
    };
  }

  /** The options of every command, each with its description. */
  static List<List<String>> globalHelp() {
    return List.of(
        List.of("--site NAME", "The site, or all. Default: $FRAPPE_SITE, then default_site."),
        List.of("--bench DIR", "The bench. Default: $IVN_BENCH, then the nearest parent with sites/."),
        List.of("--format FORMAT", "text for people (default) or json for programs."),
        List.of("--color WHEN", "auto (default), always or never."),
        List.of("--no-input", "Never ask, even on a terminal."),
        List.of("-v, --verbose", "Show what caused an error."),
        List.of("-h, --help", "Show this help."),
        List.of("-V, --version", "Show the version."));
  }

  /** As {@link FieldSetter}, for what this room holds. */
  static boolean set(Object owner, String path, Object value) {
    switch (path) {
      case "Caution.dryRun" -> ((Caution) owner).dryRun = (boolean) value;
      case "Caution.force" -> ((Caution) owner).force = (boolean) value;
      case "Consent.yes" -> ((Consent) owner).yes = (boolean) value;
      case "ExportFile.force" -> ((ExportFile) owner).force = (boolean) value;
      case "GlobalOptions.help" -> ((GlobalOptions) owner).help = (boolean) value;
      case "GlobalOptions.noInput" -> ((GlobalOptions) owner).noInput = (boolean) value;
      case "GlobalOptions.verbose" -> ((GlobalOptions) owner).verbose = (boolean) value;
      case "GlobalOptions.version" -> ((GlobalOptions) owner).version = (boolean) value;
      case "ImportOptions.createRoles" -> ((ImportOptions) owner).createRoles = (boolean) value;
      case "QrOptions.force" -> ((QrOptions) owner).force = (boolean) value;
      case "QrOptions.invert" -> ((QrOptions) owner).invert = (boolean) value;
      case "QrOptions.none" -> ((QrOptions) owner).none = (boolean) value;
      case "GlobalOptions.format" -> ((GlobalOptions) owner).format = (com.ivendnext.ivn.cli.OutputFormat) value;
      case "GlobalOptions.color" -> ((GlobalOptions) owner).color = (com.ivendnext.ivn.terminal.ColorChoice) value;
      case "ImportOptions.onConflict" -> ((ImportOptions) owner).onConflict = (com.ivendnext.ivn.transfer.OnConflict) value;
      case "GlobalOptions.site" -> ((GlobalOptions) owner).site = (java.lang.String) value;
      case "ImportOptions.domain" -> ((ImportOptions) owner).domain = (java.lang.String) value;
      case "ImportOptions.user" -> ((ImportOptions) owner).user = (java.lang.String) value;
      case "ExportFile.file" -> ((ExportFile) owner).file = (java.nio.file.Path) value;
      case "FileSecrets.keyFile" -> ((FileSecrets) owner).keyFile = (java.nio.file.Path) value;
      case "FileSecrets.passphraseFile" -> ((FileSecrets) owner).passphraseFile = (java.nio.file.Path) value;
      case "GlobalOptions.bench" -> ((GlobalOptions) owner).bench = (java.nio.file.Path) value;
      case "PasswordSource.file" -> ((PasswordSource) owner).file = (java.nio.file.Path) value;
      case "QrOptions.png" -> ((QrOptions) owner).png = (java.nio.file.Path) value;
      case "QrOptions.svg" -> ((QrOptions) owner).svg = (java.nio.file.Path) value;
      default -> {
        return false;
      }
    }
    return true;
  }
  // spotless:on
}
