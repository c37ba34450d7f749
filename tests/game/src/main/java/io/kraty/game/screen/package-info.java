/** What a player sees: pages that show the state and pass on what is clicked. */
@NullMarked
package io.kraty.game.screen;

import org.jspecify.annotations.NullMarked;
