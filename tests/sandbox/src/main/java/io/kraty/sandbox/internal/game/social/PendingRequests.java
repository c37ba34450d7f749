package io.kraty.sandbox.internal.game.social;

import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The friend requests that wait; at most one between two players. */
final class PendingRequests {
    private record Pair(Player from, Player to) {}

    private final Seeds seeds;
    private final Map<String, PendingRequest> byId = new LinkedHashMap<>();
    private final Map<Pair, PendingRequest> byPair = new HashMap<>();
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
        byPair.put(new Pair(from, to), request);
        return request;
    }

    /** The request between the two, whoever sent it. */
    @Nullable
    PendingRequest between(Player one, Player other) {
        PendingRequest request = byPair.get(new Pair(one, other));
        return request == null ? byPair.get(new Pair(other, one)) : request;
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
        remove(request);
        return request;
    }

    void dropBetween(Player one, Player other) {
        PendingRequest request = between(one, other);
        if (request != null) {
            remove(request);
        }
    }

    private void remove(PendingRequest request) {
        byId.remove(request.id());
        byPair.remove(new Pair(request.from(), request.to()));
    }
}
