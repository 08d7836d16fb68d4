package com.ivendnext.ivn.twofactor;

import static com.ivendnext.ivn.TestSite.USER;
import static com.ivendnext.ivn.twofactor.GuardedSite.ADMINISTRATOR;
import static com.ivendnext.ivn.twofactor.GuardedSite.MANAGER;
import static com.ivendnext.ivn.twofactor.GuardedSite.refusal;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ivendnext.ivn.TestSite;
import com.ivendnext.ivn.settings.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites that are being set up, and sites on which leave is all that is left. */
class SafeguardCornersTest {
  @TempDir Path directory;

  private TestSite site;
  private GuardedSite guarded;

  @BeforeEach
  void open() {
    site = new TestSite(directory);
    guarded = new GuardedSite(site);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void a_site_that_nobody_but_the_administrator_ever_used_is_being_set_up() {
    site.accounts().remove(MANAGER);
    site.accounts().remove(USER);
    guarded.switchOn();
  }

  @Test
  void the_administrator_alone_is_not_disabled_all_the_same() {
    site.accounts().remove(MANAGER);
    site.accounts().remove(USER);
    refusal(() -> guarded.change(() -> site.accounts().enable(ADMINISTRATOR, false)));
    guarded.switchOn();
    refusal(() -> guarded.change(() -> site.accounts().enable(ADMINISTRATOR, false)));
  }

  @Test
  void the_set_up_is_over_once_the_administrator_has_enrolled() {
    site.accounts().remove(MANAGER);
    site.accounts().remove(USER);
    site.enroll(ADMINISTRATOR);
    guarded.switchOn();
    Reset.Order order = new Reset.Order("phone lost", false, false);
    refusal(() -> site.reset().reset(List.of(ADMINISTRATOR), order));
  }

  @Test
  void removing_the_last_other_user_is_no_set_up() {
    site.enroll(MANAGER);
    guarded.switchOn();
    site.accounts().remove(USER);
    refusal(() -> guarded.change(() -> site.accounts().remove(MANAGER)));
  }

  @Test
  void ending_the_exemption_of_the_only_one_who_gets_in_is_refused() {
    site.leave().exempt(MANAGER, site.clock.instant().plusSeconds(3_600), "phone lost");
    site.config.put("enable_two_factor_auth", true);
    refusal(() -> site.leave().end(MANAGER, false));
    assertTrue(site.store().exemptions().find(MANAGER).isPresent());
    assertTrue(site.leave().end(MANAGER, true));
  }

  @Test
  void so_is_ending_the_grace_of_all_who_are_in_it() {
    site.config.put("enable_two_factor_auth", true);
    site.config.put("two_factor_grace_period_hours", 72L);
    Grace.begin(site.store(), site.values(), site.login());
    Values none = guarded.with(Map.of("two_factor_grace_period_hours", 0L));
    refusal(() -> site.safeguard().protect(site.values(), none, false, () -> null));
  }
}
