/**
 * Bench, site and {@code site_config.json}: finding, reading and atomic writing.
 *
 * <p>A bench is a directory with {@code sites/}; a site is a directory in there with a {@code
 * site_config.json}. The files are Frappe's, to the byte, and shared with a running bench: whoever
 * writes one holds the lock that Frappe takes too ({@code ConfigLock}). Values are plain Java
 * objects; what a key means is told in {@code settings}, not here.
 */
package com.ivendnext.ivn.site;
