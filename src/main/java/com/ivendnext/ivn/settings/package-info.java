/**
 * What an administrator can set: one registry of every known key ({@link
 * com.ivendnext.ivn.settings.Settings}), its type, its default and its documentation. No JSON, no
 * files: values are plain Java objects.
 */
package com.ivendnext.ivn.settings;
