package io.kraty.sandbox.internal.game;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The friend requests that wait; at most one between two players. */
final class PendingRequests {
    private final Seeds seeds;
    private final Map<String, PendingRequest> byId = new LinkedHashMap<>();
    private int made;

    PendingRequests(Seeds seeds) {
        this.seeds = seeds;
    }

    PendingRequest add(Player from, Player to, Instant now) {
        PendingRequest request = new PendingRequest(
                seeds.id("friend request", from.externalId(), to.externalId(), Integer.toString(made++)),
                from,
                to,
                now);
        byId.put(request.id(), request);
        return request;
    }

    /** The request between the two, whoever sent it. */
    @Nullable
    PendingRequest between(Player one, Player other) {
        return byId.values().stream()
                .filter(request -> request.isBetween(one, other))
                .findFirst()
                .orElse(null);
    }

    /** Oldest first. */
    List<PendingRequest> all(Predicate<PendingRequest> which) {
        return byId.values().stream().filter(which).toList();
    }

    /**
     * Takes a request off the list.
     *
     * @throws ApiError 404 if there is none, or not one of those that {@code mine} says the player may decide about
     */
    PendingRequest take(String id, Predicate<PendingRequest> mine) {
        PendingRequest request = byId.get(id);
        if (request == null || !mine.test(request)) {
            throw ApiError.notFound("friend request");
        }
        byId.remove(id);
        return request;
    }

    void dropBetween(Player one, Player other) {
        byId.values().removeIf(request -> request.isBetween(one, other));
    }
}
