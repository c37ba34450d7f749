/** What players have and have paid: items, balances, their ledger, and purchases. Not API. */
@NullMarked
package io.kraty.sandbox.internal.game.holdings;

import org.jspecify.annotations.NullMarked;
