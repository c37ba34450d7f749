/** What is published, as lists that are checked in: a change of one is a line of a diff that somebody has looked at. */
package io.kraty.published;
