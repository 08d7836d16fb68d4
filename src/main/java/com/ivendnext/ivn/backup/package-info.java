/**
 * Backups of a site: one file, a zip archive with a manifest, sealed with a passphrase as age does
 * where that is wanted; and what becomes of a site that is restored from one.
 */
package com.ivendnext.ivn.backup;
