/**
 * {@code ivn serve}: routes and pages over the same services as the command line. {@link
 * com.ivendnext.ivn.web.Routes} lists what there is; a route's action makes an {@link
 * com.ivendnext.ivn.web.Answer} of a {@link com.ivendnext.ivn.web.Call} and the site that it is
 * for; {@link com.ivendnext.ivn.web.WebServer} and {@link com.ivendnext.ivn.web.FrontDoor} alone
 * know the HTTP library.
 */
package com.ivendnext.ivn.web;
