package com.ivendnext.ivn.twofactor;

/**
 * A role.
 *
 * @param twoFactor whether it is ticked: its users need a second factor
 */
public record Role(String name, boolean twoFactor) {}
