/**
 * What commands share: the surroundings they run in ({@link com.ivendnext.ivn.cli.Context}), the
 * tree they hang on, how their results are printed and which exit status follows.
 */
package com.ivendnext.ivn.cli;
