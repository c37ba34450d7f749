/** What all rules lean on: settings, seeds, and how a rule says no. Knows nothing of any game. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.base;

import org.jspecify.annotations.NullMarked;
