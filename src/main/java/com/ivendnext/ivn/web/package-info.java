/** Pages for browsers, over the same services as the command line. */
package com.ivendnext.ivn.web;
