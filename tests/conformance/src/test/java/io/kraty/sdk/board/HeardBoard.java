package io.kraty.sdk.board;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState;
import java.util.List;

class HeardBoard extends HeardLive<LeaderboardEvent> implements BoardListener {
    @Override
    public void onBoard(BoardView board) {
        all.add(board);
    }

    @Override
    public void onState(SubscriptionState state) {
        all.add(state);
    }

    /** The scores of one participant, in the order in which they were told. */
    List<Double> scores(String participantId) {
        return all(LeaderboardScoreUpdate.class).stream()
                .filter(update -> update.participantId().equals(participantId))
                .map(LeaderboardScoreUpdate::score)
                .toList();
    }
}
