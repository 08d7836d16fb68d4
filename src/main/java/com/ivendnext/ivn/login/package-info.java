/**
 * The whole login: the password step ({@link com.ivendnext.ivn.login.Passwords}), then the code
 * ({@link com.ivendnext.ivn.login.Login}). One service for every front.
 */
package com.ivendnext.ivn.login;
