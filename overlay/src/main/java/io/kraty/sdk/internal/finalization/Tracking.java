package io.kraty.sdk.internal.finalization;

import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.MembershipRef;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps which boards players got on, and knows what it has kept in this session. Thread-safe. */
final class Tracking {
    private static final int MOST_KNOWN = 10_000;

    private final Registry registry;
    private final Timing timing;
    private final Set<Entry> kept = ConcurrentHashMap.newKeySet();

    Tracking(Registry registry, Timing timing) {
        this.registry = registry;
        this.timing = timing;
    }

    /** Has it kept when it returns; false if the store failed. */
    boolean keep(String player, MembershipRef ref) {
        Entry entry = ref instanceof EventBoardRef board
                ? new Entry(player, board.leaderboardId(), board.eventKey())
                : new Entry(player, ((ConfiguredBoardRef) ref).key(), null);
        if (kept.contains(entry)) {
            return true;
        }
        Instant now = timing.now();
        if (!registry.update(player, all -> add(all, Membership.active(ref, now)))) {
            return false;
        }
        if (kept.size() >= MOST_KNOWN) {
            kept.clear();
        }
        return kept.add(entry);
    }

    private static void add(Map<MembershipRef, Membership> all, Membership added) {
        Membership before = all.get(added.ref());
        if (added.ref() instanceof ConfiguredBoardRef board) {
            if (all.values().stream().noneMatch(known -> known.isActive() && isOf(known.ref(), board.key()))) {
                all.put(board, added);
            }
        } else if (before == null) {
            all.put(added.ref(), added);
        } else if (before.isActive() && ((EventBoardRef) added.ref()).eventKey() != null) {
            all.put(added.ref(), Membership.active(added.ref(), before.joinedAt()));
        }
    }

    private static boolean isOf(MembershipRef ref, String key) {
        return ref instanceof ConfiguredBoardRef board && board.key().equals(key);
    }

    /** Who got on the board in this session. */
    Set<String> playersOn(String board) {
        Set<String> players = new LinkedHashSet<>();
        kept.stream().filter(entry -> entry.board.equals(board)).forEach(entry -> players.add(entry.player));
        return players;
    }

    /** What the player gets on from here on is kept anew. */
    void forget(String player) {
        kept.removeIf(entry -> entry.player.equals(player));
    }

    /** What is surely kept: {@code board} is an id, or the key of a configured board. */
    private record Entry(
            String player, String board, @Nullable String eventKey) {}
}
