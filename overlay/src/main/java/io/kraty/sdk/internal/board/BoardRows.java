package io.kraty.sdk.internal.board;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.ParticipantKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first rows of a board as far as they are known, from reads and from pushes that are newer. Not thread-safe. */
final class BoardRows {
    private static final ParticipantKind UNKNOWN = ParticipantKind.of("");

    private final int limit;
    /**
     * Best first. Each rank is the one the platform said last, moved on with what it said of others since. It tells who of two
     * with equal scores came first, even if the later one is heard of first.
     */
    private List<LeaderboardEntry> rows = new ArrayList<>();

    private final Map<String, Push> pushes = new Latest<>();
    private final Map<String, LeaderboardScoreUpdate> told = new Latest<>();
    private @Nullable String own;
    private @Nullable Push ownPush;
    private boolean isRead;

    BoardRows(int limit) {
        this.limit = limit;
    }

    /** Whether this was not the last that was told about the participant; now it is. */
    boolean isNews(LeaderboardScoreUpdate update) {
        return !update.equals(told.put(update.participantId(), update));
    }

    /** The {@code number}th push came. Whether a read must say more. */
    boolean push(LeaderboardScoreUpdate update, long number) {
        pushes.remove(update.participantId()); // so that it comes last
        Push push = new Push(update, number);
        pushes.put(update.participantId(), push);
        ownPush = update.participantId().equals(own) ? push : ownPush;
        return isRead && enter(update);
    }

    /** The board was read; pushes after the {@code begun}th are newer. Whether another read must say more. */
    boolean read(List<LeaderboardEntry> entries, long begun) {
        isRead = true;
        rows = new ArrayList<>(entries);
        rows.stream().filter(LeaderboardEntry::isSelf).forEach(row -> own = row.participantId());
        pushes.values().removeIf(push -> push.number <= begun);
        ownPush = ownPush != null && ownPush.number <= begun ? null : ownPush;
        boolean more = false;
        for (Push push : pushes.values()) {
            more |= enter(push.update);
        }
        return more;
    }

    /** The rows, ranked by the scores they hold. */
    List<LeaderboardEntry> ranked() {
        List<LeaderboardEntry> ranked = new ArrayList<>();
        for (LeaderboardEntry row : rows) {
            int rank = ranked.size() + 1;
            ranked.add(row.rank() == rank ? row : row.toBuilder().rank(rank).build());
        }
        return ranked;
    }

    /** Whether the own row was among those that were read. */
    boolean knowsOwn() {
        return own != null;
    }

    /** What was pushed last about the own row since it was read; null for nothing. */
    @Nullable
    LeaderboardScoreUpdate ownPush() {
        return ownPush == null ? null : ownPush.update;
    }

    /** No row is the own one any more. */
    void forgetOwn() {
        own = null;
        ownPush = null;
        rows.replaceAll(row -> row.isSelf() ? row.toBuilder().isSelf(false).build() : row);
    }

    private boolean enter(LeaderboardScoreUpdate update) {
        LeaderboardEntry before = remove(update);
        boolean isKnown = before != null;
        LeaderboardEntry.Builder row = before == null
                ? LeaderboardEntry.builder()
                        .participantId(update.participantId())
                        .kind(UNKNOWN)
                        .isSelf(update.participantId().equals(own))
                : before.toBuilder();
        // Who falls may fall behind somebody who is not in these rows; or it is an older push that comes late.
        boolean falls = before != null && update.score() < before.score();
        int place = 0;
        while (place < rows.size() && isAhead(rows.get(place), update)) {
            place++;
        }
        if (place >= limit || (falls && update.rank() > limit)) {
            return isKnown;
        }
        moveBack(rows.subList(place, rows.size()), update.rank());
        rows.add(place, row.score(update.score()).rank(update.rank()).build());
        if (rows.size() > limit) {
            rows.remove(limit);
        }
        return falls || !isKnown;
    }

    /** Somebody else comes in at {@code rank}. */
    private static void moveBack(List<LeaderboardEntry> behind, int rank) {
        behind.replaceAll(row ->
                row.rank() < rank ? row : row.toBuilder().rank(row.rank() + 1).build());
    }

    /** Somebody else leaves {@code rank}. */
    private void moveUp(int rank) {
        rows.replaceAll(row ->
                row.rank() <= rank ? row : row.toBuilder().rank(row.rank() - 1).build());
    }

    private @Nullable LeaderboardEntry remove(LeaderboardScoreUpdate update) {
        for (LeaderboardEntry row : rows) {
            if (row.participantId().equals(update.participantId())) {
                rows.remove(row);
                moveUp(row.rank());
                return row;
            }
        }
        return null;
    }

    private static boolean isAhead(LeaderboardEntry row, LeaderboardScoreUpdate update) {
        return row.score() > update.score() || (row.score() == update.score() && row.rank() <= update.rank());
    }

    private record Push(LeaderboardScoreUpdate update, long number) {}

    /** About so many participants that the rest can be forgotten: a board may have millions. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final int MOST = 2000;
        private static final long serialVersionUID = 1;

        private Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    }
}
