/**
 * Completions of the shells. {@link com.ivendnext.ivn.completion.Words} reads from the command tree
 * what may stand where; each shell's {@link com.ivendnext.ivn.completion.Script} has a program in
 * its own language (a resource) and puts the same tables into it. Names of users and roles come
 * from {@code ivn completion words}, which the scripts ask once per change of a store.
 */
package com.ivendnext.ivn.completion;
