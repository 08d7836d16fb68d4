/** The master key of a site over the years: whether it opens everything, and changing it. */
package com.ivendnext.ivn.keys;
