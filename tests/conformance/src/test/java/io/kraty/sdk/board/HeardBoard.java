package io.kraty.sdk.board;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps everything it is told, in order. */
class HeardBoard implements BoardListener {
    static final String END = "end";

    final List<Object> all = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(LeaderboardEvent event) {
        all.add(event);
    }

    @Override
    public void onError(KratyException error) {
        all.add(error);
    }

    @Override
    public void onEnd() {
        all.add(END);
    }

    @Override
    public void onBoard(BoardView board) {
        all.add(board);
    }

    @Override
    public void onState(SubscriptionState state) {
        all.add(state);
    }

    <T> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The scores of one participant, in the order in which they were told. */
    List<Double> scores(String participantId) {
        return all(LeaderboardScoreUpdate.class).stream()
                .filter(update -> update.participantId().equals(participantId))
                .map(LeaderboardScoreUpdate::score)
                .toList();
    }
}
