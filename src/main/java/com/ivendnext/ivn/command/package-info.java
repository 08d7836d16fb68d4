/**
 * One file per command, named by its path: {@code ivn user enroll} is {@link
 * com.ivendnext.ivn.command.UserEnroll}. A command reads its arguments, calls one service and
 * returns a record. {@link com.ivendnext.ivn.command.CommandList} names them all.
 */
package com.ivendnext.ivn.command;
