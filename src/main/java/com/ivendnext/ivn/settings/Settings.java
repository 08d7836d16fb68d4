package com.ivendnext.ivn.settings;

import com.ivendnext.ivn.Failure;
import com.ivendnext.ivn.otp.HashAlgorithm;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * THE registry: every key that ivn knows, one line each. Validation, {@code ivn settings},
 * completion, the documentation table and {@code site-config.example.json} derive from it.
 *
 * <p>Keys keep Frappe's names, so that one file serves both systems.
 */
public final class Settings {
  private static final List<Setting<?>> REGISTRY = new ArrayList<>();

  // spotless:off
  public static final Setting<Boolean> ENABLE_TWO_FACTOR_AUTH = flag("enable_two_factor_auth", false, "The switch: whether the site asks anybody for a second factor.");
  public static final Setting<Method> TWO_FACTOR_METHOD = choice("two_factor_method", Method.OTP_APP, Method::label, "How users without a personal choice are checked.");
  public static final Setting<String> OTP_ISSUER_NAME = text("otp_issuer_name", "iVendNext", "Name shown in the authenticator app; no colon.", "a text without a colon", text -> !text.isBlank() && text.indexOf(':') < 0 && text.length() <= 100);
  public static final Setting<Integer> LIFESPAN_QRCODE_IMAGE = whole("lifespan_qrcode_image", 240, 60, 86_400, "Seconds that an emailed QR link lives.");
  public static final Setting<String> OTP_SMS_TEMPLATE = text("otp_sms_template", "Your verification code is {{ otp }}", "Text of an SMS; {{ otp }} becomes the code by plain substitution.", "a text that contains {{ otp }}", text -> text.contains("{{ otp }}") || text.contains("{{otp}}"));
  public static final Setting<Boolean> BYPASS_2FA_FOR_RETRICTED_IP_USERS = flag("bypass_2fa_for_retricted_ip_users", false, "Users who log in from an address of their restrict_ip skip the second factor (the spelling is Frappe's).");
  public static final Setting<Boolean> BYPASS_RESTRICT_IP_CHECK_IF_2FA_ENABLED = flag("bypass_restrict_ip_check_if_2fa_enabled", false, "After a second factor, the address is not checked against restrict_ip.");
  public static final Setting<Integer> ALLOW_CONSECUTIVE_LOGIN_ATTEMPTS = whole("allow_consecutive_login_attempts", 10, 1, 1_000, "Wrong passwords in a row before the password step is locked.");
  public static final Setting<Integer> ALLOW_LOGIN_AFTER_FAIL = whole("allow_login_after_fail", 60, 1, 86_400, "Seconds that the password step stays locked.");
  public static final Setting<String> SESSION_EXPIRY = text("session_expiry", "24:00", "Hours and minutes after which a session of ivn serve ends that is not used.", "hours and minutes, such as 24:00", text -> text.strip().matches("[0-9]{1,3}:[0-5][0-9]") && !text.strip().matches("0+:00"));
  public static final Setting<Integer> OTP_WINDOW_STEPS = whole("otp_window_steps", 1, 0, 10, "Time steps accepted either side of now.");
  public static final Setting<HashAlgorithm> OTP_ALGORITHM = choice("otp_algorithm", HashAlgorithm.SHA1, HashAlgorithm::name, "Hash of new authenticators; some apps ignore all but SHA1.");
  public static final Setting<Integer> OTP_DIGITS = oneOf("otp_digits", 6, "Digits of a code of new authenticators; some apps ignore all but 6.", 6, 7, 8);
  public static final Setting<Integer> OTP_PERIOD = whole("otp_period", 30, 10, 120, "Seconds of a time step of new authenticators; some apps ignore all but 30.");
  public static final Setting<Integer> TWO_FACTOR_GRACE_PERIOD_HOURS = whole("two_factor_grace_period_hours", 0, 0, 8_760, "Hours that a newly required user may still log in unenrolled.");
  public static final Setting<String> MAIL_SERVER = text("mail_server", null, "Host of the outgoing mail server.");
  public static final Setting<Integer> MAIL_PORT = whole("mail_port", null, 1, 65_535, "Port of the mail server; 587, or 465 with use_ssl, where unset.");
  public static final Setting<Boolean> USE_TLS = flag("use_tls", false, "Mail goes through STARTTLS.");
  public static final Setting<Boolean> USE_SSL = flag("use_ssl", false, "Mail goes through TLS from the first byte.");
  public static final Setting<String> MAIL_LOGIN = text("mail_login", null, "User name at the mail server.");
  public static final Setting<String> MAIL_PASSWORD = secret("mail_password", "Password at the mail server.");
  public static final Setting<String> AUTO_EMAIL_ID = text("auto_email_id", null, "Sender address of mails.");
  public static final Setting<String> EMAIL_SENDER_NAME = text("email_sender_name", null, "Sender name of mails.");
  public static final Setting<String> SMS_GATEWAY_URL = text("sms_gateway_url", null, "Address of the SMS gateway.", "a http or https URL", Settings::isWebAddress);
  public static final Setting<String> MESSAGE_PARAMETER = text("message_parameter", "message", "Name of the gateway's parameter for the text.");
  public static final Setting<String> RECEIVER_PARAMETER = text("receiver_parameter", "to", "Name of the gateway's parameter for the number.");
  public static final Setting<Map<String, String>> SMS_PARAMETERS = pairs("sms_parameters", "Fixed parameters of the gateway.");
  public static final Setting<Map<String, String>> SMS_HEADERS = pairs("sms_headers", "Fixed HTTP headers of the gateway.");
  public static final Setting<Boolean> USE_POST = flag("use_post", false, "The gateway is called with POST instead of GET.");
  public static final Setting<String> IVN_ENCRYPTION_KEY = secret("ivn_encryption_key", "Master key that seals the store: 32 bytes in url-safe base64, made with the store.");
  public static final Setting<String> IVN_ENCRYPTION_KEY_FILE = text("ivn_encryption_key_file", null, "File that holds the master key instead of ivn_encryption_key.");
  public static final Setting<String> IVN_ENCRYPTION_KEY_NEXT = secret("ivn_encryption_key_next", "Master key that ivn key rotate is changing to; gone once it is done.");
  public static final Setting<String> IVN_ENCRYPTION_KEY_FILE_NEXT = text("ivn_encryption_key_file_next", null, "File with the master key that ivn key rotate is changing to; gone once it is done.");
  public static final Setting<String> AUDIT_SYSLOG = text("audit_syslog", null, "Where audit records are sent too: local (journald, rsyslog), or a collector.", "local, udp://HOST:PORT or tcp://HOST:PORT", text -> SyslogAddress.parse(text) != null);
  public static final Setting<String> HOST_NAME = text("host_name", null, "Base of links in mails; https where it names no scheme.", "a host name or a http or https URL", Settings::isHost);
  public static final Setting<String> TRUSTED_PROXIES = text("trusted_proxies", null, "Addresses of reverse proxies whose X-Forwarded-For ivn serve believes, comma separated, ranges as 10.0.0.0/8 (common config only).", "addresses or ranges, comma separated, such as 127.0.0.1, 10.0.0.0/8", text -> text.matches("[0-9A-Fa-f:./, ]+"));
  public static final Setting<String> DEFAULT_SITE = text("default_site", null, "Site that commands use when none is named (common config only).");
  public static final Setting<String> ENCRYPTION_KEY = secret("encryption_key", "iVendNext's own key; ivn never changes it.");
  public static final Setting<String> ADMIN_PASSWORD = secret("admin_password", "iVendNext's own; ivn only hides it.");
  public static final Setting<String> DB_PASSWORD = secret("db_password", "iVendNext's own; ivn only hides it.");

  // spotless:on

  private Settings() {}

  /** Every known setting, in the order of the documentation. */
  public static List<Setting<?>> all() {
    return Collections.unmodifiableList(REGISTRY);
  }

  public static Optional<Setting<?>> find(String key) {
    for (Setting<?> setting : REGISTRY) {
      if (setting.key().equals(key)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  /**
   * The setting of that key.
   *
   * @throws Failure (not found) with the key that was meant, where one is near
   */
  public static Setting<?> named(String key) {
    return find(key)
        .orElseThrow(
            () -> {
              String closest = closest(key);
              String shown = key.length() <= 60 ? key : key.substring(0, 60) + "…";
              return Failure.notFound("there is no setting " + shown)
                  .hint(
                      closest == null
                          ? "ivn settings lists them"
                          : "did you mean " + closest + "?");
            });
  }

  /** The known key that an unknown one may have been meant for, or null. */
  public static String closest(String key) {
    return Closest.to(key, REGISTRY.stream().map(Setting::key).toList());
  }

  private static <T> Setting<T> register(Setting<T> setting) {
    REGISTRY.add(setting);
    return setting;
  }

  private static Setting<Boolean> flag(String key, boolean fallback, String meaning) {
    return register(new Setting<>(key, new SettingTypes.Flag(), fallback, meaning));
  }

  private static Setting<Integer> whole(
      String key, Integer fallback, int least, int most, String meaning) {
    return register(new Setting<>(key, new SettingTypes.Whole(least, most), fallback, meaning));
  }

  private static Setting<Integer> oneOf(
      String key, int fallback, String meaning, Integer... values) {
    return register(new Setting<>(key, new SettingTypes.OneOf(values), fallback, meaning));
  }

  private static <E extends Enum<E>> Setting<E> choice(
      String key, E fallback, Function<E, String> label, String meaning) {
    List<E> constants = List.of(fallback.getDeclaringClass().getEnumConstants());
    return register(
        new Setting<>(key, new SettingTypes.Choice<>(constants, label), fallback, meaning));
  }

  private static Setting<String> text(String key, String fallback, String meaning) {
    return text(key, fallback, meaning, "a text", value -> true);
  }

  private static Setting<String> text(
      String key, String fallback, String meaning, String allowed, Predicate<String> fits) {
    return register(new Setting<>(key, new SettingTypes.Text(allowed, fits), fallback, meaning));
  }

  private static Setting<String> secret(String key, String meaning) {
    SettingType<String> type = new SettingTypes.Text("a text", value -> true);
    return register(new Setting<>(key, type, null, meaning).asSecret());
  }

  private static Setting<Map<String, String>> pairs(String key, String meaning) {
    return register(new Setting<>(key, new SettingTypes.Pairs(), null, meaning).asSecret());
  }

  private static boolean isWebAddress(String text) {
    return text.startsWith("https://") || text.startsWith("http://");
  }

  /** As Frappe's get_url takes it: with or without a scheme; never with what ends a URL early. */
  private static boolean isHost(String text) {
    boolean scheme = isWebAddress(text);
    try {
      URI uri = new URI(scheme ? text : "https://" + text);
      return uri.getRawAuthority() != null
          && uri.getRawAuthority().indexOf('@') < 0
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && (scheme || !text.contains("://"));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
