/** Audit records to a syslog collector (RFC 5424), over UDP, TCP or the machine's own. */
package com.ivendnext.ivn.syslog;
