package io.kraty.sandbox.internal.http;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.sandbox.internal.game.boards.BoardFeed;

/** The streams of event boards. A board that is final has nothing to say any more, so its streams end at once. */
final class BoardStreams implements BoardFeed {
    private final StreamHub hub;

    BoardStreams(StreamHub hub) {
        this.hub = hub;
    }

    void subscribe(String leaderboardId, boolean isFinal, EventStream stream) {
        String ready = frame(new LeaderboardReady(leaderboardId));
        if (isFinal) {
            stream.send(ready);
            stream.send(frame(new LeaderboardClosed(leaderboardId)));
            stream.end();
        } else {
            hub.subscribe(topic(leaderboardId), ready, stream);
        }
    }

    @Override
    public void publish(String leaderboardId, LeaderboardEvent event) {
        hub.publish(topic(leaderboardId), () -> frame(event));
    }

    @Override
    public void end(String leaderboardId) {
        hub.end(topic(leaderboardId));
    }

    private static StreamHub.Topic topic(String leaderboardId) {
        return new StreamHub.Topic("board", leaderboardId);
    }

    private static String frame(LeaderboardEvent event) {
        return StreamHub.frame(event.kind(), LeaderboardEvent.Adapter.INSTANCE.toJson(event));
    }
}
