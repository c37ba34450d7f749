package io.kraty.sample;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.LeaderboardSnapshot;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Draws boards of both kinds. */
final class BoardView {
    private final Map<String, String> names = new HashMap<>();

    BoardView(LeaderboardSnapshot board) {
        board.entries().forEach(entry -> names.put(entry.participantId(), name(entry)));
    }

    static void draw(Screen screen, LeaderboardSnapshot board) {
        for (LeaderboardEntry entry : board.entries()) {
            screen.line(String.format(
                    Locale.ROOT,
                    "#%-3d %-24s %8s %-6s%s",
                    entry.rank(),
                    name(entry),
                    Names.number(entry.score()),
                    entry.kind().value(),
                    entry.isSelf() ? " <- you" : ""));
        }
        LeaderboardSelf self = board.self();
        if (self != null) {
            screen.line("you: #" + self.rank() + " with " + Names.number(self.score()));
        }
    }

    String move(LeaderboardScoreUpdate update) {
        String who = names.getOrDefault(update.participantId(), "somebody new");
        return who + ": #" + update.rank() + " with " + Names.number(update.score());
    }

    private static String name(LeaderboardEntry entry) {
        String name = entry.name();
        return entry.isSelf() ? "you" : name == null ? entry.participantId() : name;
    }
}
