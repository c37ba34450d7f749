/** Events and what is played in them: windows, lobbies, attempts, their boards and prizes. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.events;

import org.jspecify.annotations.NullMarked;
