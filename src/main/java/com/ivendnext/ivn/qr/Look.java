package com.ivendnext.ivn.qr;

/**
 * How a QR code is drawn on a terminal.
 *
 * @param color whether black and white may be set explicitly, so that the terminal's own colours do
 *     not matter
 * @param unicode whether the terminal shows half blocks; else only ASCII is written, twice as high
 * @param invert without colour, draws for dark text on a light background instead of light on dark;
 *     with colour, swaps black and white
 */
public record Look(boolean color, boolean unicode, boolean invert) {}
