/**
 * The domain: who needs a second factor and why ({@link com.ivendnext.ivn.twofactor.Policy}), how
 * one is enrolled ({@link com.ivendnext.ivn.twofactor.Enrollment}) and how a code is checked
 * ({@link com.ivendnext.ivn.twofactor.Verifier}). Ports that adapters fill: {@link
 * com.ivendnext.ivn.twofactor.Store} and what it leads to.
 */
package com.ivendnext.ivn.twofactor;
