/**
 * The only code that knows a tty: the three standard streams, how wide the screen is, whether it
 * may be coloured, and what can be shown on it safely and in straight columns.
 */
package com.ivendnext.ivn.terminal;
