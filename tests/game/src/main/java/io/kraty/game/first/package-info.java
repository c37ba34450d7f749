/** The least of a game: what {@code README.md} shows, compiled. */
@NullMarked
package io.kraty.game.first;

import org.jspecify.annotations.NullMarked;
