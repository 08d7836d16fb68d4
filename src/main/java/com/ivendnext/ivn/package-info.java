/**
 * {@code ivn}: two-factor authentication for iVendNext sites, from a terminal.
 *
 * <p>A command parses and prints; the domain decides; adapters named for their technology do the
 * I/O; {@link com.ivendnext.ivn.Ivn} is the only place that knows all three.
 *
 * <ul>
 *   <li>{@code command}: one file per command, named by its path.
 *   <li>{@code cli}: what commands share: context, tree, output, exit statuses.
 *   <li>{@code completion}: the completion scripts of the shells.
 *   <li>{@code web}: {@code ivn serve}: routes and pages over the same services.
 *   <li>{@code provision}: many changes at once: batches, desired state, bulk enrollment.
 *   <li>{@code transfer}: people and authenticators from and to the files of other programs.
 *   <li>{@code backup}: backups, and sites that are restored from them.
 *   <li>{@code keys}: whether the master key opens everything, and changing it.
 *   <li>{@code login}: password, then code.
 *   <li>{@code twofactor}: the domain: policy, enrollment, verification; and its ports.
 *   <li>{@code audit}: the tamper-evident log.
 *   <li>{@code jdbc}: the ports on SQL. SQL stands there only.
 *   <li>{@code delivery}: letters by mail and SMS.
 *   <li>{@code syslog}: audit records to a collector.
 *   <li>{@code terminal}, {@code qr}: the only code that knows a tty; QR codes to look at.
 *   <li>{@code site}: bench, sites and their config files.
 *   <li>{@code settings}: the registry of every key.
 *   <li>{@code crypto}: sealing and key derivation.
 *   <li>{@code otp}: the arithmetic of RFC 4226 and RFC 6238; pure.
 * </ul>
 *
 * <p>To add a command, write its file in {@code command} and its line in {@code CommandList}; to
 * add a setting, write its line in {@code Settings}. The tests say what was forgotten.
 */
package com.ivendnext.ivn;
