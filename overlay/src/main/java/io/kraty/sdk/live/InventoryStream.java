package io.kraty.sdk.live;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sdk.error.KratyNetworkException;

/**
 * A player's items, balances and grants as they change, whatever changed them: this game, the game's backend, the studio, a
 * reward. Take the events as hints that something changed; what the player holds is what {@code inventory().list()} and
 * {@code wallet().list()} read.
 *
 * <pre>{@code
 * InventoryStream stream = kraty.inventory().live();
 * // every frame:
 * for (InventoryEvent event = stream.poll(); event != null; event = stream.poll()) {
 *     if (event instanceof WalletChanged change) {
 *         purse.show(change.economyKey(), change.balance());
 *     } else if (event instanceof GrantCreated) {
 *         presents.show();
 *     }
 * }
 * }</pre>
 *
 * It stays with the player it was opened for, also after {@code signIn} and {@code logout}: close it then and
 * open another.
 *
 * <p>Which of its methods block is said in {@link LiveStream}.
 *
 * <p>There is no last event: a player's holdings are never over. So an end that is not the game's own {@link #close()} is a
 * lost connection, a {@link KratyNetworkException}, also where the server ended the answer properly. What happened in
 * between is not told again: after opening another stream, read once.
 *
 * @since 0.1.0
 */
public interface InventoryStream extends LiveStream<InventoryEvent> {}
