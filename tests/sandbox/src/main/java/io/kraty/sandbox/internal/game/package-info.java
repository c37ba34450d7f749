/** The game behind the sandbox: what exists and which rules hold. Knows nothing of HTTP. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game;

import org.jspecify.annotations.NullMarked;
