/** Trouble on request: which requests it is for, whether it is their turn, and what happens to them. Not API. */
@NullMarked
package io.kraty.sandbox.internal.trouble;

import org.jspecify.annotations.NullMarked;
