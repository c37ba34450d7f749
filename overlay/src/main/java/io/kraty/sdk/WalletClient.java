package io.kraty.sdk;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.api.model.WalletHolding;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import java.util.List;

/**
 * The balances of a player, in games that let the platform keep them; elsewhere the list is empty. Money comes from grants,
 * a client cannot mint any. Get it from {@link Kraty#wallet()}. Thread-safe; each call blocks until it is answered.
 *
 * @since 0.1.0
 */
public final class WalletClient {
    private final Scope scope;

    WalletClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * All balances, currencies and progression alike, zeros included. {@code GET /sdk/v1/players/{p}/wallet}.
     *
     * @throws KratyApiException {@code player_secret_invalid}
     */
    public List<WalletHolding> list() {
        return scope.call(WalletApi::listWallet).wallet();
    }

    /** {@link #debit(String, DebitWalletInput)} without a reason. */
    public DebitResult debit(String economyKey, long amount) {
        return debit(economyKey, DebitWalletInput.builder().amount(amount).build());
    }

    /**
     * Spends. Repeated by the SDK if the answer got lost, and still charged once.
     * {@code POST /sdk/v1/players/{p}/wallet/{economyKey}/debit}.
     *
     * @param economyKey which currency
     * @param input how much (from 1), and for what
     * @return the balance that is left
     * @throws KratyApiException {@code conflict} if the balance is too low, {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the amount is under 1
     */
    public DebitResult debit(String economyKey, DebitWalletInput input) {
        return scope.call(player -> WalletApi.debitWallet(player, economyKey, input));
    }

    /** {@link #progress(String, ProgressWalletInput)} without a reason. */
    public ProgressWalletResult progress(String economyKey, long amount) {
        return progress(economyKey, ProgressWalletInput.builder().amount(amount).build());
    }

    /**
     * Moves a progression that the studio lets clients write, such as xp, and what follows from it, such as a level.
     * Counted once, however often the SDK had to repeat it. {@code POST /sdk/v1/players/{p}/wallet/{economyKey}/progress}.
     *
     * @param economyKey which progression
     * @param input how much to add (negative takes away, down to zero), and for what
     * @return the balance now, and the derived changes with the grants they brought
     * @throws KratyApiException {@code forbidden} for a currency, or a progression that clients may not write,
     *     {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path
     */
    public ProgressWalletResult progress(String economyKey, ProgressWalletInput input) {
        return scope.call(player -> WalletApi.progressWallet(player, economyKey, input));
    }
}
