package io.kraty.sdk;

import io.kraty.api.InventoryApi;
import io.kraty.api.WalletApi;
import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletChanged;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.board.LiveHoldings;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.stream.Source;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsOptions;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items a player holds, in games that let the platform keep them; elsewhere the list is empty. Items come from grants,
 * a client cannot make any. Get it from {@link Kraty#inventory()}. Thread-safe; each call blocks until it is answered,
 * but {@code live} and {@code watch}, which open at once and connect in the background.
 *
 * @since 0.1.0
 */
public final class InventoryClient {
    private final Scope scope;

    InventoryClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * What the player holds, in no particular order. {@code GET /sdk/v1/players/{p}/inventory}.
     *
     * @throws KratyApiException {@code player_secret_invalid}
     */
    public List<ItemHolding> list() {
        return scope.call(InventoryApi::listInventory).items();
    }

    /** {@link #consume(String, ConsumeItemInput)} without a reason. */
    public ConsumeResult consume(String itemKey, long quantity) {
        return consume(itemKey, ConsumeItemInput.builder().quantity(quantity).build());
    }

    /**
     * Uses up items. {@code POST /sdk/v1/players/{p}/inventory/{itemKey}/consume}.
     *
     * @param itemKey which item
     * @param input how many (from 1), and why
     * @return what is left
     * @throws KratyApiException {@code conflict} if the player has too few, {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the quantity is under 1
     */
    public ConsumeResult consume(String itemKey, ConsumeItemInput input) {
        return scope.call(player -> InventoryApi.consumeItem(player, itemKey, input));
    }

    /** {@link #live(InventoryStreamOptions)} of everything. */
    public InventoryStream live() {
        return live(InventoryStreamOptions.defaults());
    }

    /**
     * Follows what the player holds as it changes: items, balances, and grants that arrive. The events wait in the stream
     * until they are fetched. {@code GET /sdk/v1/players/{p}/inventory/stream}.
     *
     * <p>Returns at once. If nobody plays yet, the player is found out in the background, which may register one; a failure
     * there comes out of the stream, as a refused connect ({@code player_secret_invalid}) does.
     *
     * @param stream what to hear
     * @return an open stream, to be closed by the caller; connecting goes on in the background
     */
    public InventoryStream live(InventoryStreamOptions stream) {
        return open(stream, null);
    }

    /** {@link #live(InventoryStreamOptions, InventoryListener)} of everything. */
    public InventoryStream live(InventoryListener listener) {
        return live(InventoryStreamOptions.defaults(), listener);
    }

    /**
     * {@link #live(InventoryStreamOptions)}, with the events delivered to {@code listener}.
     *
     * @param stream what to hear
     * @param listener is called where the {@code callbackExecutor} says, else on a thread of the SDK's; one event
     *     after the other
     * @return the open stream, to be closed by the caller
     */
    public InventoryStream live(InventoryStreamOptions stream, InventoryListener listener) {
        return open(stream, Checks.present("listener", listener));
    }

    private InventoryStream open(InventoryStreamOptions stream, @Nullable InventoryListener listener) {
        boolean all = !Checks.present("stream", stream).ignoreOwnWrites();
        return scope.streams()
                .inventory(
                        new Source<>(
                                scope.later(InventoryApi::streamInventory),
                                event -> false,
                                event -> all || !isOwnWrite(event)),
                        listener);
    }

    /** {@link #watch(HoldingsListener, HoldingsOptions)} with every event. */
    public HoldingsWatch watch(HoldingsListener listener) {
        return watch(listener, HoldingsOptions.defaults());
    }

    /**
     * Keeps what the player holds current, items and balances alike: a snapshot to draw every frame, and a listener that is
     * told what changed. It connects again when the connection is lost, and reads everything then. Never blocks.
     * {@code GET /sdk/v1/players/{p}/inventory/stream}, {@code GET /sdk/v1/players/{p}/inventory} and
     * {@code GET /sdk/v1/players/{p}/wallet}.
     *
     * <p>If nobody plays yet, the player is found out in the background, which may register one.
     *
     * @param listener is told what happens, one thing after the other
     * @param options what to hear, whether to reconnect
     * @return the watch, to be closed by the caller; it also ends with its {@link Kraty}
     */
    public HoldingsWatch watch(HoldingsListener listener, HoldingsOptions options) {
        Checks.present("options", options);
        boolean all = !options.ignoreOwnWrites();
        Supplier<Scope.Player> player = scope.later();
        return scope.follow(
                new Source<>(scope.later(player, InventoryApi::streamInventory), event -> false, event -> true),
                () -> new LiveHoldings.Reading(
                        scope.call(player.get(), InventoryApi::listInventory).items(),
                        scope.call(player.get(), WalletApi::listWallet).wallet()),
                event -> all || !isOwnWrite(event),
                options.reconnect(),
                Checks.present("listener", listener));
    }

    private static boolean isOwnWrite(InventoryEvent event) {
        ChangeOrigin origin = event instanceof InventoryChanged change
                ? change.origin()
                : event instanceof WalletChanged change ? change.origin() : null;
        return ChangeOrigin.CLIENT.equals(origin);
    }
}
