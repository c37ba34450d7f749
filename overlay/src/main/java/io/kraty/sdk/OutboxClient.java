package io.kraty.sdk;

import io.kraty.api.EventsApi;
import io.kraty.api.GrantsApi;
import io.kraty.api.LeaderboardsApi;
import io.kraty.api.PurchasesApi;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyOutboxException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxListener;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.live.OutboxState;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes that survive the process: what a player has earned or paid. Get it from {@link Kraty#outbox()}. Thread-safe.
 *
 * <pre>{@code
 * kraty.outbox().onResult(result -> book(result.entry().key(), result)); // at the start
 * kraty.async(() -> kraty.outbox().progress("bounty_hunt", attemptId, ProgressInput.increment(1)));
 * }</pre>
 *
 * <p><b>Accepting.</b> Each method checks its arguments, gives the write an idempotency key, and returns when it is on the disk:
 * from then on a crash or a kill loses nothing. It blocks for the {@linkplain KratyClientOptions.Builder#outboxStore store} and
 * for nothing else, so off the thread that draws, as in the example. What it throws was not accepted:
 * {@link KratyOutboxException} if the outbox is full or its store fails, {@link KratySecretStoreException} if it cannot be
 * found out whose write it is, {@link KratyNetworkException} after an interrupt.
 *
 * <p><b>Sending.</b> In the background, and for as long as it takes: over launches, always with the same key and the same body,
 * so that it happens once. Writes about the same attempt, board, grant or purchase stay in order, and so do those of
 * {@link #send}; others may overtake them. After a failure that may pass it is tried again, after a second, then less often, down
 * to every five minutes; {@code Retry-After} is heeded for up to an hour, {@link Kraty#pause} and {@link Kraty#resume} are, and the
 * latter tries at once. A launch goes on with what the one before left when this client is first used, and at the latest when it is known
 * who plays. Several processes may share an outbox.
 *
 * <p><b>Whose it is.</b> A write belongs to the player who was active when it was accepted, for ever. It is sent while they are
 * active: after {@link Kraty#logout} or another {@link Kraty#signIn} it waits until they return. If nobody was known, as offline
 * at the first launch, it belongs to the player who is registered next on this device: the id is decided then and kept, until a
 * logout before that. A view of {@link KratyView#as another player} keeps theirs, and sends it while they are active, or with the
 * view's secret until the end of this {@code Kraty}; of its other options only the idempotency key counts. What the platform refuses for the secret or the key stays, {@link OutboxState#LOCKED_OUT}.
 *
 * <p><b>Results.</b> Each is kept until a listener has taken it, see {@link #onResult}. What the platform refuses for good is
 * reported, not repeated.
 *
 * <p><b>After a day.</b> The platform remembers a key for 24 hours. A write that was sent and got no answer for 23 hours is not
 * repeated blindly, but ends as {@link OutboxResult.Unknown}; unless it changes nothing a second time whatever the key, and is
 * sent on: {@link #trackPurchase} (the transaction id tells purchases apart), {@link #claim} and {@link #open} (a grant pays
 * out once), {@link #finish}, {@link #progress} that sets, and what the game calls {@link #repeatable}. What never reached the
 * platform, because there was no network, has no such limit. The time is that of the device's clock; if it was set back since,
 * the write ends as unknown, too.
 *
 * <p><b>Bounds.</b> {@link KratyClientOptions.Builder#outboxCapacity} and {@link KratyClientOptions.Builder#outboxMaxAge}. What
 * gets too old is reported as {@link OutboxResult.Expired}, or as {@link OutboxResult.Unknown} if it was sent, never dropped silently. If
 * its player is here, that needs more than a clock, which may be wrong: this launch has tried it, and it was not taken.
 *
 * @since 0.1.0
 */
public final class OutboxClient {
    private static final String OTHERS = "other";

    private final Scope scope;
    private final @Nullable String tag;
    private final boolean repeatable;

    OutboxClient(Scope scope) {
        this(scope, null, false);
    }

    private OutboxClient(Scope scope, @Nullable String tag, boolean repeatable) {
        this.scope = scope;
        this.tag = tag;
        this.repeatable = repeatable;
    }

    /**
     * The same, and what it accepts carries a text of the game's, to know it by when its result comes. Never blocks.
     *
     * @param tag whatever helps; up to 256 characters
     * @throws IllegalArgumentException if it is empty or longer, or holds half a surrogate pair, which no file keeps
     */
    public OutboxClient tagged(String tag) {
        Checks.whole("tag", Checks.present("tag", tag));
        return new OutboxClient(scope, Checks.length("tag", tag, 1, 256), repeatable);
    }

    /**
     * The same, and what it accepts is sent on after a day without an answer: for what changes nothing a second time, such as a
     * score on a board where the best counts. Never blocks.
     */
    public OutboxClient repeatable() {
        return new OutboxClient(scope, tag, true);
    }

    /**
     * {@link EventsClient#progress} for as long as it takes. It says when it happened, if the input does not; unless the view has an
     * idempotency key: under one key the platform takes nothing that differs, and may know it from a call before.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if an id cannot stand in a path, or a value is not finite
     */
    public OutboxEntry progress(String eventKey, String attemptId, ProgressInput input) {
        Checks.present("input", input);
        boolean isDated =
                input.request().occurredAt() != null || scope.options().idempotencyKey() != null;
        ProgressInput dated = isDated ? input : input.occurredAt(scope.now());
        boolean sets = ProgressMode.SET.equals(input.request().mode());
        return keep(
                player -> EventsApi.reportProgress(player, eventKey, attemptId, dated.request()),
                attempt(attemptId),
                sets);
    }

    /**
     * {@link EventsClient#finish} for as long as it takes; after the progress of that attempt.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if an id cannot stand in a path
     */
    public OutboxEntry finish(String eventKey, String attemptId) {
        return keep(player -> EventsApi.finishAttempt(player, eventKey, attemptId), attempt(attemptId), true);
    }

    /** {@link #submitScore(String, SubmitScoreRequest)} without a segment. */
    public OutboxEntry submitScore(String key, double value) {
        return submitScore(key, SubmitScoreRequest.builder().value(value).build());
    }

    /**
     * {@link LeaderboardsClient#submitScore(String, SubmitScoreRequest)} for as long as it takes.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if the key cannot stand in a path, or the score is not finite
     */
    public OutboxEntry submitScore(String key, SubmitScoreRequest score) {
        OutboxEntry kept = keep(player -> LeaderboardsApi.submitScore(player, key, score), "board/" + key, false);
        scope.finalizations().trackConfigured(kept.externalPlayerId(), key, null);
        return kept;
    }

    /**
     * {@link GrantsClient#claim} for as long as it takes.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public OutboxEntry claim(String grantId) {
        return keep(player -> GrantsApi.claimGrant(player, grantId), "grant/" + grantId, true);
    }

    /**
     * {@link GrantsClient#open} for as long as it takes.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public OutboxEntry open(String grantId) {
        return keep(player -> GrantsApi.openCrate(player, grantId), "grant/" + grantId, true);
    }

    /**
     * {@link PurchasesClient#track} for as long as it takes. It says when it was bought, if the purchase does not; unless it has an
     * idempotency key of the game's, as in {@link #progress}.
     *
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if an id is empty, or the currency does not have three letters
     */
    public OutboxEntry trackPurchase(TrackPurchaseRequest purchase) {
        Checks.present("purchase", purchase);
        boolean isDated = purchase.purchasedAt() != null
                || purchase.idempotencyKey() != null
                || scope.options().idempotencyKey() != null;
        TrackPurchaseRequest dated = isDated
                ? purchase
                : purchase.toBuilder().purchasedAt(scope.now()).build();
        return keep(player -> PurchasesApi.trackPurchase(player, dated), "purchase/" + purchase.transactionId(), true);
    }

    /**
     * Any other write about a player, for as long as it takes.
     *
     * <pre>{@code
     * kraty.outbox().send(player -> WalletApi.debitWallet(player, "gold", debit));
     * }</pre>
     *
     * @param endpoint describes the request about the player whose id it gets; called with a made-up one first, to check its
     *     arguments
     * @return what was accepted, with its key
     * @throws IllegalArgumentException if the request is refused by its description, carries no idempotency key, takes no
     *     player's secret, or is not a {@code POST}, {@code PUT} or {@code PATCH} to a path with a leading slash
     */
    public OutboxEntry send(Function<String, ? extends ApiRequest<?>> endpoint) {
        return keep(endpoint, OTHERS, false);
    }

    private OutboxEntry keep(Function<String, ? extends ApiRequest<?>> endpoint, String lane, boolean isRepeatable) {
        return scope.keptWrites().keep(endpoint, lane, tag, repeatable || isRepeatable);
    }

    private static String attempt(String attemptId) {
        return "attempt/" + attemptId;
    }

    /**
     * What has been accepted for the player and is not over, oldest first. Blocks for the store.
     *
     * @throws KratyOutboxException if the store fails
     * @throws KratySecretStoreException if it cannot be found out who plays
     */
    public List<OutboxEntry> pending() {
        return scope.keptWrites().pending();
    }

    /**
     * Tells {@code listener} what became of writes, of this launch and of those before. A result is given to all listeners, and is
     * done with when one of them has returned normally: then it does not come again. It may only if the process dies in that
     * moment. Results wait for the players of this {@code Kraty}: whoever is or was active in it, and whom a view has spoken for.
     * Those of a player whose secret is not kept here any more, with a write that got too old, are told to whoever plays, rather
     * than to nobody: look at {@link OutboxEntry#externalPlayerId}. Never blocks.
     *
     * @param listener is called where {@link KratyClientOptions.Builder#callbackExecutor} says; without it, on threads of the SDK
     * @return ends it, and never blocks; doing so again does nothing
     * @throws IllegalStateException if the {@link Kraty} is closed
     */
    public Runnable onResult(OutboxListener listener) {
        return scope.keptWrites().hear(Checks.present("listener", listener));
    }
}
