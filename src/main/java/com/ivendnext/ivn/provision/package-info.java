/**
 * Many changes at once: files of command lines, the desired state of a site with the plan that
 * leads to it, and enrollment of thousands. What reads files here takes them for hostile: size,
 * nesting and the length of lines are limited.
 */
package com.ivendnext.ivn.provision;
