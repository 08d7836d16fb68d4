/** Keeping secrets: the master key, keys derived from it, sealing values into the store. */
package com.ivendnext.ivn.crypto;
