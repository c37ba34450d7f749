package io.kraty.sdk;

import io.kraty.api.GrantsApi;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.collect.Collecting;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.engine.Scope.Player;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the player: rewards to claim, crates to open. Get it from {@link Kraty#grants()}. Thread-safe; each call
 * blocks until it is answered.
 *
 * @since 0.1.0
 */
public final class GrantsClient {
    private final Scope scope;

    GrantsClient(Scope scope) {
        this.scope = scope;
    }

    /** What the player has not collected yet, as much as the platform gives. See {@link #listPending(int)}. */
    public List<Grant> listPending() {
        return pending(null);
    }

    /**
     * What the player has not collected yet. {@code GET /sdk/v1/players/{p}/pending-grants}.
     *
     * @param limit how many at most, from 1
     * @throws KratyApiException {@code player_secret_invalid}
     * @throws IllegalArgumentException if the limit is under 1
     */
    public List<Grant> listPending(int limit) {
        return pending(limit);
    }

    private List<Grant> pending(@Nullable Integer limit) {
        return scope.call(player -> GrantsApi.listPendingGrants(player, limit));
    }

    GrantPoller watch(PollPendingGrantsOptions options) {
        return scope.watch(GrantsClient::allPending, Checks.present("options", options));
    }

    /**
     * Collects a reward. Claiming it again changes nothing and answers the same.
     * {@code POST /sdk/v1/players/{p}/grants/{grantId}/claim}.
     *
     * @throws KratyApiException {@code not_found} if it is unknown or expired, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public Grant claim(String grantId) {
        return scope.call(player -> GrantsApi.claimGrant(player, grantId));
    }

    /**
     * Opens a crate. What was inside becomes a grant of its own, which waits to be claimed; opening again answers the
     * contents that were rolled first. {@code POST /sdk/v1/players/{p}/crates/{grantId}/open}.
     *
     * @throws KratyApiException {@code not_found} if it is unknown or expired, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public OpenCrateResponse open(String grantId) {
        return scope.call(player -> GrantsApi.openCrate(player, grantId));
    }

    /** {@link #grant(GrantSelfRequest)} of {@code entries}. */
    public Grant grant(List<? extends GrantEntryInput> entries) {
        return grant(GrantSelfRequest.builder()
                .entries(List.copyOf(Checks.present("entries", entries)))
                .build());
    }

    /**
     * Gives the player something, in games whose inventory management is permissive and nowhere else: for prototypes and
     * offline play. A reward goes straight into the holdings, a crate waits to be opened.
     * {@code POST /sdk/v1/players/{p}/grants}.
     *
     * @param request at least one entry; a reward by default, or a crate
     * @throws KratyApiException {@code inventory_not_permissive}, {@code player_banned}
     * @throws IllegalArgumentException if there is no entry, or a quantity is under 1
     */
    public Grant grant(GrantSelfRequest request) {
        return scope.call(player -> GrantsApi.grantToSelf(player, request));
    }

    /** {@link #collectAll(CollectOptions)} of everything, in one round. */
    public CollectAllResult collectAll() {
        return collectAll(CollectOptions.builder().build());
    }

    /** {@link #collectAll(CollectOptions)} of {@code which}, in one round; the rest goes on waiting. */
    public CollectAllResult collectAll(Predicate<? super Grant> which) {
        return collectAll(CollectOptions.builder().filter(which).build());
    }

    /**
     * Collects what waits: opens the crates, then claims the rest, a few at a time. One that fails does not stop the others, and
     * is not tried again; only after a refused key or secret no further call is made, and the rest is reported as failed. A
     * refusal for the rate limit halves how many are under way together, and none begins before the moment that the platform
     * names; if that is later than the retries allow, no further call is made either. What the crates held is in the next list: call again to collect that too, or let this go on {@code untilEmpty}. Blocks until all
     * is done.
     *
     * <p>Gifts of friends wait among the grants, so they are claimed too, unless the filter leaves them.
     *
     * <p>An idempotency key of a view is not used: every grant gets one of its own.
     *
     * @param options what to collect, in how many rounds, and whom to tell
     * @return what became of it, in all rounds
     * @throws KratyException if the first list cannot be read; one of a later round is logged and ends the collecting
     * @throws KratyNetworkException if the thread is interrupted; what was collected stays so
     */
    public CollectAllResult collectAll(CollectOptions options) {
        Checks.present("options", options);
        Player player = scope.player(GrantsClient::allPending);
        Scope each = scope.withFreshKeys();
        Consumer<CollectProgress> listener = scope.telling(options.onProgress());
        Collecting collecting = new Collecting(
                () -> scope.call(player, GrantsClient::allPending),
                grant -> each.call(player, id -> GrantsApi.openCrate(id, grant.id())),
                grant -> each.call(player, id -> GrantsApi.claimGrant(id, grant.id())),
                options.filter(),
                scope.pace(options.atATime()),
                scope.workers(),
                (done, total, last, error) -> listener.accept(new CollectProgress(done, total, last, error)));
        collecting.run(options.untilEmpty());
        return new CollectAllResult(
                collecting.opened(),
                collecting.claimed(),
                collecting.failed().stream()
                        .map(failed -> new CollectAllResult.Failure(failed.grant(), failed.error()))
                        .collect(Collectors.toList()));
    }

    private static ApiRequest<List<Grant>> allPending(String player) {
        return GrantsApi.listPendingGrants(player, null);
    }
}
