package io.kraty.sdk;

import io.kraty.api.GrantsApi;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Parallel;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.engine.Scope.Player;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the player: rewards to claim, crates to open. Get it from {@link Kraty#grants()}. Thread-safe; each call
 * blocks until it is answered.
 */
public final class GrantsClient {
    // Enough to hide the round trips of a handful of rewards, few enough to stay far from the key's rate limit.
    private static final int AT_A_TIME = 4;

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
        return scope.watch(this::listPending, options);
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
        return grant(GrantSelfRequest.builder().entries(List.copyOf(entries)).build());
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

    /** {@link #collectAll(Predicate)} of everything. */
    public CollectAllResult collectAll() {
        return collectAll(grant -> true);
    }

    /**
     * Collects what waits: opens the crates, then claims the rest, a few at a time. One that fails does not stop the others;
     * only after a refused key or secret no further call is made, and the rest is reported as failed. What the crates held
     * is in the next list; call again to collect that too.
     *
     * <p>Gifts of friends wait among the grants, so they are claimed too, unless {@code which} leaves them.
     *
     * <p>An idempotency key of a view is not used: every grant gets one of its own.
     *
     * @param which what to collect; the rest goes on waiting
     * @throws KratyException if the list itself cannot be read
     */
    public CollectAllResult collectAll(Predicate<? super Grant> which) {
        Player player = scope.player(GrantsClient::allPending);
        List<Grant> pending = scope.call(player, GrantsClient::allPending);
        List<Grant> crates = new ArrayList<>();
        List<Grant> others = new ArrayList<>();
        pending.stream()
                .filter(which)
                .forEach(grant -> (grant.kind().equals(GrantKind.CRATE) ? crates : others).add(grant));

        Scope each = scope.withFreshKeys();
        AtomicReference<@Nullable KratyException> refusal = new AtomicReference<>();
        List<Outcome<OpenCrateResponse>> opened =
                all(crates, refusal, grant -> each.call(player, id -> GrantsApi.openCrate(id, grant.id())));
        List<Outcome<Grant>> claimed =
                all(others, refusal, grant -> each.call(player, id -> GrantsApi.claimGrant(id, grant.id())));
        return result(opened, claimed);
    }

    private static ApiRequest<List<Grant>> allPending(String player) {
        return GrantsApi.listPendingGrants(player, null);
    }

    private <R> List<Outcome<R>> all(
            List<Grant> grants, AtomicReference<@Nullable KratyException> refusal, Function<Grant, R> collect) {
        try {
            return Parallel.map(grants, AT_A_TIME, scope.workers(), grant -> one(grant, refusal, collect));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while collecting; what was collected stays so", 1, e);
        }
    }

    private static <R> Outcome<R> one(
            Grant grant, AtomicReference<@Nullable KratyException> refusal, Function<Grant, R> collect) {
        KratyException refused = refusal.get();
        if (refused != null) {
            return new Outcome<>(grant, null, refused);
        }
        try {
            return new Outcome<>(grant, collect.apply(grant), null);
        } catch (KratyException e) {
            if (e instanceof KratyApiException api && api.isAuthentication()) {
                refusal.compareAndSet(null, e);
            }
            return new Outcome<>(grant, null, e);
        } catch (IllegalArgumentException e) { // an id that no path can hold: this grant's problem, not the others'
            KratyException unusable = new KratyNetworkException("grant " + grant.id() + " cannot be addressed", 1, e);
            return new Outcome<>(grant, null, unusable);
        }
    }

    private static CollectAllResult result(List<Outcome<OpenCrateResponse>> opened, List<Outcome<Grant>> claimed) {
        List<CollectAllResult.Failure> failures = new ArrayList<>();
        List<OpenCrateResponse> crates = successes(opened, failures);
        List<Grant> rewards = successes(claimed, failures);
        return new CollectAllResult(crates, rewards, failures);
    }

    private static <R> List<R> successes(List<Outcome<R>> outcomes, List<CollectAllResult.Failure> failures) {
        List<R> successes = new ArrayList<>();
        for (Outcome<R> outcome : outcomes) {
            if (outcome.result != null) {
                successes.add(outcome.result);
            }
            if (outcome.error != null) {
                failures.add(new CollectAllResult.Failure(outcome.grant, outcome.error));
            }
        }
        return successes;
    }

    private record Outcome<R>(
            Grant grant, @Nullable R result, @Nullable KratyException error) {}
}
