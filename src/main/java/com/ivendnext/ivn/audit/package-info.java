/**
 * The tamper-evident log: who did what to whom, when and why. Records form a chain; its head is
 * also kept outside the store, so that cutting the tail off is found too.
 */
package com.ivendnext.ivn.audit;
