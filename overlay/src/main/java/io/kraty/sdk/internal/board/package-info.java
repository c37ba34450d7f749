/** What stands on a board and what a player holds, kept current. Not API. */
@NullMarked
package io.kraty.sdk.internal.board;

import org.jspecify.annotations.NullMarked;
