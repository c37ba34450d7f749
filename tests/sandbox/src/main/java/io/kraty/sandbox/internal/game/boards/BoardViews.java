package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of boards as readers see them. */
public final class BoardViews {
    private final Holdings holdings;
    private final Players players;

    public BoardViews(Holdings holdings, Players players) {
        this.holdings = holdings;
        this.players = players;
    }

    public List<LeaderboardEntry> entries(Board board, BoardRead read) {
        Participant self = participant(board, read);
        List<LeaderboardEntry> entries = new ArrayList<>();
        for (Participant row : board.ranked()) {
            if (entries.size() == read.limit()) {
                break;
            }
            entries.add(row.entry(entries.size() + 1, row == self, progression(row.player(), read.progression())));
        }
        return entries;
    }

    /** Where the reader stands, also below the limit; null if nowhere. */
    public @Nullable LeaderboardSelf self(Board board, BoardRead read) {
        Participant self = participant(board, read);
        return self == null ? null : new LeaderboardSelf(board.rankOf(self), self.score());
    }

    private @Nullable Participant participant(Board board, BoardRead read) {
        Player player = read.self() == null ? null : players.find(read.self());
        return player == null ? null : board.of(player);
    }

    private Map<String, Long> progression(@Nullable Player player, List<String> keys) {
        return player == null ? Map.of() : holdings.balances(player, keys);
    }
}
