package io.kraty.sdk.internal.finalization;

import com.google.gson.TypeAdapter;
import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.runtime.Checks;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.MembershipRef;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That a player is on a board. It is active, then waits with a result, then is reported.
 *
 * @param ref the board. Of a configured board, the active one stands for all periods: those that end after its period have
 *     not been looked at yet
 * @param joinedAt since when it is known
 * @param reportedAt when a listener took the result, or the game dismissed it
 * @param result what waits for a listener
 */
record Membership(
        MembershipRef ref,
        Instant joinedAt,
        @Nullable Instant reportedAt,
        @Nullable FinalizationResult result) {
    private static final TypeAdapter<List<LeaderboardEntry>> STANDINGS = Json.list(LeaderboardEntry.Adapter.INSTANCE);

    static Membership active(MembershipRef ref, Instant joinedAt) {
        return new Membership(ref, joinedAt, null, null);
    }

    static Membership waiting(FinalizationResult result, Instant joinedAt) {
        return new Membership(result.ref(), joinedAt, null, result);
    }

    /** The same board, looked at up to {@code period}. */
    Membership since(Instant period, String key) {
        return active(new ConfiguredBoardRef(key, period, null), joinedAt);
    }

    boolean isActive() {
        return result == null && reportedAt == null;
    }

    Membership reported(Instant now) {
        return new Membership(ref, joinedAt, now, null);
    }

    /** As texts, to be kept. */
    Map<String, String> format() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (ref instanceof ConfiguredBoardRef board) {
            texts.put("key", board.key());
            texts.put("period", board.period().toString());
            put(texts, "segment", board.segment());
        } else if (ref instanceof EventBoardRef board) {
            texts.put("board", board.leaderboardId());
            put(texts, "event", board.eventKey());
        }
        texts.put("joined", joinedAt.toString());
        put(texts, "reported", reportedAt);
        if (result != null) {
            texts.put("reason", result.reason().value());
            put(texts, "rank", result.selfRank());
            put(texts, "score", result.selfScore());
            texts.put("standings", STANDINGS.toJson(result.standings()));
        }
        return texts;
    }

    /** What {@link #format} made of a membership of {@code player}; throws if it is something else. */
    static Membership parse(Map<String, String> texts, String player) throws IOException {
        String board = texts.get("board");
        MembershipRef ref = board != null
                ? new EventBoardRef(Checks.pathSegment("board", board), texts.get("event"))
                : new ConfiguredBoardRef(
                        Checks.pathSegment("key", text(texts, "key")), instant(texts, "period"), texts.get("segment"));
        String reason = texts.get("reason");
        String rank = texts.get("rank");
        String score = texts.get("score");
        return new Membership(
                ref,
                instant(texts, "joined"),
                texts.containsKey("reported") ? instant(texts, "reported") : null,
                reason == null
                        ? null
                        : new FinalizationResult(
                                ref,
                                player,
                                FinalizedReason.of(reason),
                                rank == null ? null : Integer.valueOf(rank),
                                score == null ? null : Double.valueOf(score),
                                Json.orEmpty(STANDINGS.fromJson(text(texts, "standings")))));
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    private static Instant instant(Map<String, String> texts, String name) {
        return Instant.parse(text(texts, name));
    }

    private static String text(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("a membership without its " + name);
        }
        return text;
    }
}
