/**
 * Moves people and their authenticators between a site and the files that other programs keep.
 *
 * <p>{@link com.ivendnext.ivn.transfer.Entry} is one person as a file carries it, {@link
 * com.ivendnext.ivn.transfer.Key} one authenticator of that person. A {@link
 * com.ivendnext.ivn.transfer.Format} reads entries from a {@link com.ivendnext.ivn.transfer.Source}
 * into an {@link com.ivendnext.ivn.transfer.Intake}, one by one, and may write them to a {@link
 * com.ivendnext.ivn.transfer.Target}. {@link com.ivendnext.ivn.transfer.Import} and {@link
 * com.ivendnext.ivn.transfer.Export} are the services between formats and store.
 *
 * <p>To add a format, write one class and its line in {@link com.ivendnext.ivn.transfer.Formats};
 * {@code FormatContractTest} then runs over it. What a format keeps to:
 *
 * <ul>
 *   <li>A bad row is a reject: throw {@link com.ivendnext.ivn.Failure} inside {@link
 *       com.ivendnext.ivn.transfer.Intake#take}, and the next row is read. A file that is no such
 *       file at all, or is cut off, is a failure of kind data.
 *   <li>What it does not know it refuses; it never guesses an algorithm, a length or a period.
 *   <li>What is bounded stays bounded: {@link com.ivendnext.ivn.transfer.Limits}. Line formats
 *       stream; formats of one piece read {@link com.ivendnext.ivn.transfer.Source#whole}, those in
 *       JSON by {@link com.ivendnext.ivn.transfer.Json}.
 *   <li>Secrets stay out of messages: say which row, never what stood in it.
 * </ul>
 */
package com.ivendnext.ivn.transfer;
