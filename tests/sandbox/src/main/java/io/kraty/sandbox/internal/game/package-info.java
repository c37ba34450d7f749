/**
 * The game behind the sandbox: what exists and which rules hold. Knows nothing of HTTP. Not API.
 *
 * <p>Each area is a package of its own. From the bottom up: {@code base} and {@code views}, {@code players}, {@code
 * holdings}, {@code grants}, {@code boards}, {@code events}, {@code social}; here, all of it is put together. What players
 * have is kept by the area that it belongs to, and no area shows how.
 */
@NullMarked
package io.kraty.sandbox.internal.game;

import org.jspecify.annotations.NullMarked;
