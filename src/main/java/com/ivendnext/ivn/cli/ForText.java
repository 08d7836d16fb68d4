package com.ivendnext.ivn.cli;

/** A component of a result that only people are shown; JSON leaves it out. */
public interface ForText {}
