package com.ivendnext.ivn.command;

import com.ivendnext.ivn.cli.FieldSetter;

/**
 * Sets the fields that hold arguments. Written by {@code mvn test -Dtest=GeneratedFilesTest
 * -Dgenerate} from the annotations: not to be edited.
 */
final class CommandFields implements FieldSetter {
  // spotless:off
  @Override
  @SuppressWarnings("unchecked")
  public boolean set(Object owner, String path, Object value) {
    switch (path) {
      case "SetConfig.global" -> ((SetConfig) owner).global = (boolean) value;
      case "SetConfig.parse" -> ((SetConfig) owner).parse = (boolean) value;
      case "ShowConfig.showSecrets" -> ((ShowConfig) owner).showSecrets = (boolean) value;
      case "UserEnroll.replace" -> ((UserEnroll) owner).replace = (boolean) value;
      case "UserExempt.end" -> ((UserExempt) owner).end = (boolean) value;
      case "UserExempt.force" -> ((UserExempt) owner).force = (boolean) value;
      case "UserExport.encrypt" -> ((UserExport) owner).encrypt = (boolean) value;
      case "UserExport.noSecrets" -> ((UserExport) owner).noSecrets = (boolean) value;
      case "UserList.disabled" -> ((UserList) owner).disabled = (boolean) value;
      case "UserList.enrolled" -> ((UserList) owner).enrolled = (boolean) value;
      case "UserList.missing" -> ((UserList) owner).missing = (boolean) value;
      case "UserList.required" -> ((UserList) owner).required = (boolean) value;
      case "UserReset2fa.all" -> ((UserReset2fa) owner).all = (boolean) value;
      case "UserReset2fa.keepRecovery" -> ((UserReset2fa) owner).keepRecovery = (boolean) value;
      case "UserRevokeAuthenticator.force" -> ((UserRevokeAuthenticator) owner).force = (boolean) value;
      case "UserSetPassword.generate" -> ((UserSetPassword) owner).generate = (boolean) value;
      case "UserEnroll.bulk" -> ((UserEnroll) owner).bulk = (com.ivendnext.ivn.cli.BulkOptions) value;
      case "RoleEnable2fa.caution" -> ((RoleEnable2fa) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "SetConfig.caution" -> ((SetConfig) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserDisable.caution" -> ((UserDisable) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserGrant.caution" -> ((UserGrant) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserImport.caution" -> ((UserImport) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserRemove.caution" -> ((UserRemove) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserReset2fa.caution" -> ((UserReset2fa) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "UserRevoke.caution" -> ((UserRevoke) owner).caution = (com.ivendnext.ivn.cli.Caution) value;
      case "DropSite.consent" -> ((DropSite) owner).consent = (com.ivendnext.ivn.cli.Consent) value;
      case "RoleRemove.consent" -> ((RoleRemove) owner).consent = (com.ivendnext.ivn.cli.Consent) value;
      case "UserExport.consent" -> ((UserExport) owner).consent = (com.ivendnext.ivn.cli.Consent) value;
      case "UserRemove.consent" -> ((UserRemove) owner).consent = (com.ivendnext.ivn.cli.Consent) value;
      case "UserReset2fa.consent" -> ((UserReset2fa) owner).consent = (com.ivendnext.ivn.cli.Consent) value;
      case "UserExport.file" -> ((UserExport) owner).file = (com.ivendnext.ivn.cli.ExportFile) value;
      case "UserExport.secrets" -> ((UserExport) owner).secrets = (com.ivendnext.ivn.cli.FileSecrets) value;
      case "UserImport.secrets" -> ((UserImport) owner).secrets = (com.ivendnext.ivn.cli.FileSecrets) value;
      case "ShowConfig.globals" -> ((ShowConfig) owner).globals = (com.ivendnext.ivn.cli.GlobalOptions) value;
      case "UserImport.options" -> ((UserImport) owner).options = (com.ivendnext.ivn.cli.ImportOptions) value;
      case "Login.source" -> ((Login) owner).source = (com.ivendnext.ivn.cli.PasswordSource) value;
      case "LoginStart.source" -> ((LoginStart) owner).source = (com.ivendnext.ivn.cli.PasswordSource) value;
      case "UserSetPassword.source" -> ((UserSetPassword) owner).source = (com.ivendnext.ivn.cli.PasswordSource) value;
      case "UserEnroll.qr" -> ((UserEnroll) owner).qr = (com.ivendnext.ivn.cli.QrOptions) value;
      case "UserExport.format" -> ((UserExport) owner).format = (com.ivendnext.ivn.transfer.Format) value;
      case "UserImport.format" -> ((UserImport) owner).format = (com.ivendnext.ivn.transfer.Format) value;
      case "UserEnroll.kind" -> ((UserEnroll) owner).kind = (com.ivendnext.ivn.twofactor.Authenticator.Kind) value;
      case "UserAdd.type" -> ((UserAdd) owner).type = (com.ivendnext.ivn.twofactor.UserType) value;
      case "DropSite.name" -> ((DropSite) owner).name = (java.lang.String) value;
      case "Login.user" -> ((Login) owner).user = (java.lang.String) value;
      case "LoginFinish.address" -> ((LoginFinish) owner).address = (java.lang.String) value;
      case "LoginFinish.code" -> ((LoginFinish) owner).code = (java.lang.String) value;
      case "LoginFinish.tmpId" -> ((LoginFinish) owner).tmpId = (java.lang.String) value;
      case "LoginStart.address" -> ((LoginStart) owner).address = (java.lang.String) value;
      case "LoginStart.user" -> ((LoginStart) owner).user = (java.lang.String) value;
      case "NewSite.name" -> ((NewSite) owner).name = (java.lang.String) value;
      case "OtpDiagnose.code" -> ((OtpDiagnose) owner).code = (java.lang.String) value;
      case "OtpDiagnose.user" -> ((OtpDiagnose) owner).user = (java.lang.String) value;
      case "OtpResync.first" -> ((OtpResync) owner).first = (java.lang.String) value;
      case "OtpResync.second" -> ((OtpResync) owner).second = (java.lang.String) value;
      case "OtpResync.user" -> ((OtpResync) owner).user = (java.lang.String) value;
      case "OtpSend.typedMethod" -> ((OtpSend) owner).typedMethod = (java.lang.String) value;
      case "OtpSend.user" -> ((OtpSend) owner).user = (java.lang.String) value;
      case "OtpVerify.code" -> ((OtpVerify) owner).code = (java.lang.String) value;
      case "OtpVerify.domain" -> ((OtpVerify) owner).domain = (java.lang.String) value;
      case "OtpVerify.user" -> ((OtpVerify) owner).user = (java.lang.String) value;
      case "OtpVerify.variable" -> ((OtpVerify) owner).variable = (java.lang.String) value;
      case "RecoveryGenerate.user" -> ((RecoveryGenerate) owner).user = (java.lang.String) value;
      case "RecoveryStatus.user" -> ((RecoveryStatus) owner).user = (java.lang.String) value;
      case "RoleAdd.role" -> ((RoleAdd) owner).role = (java.lang.String) value;
      case "RoleDisable2fa.role" -> ((RoleDisable2fa) owner).role = (java.lang.String) value;
      case "RoleEnable2fa.role" -> ((RoleEnable2fa) owner).role = (java.lang.String) value;
      case "RoleRemove.role" -> ((RoleRemove) owner).role = (java.lang.String) value;
      case "RoleShow.role" -> ((RoleShow) owner).role = (java.lang.String) value;
      case "SetConfig.key" -> ((SetConfig) owner).key = (java.lang.String) value;
      case "SetConfig.value" -> ((SetConfig) owner).value = (java.lang.String) value;
      case "SettingsDescribe.key" -> ((SettingsDescribe) owner).key = (java.lang.String) value;
      case "Use.name" -> ((Use) owner).name = (java.lang.String) value;
      case "UserAdd.email" -> ((UserAdd) owner).email = (java.lang.String) value;
      case "UserAdd.firstName" -> ((UserAdd) owner).firstName = (java.lang.String) value;
      case "UserAdd.fullName" -> ((UserAdd) owner).fullName = (java.lang.String) value;
      case "UserAdd.lastName" -> ((UserAdd) owner).lastName = (java.lang.String) value;
      case "UserAdd.mobile" -> ((UserAdd) owner).mobile = (java.lang.String) value;
      case "UserAdd.restrictIp" -> ((UserAdd) owner).restrictIp = (java.lang.String) value;
      case "UserAdd.user" -> ((UserAdd) owner).user = (java.lang.String) value;
      case "UserAuthenticators.user" -> ((UserAuthenticators) owner).user = (java.lang.String) value;
      case "UserConfirm.code" -> ((UserConfirm) owner).code = (java.lang.String) value;
      case "UserConfirm.user" -> ((UserConfirm) owner).user = (java.lang.String) value;
      case "UserDisable.user" -> ((UserDisable) owner).user = (java.lang.String) value;
      case "UserEnable.user" -> ((UserEnable) owner).user = (java.lang.String) value;
      case "UserEnroll.label" -> ((UserEnroll) owner).label = (java.lang.String) value;
      case "UserEnroll.user" -> ((UserEnroll) owner).user = (java.lang.String) value;
      case "UserExempt.duration" -> ((UserExempt) owner).duration = (java.lang.String) value;
      case "UserExempt.reason" -> ((UserExempt) owner).reason = (java.lang.String) value;
      case "UserExempt.until" -> ((UserExempt) owner).until = (java.lang.String) value;
      case "UserExempt.user" -> ((UserExempt) owner).user = (java.lang.String) value;
      case "UserExport.role" -> ((UserExport) owner).role = (java.lang.String) value;
      case "UserGrant.user" -> ((UserGrant) owner).user = (java.lang.String) value;
      case "UserList.role" -> ((UserList) owner).role = (java.lang.String) value;
      case "UserRemove.user" -> ((UserRemove) owner).user = (java.lang.String) value;
      case "UserReset2fa.reason" -> ((UserReset2fa) owner).reason = (java.lang.String) value;
      case "UserReset2fa.role" -> ((UserReset2fa) owner).role = (java.lang.String) value;
      case "UserReset2fa.user" -> ((UserReset2fa) owner).user = (java.lang.String) value;
      case "UserRevoke.user" -> ((UserRevoke) owner).user = (java.lang.String) value;
      case "UserRevokeAuthenticator.authenticator" -> ((UserRevokeAuthenticator) owner).authenticator = (java.lang.String) value;
      case "UserRevokeAuthenticator.user" -> ((UserRevokeAuthenticator) owner).user = (java.lang.String) value;
      case "UserSetPassword.typedPassword" -> ((UserSetPassword) owner).typedPassword = (java.lang.String) value;
      case "UserSetPassword.user" -> ((UserSetPassword) owner).user = (java.lang.String) value;
      case "UserShow.user" -> ((UserShow) owner).user = (java.lang.String) value;
      case "UserUnlock.user" -> ((UserUnlock) owner).user = (java.lang.String) value;
      case "UserWhy.address" -> ((UserWhy) owner).address = (java.lang.String) value;
      case "UserWhy.user" -> ((UserWhy) owner).user = (java.lang.String) value;
      case "Quickstart.directory" -> ((Quickstart) owner).directory = (java.nio.file.Path) value;
      case "SetConfig.valueFile" -> ((SetConfig) owner).valueFile = (java.nio.file.Path) value;
      case "UserEnroll.secretFile" -> ((UserEnroll) owner).secretFile = (java.nio.file.Path) value;
      case "UserImport.file" -> ((UserImport) owner).file = (java.nio.file.Path) value;
      case "UserImport.rejects" -> ((UserImport) owner).rejects = (java.nio.file.Path) value;
      case "UserGrant.roles" -> ((UserGrant) owner).roles = (java.util.List<java.lang.String>) value;
      case "UserRevoke.roles" -> ((UserRevoke) owner).roles = (java.util.List<java.lang.String>) value;
      case "UserAdd.roles" -> ((UserAdd) owner).roles = (java.util.Set<java.lang.String>) value;
      case "UserExport.users" -> ((UserExport) owner).users = (java.util.Set<java.lang.String>) value;
      case "UserEnroll.counter" -> ((UserEnroll) owner).counter = (long) value;
      default -> {
        return false;
      }
    }
    return true;
  }
  // spotless:on
}
