/** A sandbox that runs: the game, the server before it, and the clock, as one thing to be steered. Not API. */
@NullMarked
package io.kraty.sandbox.internal.engine;

import org.jspecify.annotations.NullMarked;
