/**
 * The ports of the domain on SQL. SQL stands here and nowhere else; what differs between databases
 * stands in one {@link com.ivendnext.ivn.jdbc.Dialect} each.
 */
package com.ivendnext.ivn.jdbc;
