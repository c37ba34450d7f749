package io.kraty.sdk;

import io.kraty.api.InventoryApi;
import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.internal.stream.EventStreams;
import io.kraty.sdk.internal.stream.Subscription;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The items a player holds, in games that let the platform keep them; elsewhere the list is empty. Items come from grants,
 * a client cannot make any. Get it from {@link Kraty#inventory()}. Thread-safe; each call blocks until it is answered,
 * but {@code live}, which opens at once and connects in the background.
 */
public final class InventoryClient {
    private final PlayerScope scope;
    private final EventStreams streams;

    InventoryClient(PlayerScope scope, EventStreams streams) {
        this.scope = scope;
        this.streams = streams;
    }

    /** {@link #list(RequestOptions)} for the active player. */
    public List<ItemHolding> list() {
        return list(RequestOptions.none());
    }

    /**
     * What the player holds, in no particular order. {@code GET /sdk/v1/players/{p}/inventory}.
     *
     * @throws KratyApiException {@code player_secret_invalid}
     */
    public List<ItemHolding> list(RequestOptions options) {
        return scope.call(options, InventoryApi::listInventory).items();
    }

    /** {@link #consume(String, ConsumeItemInput, RequestOptions)} for the active player, without a reason. */
    public ConsumeResult consume(String itemKey, long quantity) {
        return consume(itemKey, quantity, RequestOptions.none());
    }

    /** {@link #consume(String, ConsumeItemInput, RequestOptions)} without a reason. */
    public ConsumeResult consume(String itemKey, long quantity, RequestOptions options) {
        return consume(itemKey, ConsumeItemInput.builder().quantity(quantity).build(), options);
    }

    /** {@link #consume(String, ConsumeItemInput, RequestOptions)} for the active player. */
    public ConsumeResult consume(String itemKey, ConsumeItemInput input) {
        return consume(itemKey, input, RequestOptions.none());
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
    public ConsumeResult consume(String itemKey, ConsumeItemInput input, RequestOptions options) {
        return scope.call(options, player -> InventoryApi.consumeItem(player, itemKey, input));
    }

    /** {@link #live(InventoryStreamOptions, RequestOptions)} of everything, for the active player. */
    public InventoryStream live() {
        return live(InventoryStreamOptions.defaults(), RequestOptions.none());
    }

    /** {@link #live(InventoryStreamOptions, RequestOptions)} for the active player. */
    public InventoryStream live(InventoryStreamOptions stream) {
        return live(stream, RequestOptions.none());
    }

    /**
     * Follows what the player holds as it changes: items, balances, and grants that arrive. The events wait in the stream
     * until they are fetched. {@code GET /sdk/v1/players/{p}/inventory/stream}.
     *
     * <p>Returns at once. If nobody plays yet, the player is found out in the background, which may register one; a failure
     * there comes out of the stream, as a refused connect ({@code player_secret_invalid}) does.
     *
     * @param stream what to hear
     * @param options whose inventory; the rest is about calls and not used
     * @return an open stream, to be closed by the caller; connecting goes on in the background
     */
    public InventoryStream live(InventoryStreamOptions stream, RequestOptions options) {
        return open(stream, null, options);
    }

    /** {@link #live(InventoryStreamOptions, InventoryListener, RequestOptions)} of everything, for the active player. */
    public InventoryStream live(InventoryListener listener) {
        return live(InventoryStreamOptions.defaults(), listener, RequestOptions.none());
    }

    /** {@link #live(InventoryStreamOptions, InventoryListener, RequestOptions)} for the active player. */
    public InventoryStream live(InventoryStreamOptions stream, InventoryListener listener) {
        return live(stream, listener, RequestOptions.none());
    }

    /**
     * {@link #live(InventoryStreamOptions, RequestOptions)}, with the events delivered to {@code listener}.
     *
     * @param stream what to hear
     * @param listener is called on the stream's own thread, one event after the other
     * @param options whose inventory; the rest is about calls and not used
     * @return the open stream, to be closed by the caller
     */
    public InventoryStream live(InventoryStreamOptions stream, InventoryListener listener, RequestOptions options) {
        return open(stream, new ListenerSink<>(listener), options);
    }

    private InventoryStream open(
            InventoryStreamOptions stream, @Nullable ListenerSink<InventoryEvent> sink, RequestOptions options) {
        Checks.present("stream", stream);
        Supplier<PlayerScope.Player> whose = scope.playerWhenAsked(options);
        return new InventoryStream(streams.open(
                () -> {
                    PlayerScope.Player player = whose.get();
                    return new Subscription<>(InventoryApi.streamInventory(player.externalPlayerId()), player.secret());
                },
                event -> false,
                stream::wants,
                sink));
    }
}
