/** What is played. */
@NullMarked
package io.kraty.game.round;

import org.jspecify.annotations.NullMarked;
