/** Calling what a game brings: listeners, hooks, futures. Not API. */
@NullMarked
package io.kraty.sdk.internal.callback;

import org.jspecify.annotations.NullMarked;
