package io.kraty.sample;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardSnapshot;

/** A board that the studio configured, which lives on across events. The game knows its key. */
final class HallOfFameChapter implements Chapter {
    @Override
    public String title() {
        return "Hall of fame";
    }

    @Override
    public void play(Session session) {
        session.step("Read the whole board", () -> {
            LeaderboardSnapshot board = session.kraty().leaderboards().read(session.boardKey());
            session.screen().line(board.entries().size() + " players");
        });
        session.step("Read the top of this period, and the own place", () -> {
            LeaderboardReadOptions top = LeaderboardReadOptions.builder()
                    .limit(5)
                    .includeSelf(true)
                    .period("current")
                    .segment("PT") // boards that are not split by country ignore it
                    .build();
            BoardView.draw(session.screen(), session.kraty().leaderboards().read(session.boardKey(), top));
        });
    }
}
