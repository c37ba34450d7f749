/** The game without a window: what is so, and what a player can do about it. Read and changed on the game's thread alone. */
@NullMarked
package io.kraty.game.state;

import org.jspecify.annotations.NullMarked;
