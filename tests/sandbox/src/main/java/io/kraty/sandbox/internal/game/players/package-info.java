/** Who plays: registration, secrets, bans, and what players say about themselves. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.players;

import org.jspecify.annotations.NullMarked;
