/**
 * Hands letters over: one file per channel ({@link com.ivendnext.ivn.delivery.SmtpChannel}, {@link
 * com.ivendnext.ivn.delivery.HttpSmsChannel}). Only the two {@code …Submission} classes talk to the
 * network, and their libraries are loaded when the first letter leaves, not before. What others
 * answered reaches a person only through {@link com.ivendnext.ivn.delivery.Redaction}.
 */
package com.ivendnext.ivn.delivery;
