/** Boards and those that the studio configured, with their segments, periods and divisions. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.boards;

import org.jspecify.annotations.NullMarked;
