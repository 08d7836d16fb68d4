/**
 * QR codes: text becomes a {@link com.ivendnext.ivn.qr.QrMatrix}, and a matrix becomes lines for a
 * terminal, a PNG or an SVG. Knows nothing of what the text means; no input, no output.
 */
package com.ivendnext.ivn.qr;
