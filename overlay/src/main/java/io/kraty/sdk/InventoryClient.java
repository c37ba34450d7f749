package io.kraty.sdk;

import io.kraty.api.InventoryApi;
import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.ItemHolding;
import java.util.List;

/**
 * The items a player holds, in games that let the platform keep them; elsewhere the list is empty. Items come from grants,
 * a client cannot make any. Get it from {@link Kraty#inventory()}. Thread-safe; each call blocks until it is answered.
 */
public final class InventoryClient {
    private final PlayerScope scope;

    InventoryClient(PlayerScope scope) {
        this.scope = scope;
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
        return scope.call(options, InventoryApi::listInventory).data().items();
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
        return scope.call(options, player -> InventoryApi.consumeItem(player, itemKey, input))
                .data();
    }
}
