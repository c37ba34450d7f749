/** What is between players: friends, requests, blocks, presence and gifts. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.social;

import org.jspecify.annotations.NullMarked;
