/**
 * The form that trouble has: the values it can be given, the patterns that choose requests, and errors as the API words
 * them. What the public values check and fill themselves with, so it knows none of them. Not API.
 */
@NullMarked
package io.kraty.sandbox.internal.form;

import org.jspecify.annotations.NullMarked;
