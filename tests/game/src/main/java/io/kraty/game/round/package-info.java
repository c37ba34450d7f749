/** What is played: a round of catching sparks and dodging shards, the same for the same seed and the same moves. */
@NullMarked
package io.kraty.game.round;

import org.jspecify.annotations.NullMarked;
