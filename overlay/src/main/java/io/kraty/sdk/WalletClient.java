package io.kraty.sdk;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.api.model.WalletHolding;
import java.util.List;

/**
 * The balances of a player, in games that let the platform keep them; elsewhere the list is empty. Money comes from grants,
 * a client cannot mint any. Get it from {@link Kraty#wallet()}. Thread-safe; each call blocks until it is answered.
 */
public final class WalletClient {
    private final PlayerScope scope;

    WalletClient(PlayerScope scope) {
        this.scope = scope;
    }

    /** {@link #list(RequestOptions)} for the active player. */
    public List<WalletHolding> list() {
        return list(RequestOptions.none());
    }

    /**
     * All balances, currencies and progression alike, zeros included. {@code GET /sdk/v1/players/{p}/wallet}.
     *
     * @throws KratyApiException {@code player_secret_invalid}
     */
    public List<WalletHolding> list(RequestOptions options) {
        return scope.call(options, WalletApi::listWallet).wallet();
    }

    /** {@link #debit(String, DebitWalletInput, RequestOptions)} for the active player, without a reason. */
    public DebitResult debit(String economyKey, long amount) {
        return debit(economyKey, amount, RequestOptions.none());
    }

    /** {@link #debit(String, DebitWalletInput, RequestOptions)} without a reason. */
    public DebitResult debit(String economyKey, long amount, RequestOptions options) {
        return debit(economyKey, DebitWalletInput.builder().amount(amount).build(), options);
    }

    /** {@link #debit(String, DebitWalletInput, RequestOptions)} for the active player. */
    public DebitResult debit(String economyKey, DebitWalletInput input) {
        return debit(economyKey, input, RequestOptions.none());
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
    public DebitResult debit(String economyKey, DebitWalletInput input, RequestOptions options) {
        return scope.call(options, player -> WalletApi.debitWallet(player, economyKey, input));
    }

    /** {@link #progress(String, ProgressWalletInput, RequestOptions)} for the active player, without a reason. */
    public ProgressWalletResult progress(String economyKey, long amount) {
        return progress(economyKey, amount, RequestOptions.none());
    }

    /** {@link #progress(String, ProgressWalletInput, RequestOptions)} without a reason. */
    public ProgressWalletResult progress(String economyKey, long amount, RequestOptions options) {
        return progress(economyKey, ProgressWalletInput.builder().amount(amount).build(), options);
    }

    /** {@link #progress(String, ProgressWalletInput, RequestOptions)} for the active player. */
    public ProgressWalletResult progress(String economyKey, ProgressWalletInput input) {
        return progress(economyKey, input, RequestOptions.none());
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
    public ProgressWalletResult progress(String economyKey, ProgressWalletInput input, RequestOptions options) {
        return scope.call(options, player -> WalletApi.progressWallet(player, economyKey, input));
    }
}
