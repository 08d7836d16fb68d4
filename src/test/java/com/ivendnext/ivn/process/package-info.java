/**
 * Tests of the real {@code bin/ivn} as a process, run after {@code package}: the launcher itself,
 * start-up, signals, writers at the same time, kills.
 *
 * <p>{@link com.ivendnext.ivn.process.RealIvn} runs it; {@link com.ivendnext.ivn.process.ProbeHome}
 * puts a program in its place that tells what it was given. {@link
 * com.ivendnext.ivn.process.RealBench} is a site to work on, {@link
 * com.ivendnext.ivn.process.Crowd} many at a time, {@link com.ivendnext.ivn.process.Dialog}
 * somebody at a terminal, {@link com.ivendnext.ivn.process.SmallDisk} a disk to fill.
 */
package com.ivendnext.ivn.process;
