package io.kraty.sandbox.internal.http;

import io.kraty.api.Operation;
import io.kraty.sandbox.internal.game.World;

/** Which streams there are, and what has to be true before one begins. */
final class Streams {
    private final StreamHub hub = new StreamHub();
    private final BoardStreams boards = new BoardStreams(hub);
    private final HoldingStreams holdings = new HoldingStreams(hub);

    StreamHub hub() {
        return hub;
    }

    BoardStreams boards() {
        return boards;
    }

    HoldingStreams holdings() {
        return holdings;
    }

    /** Refuses what cannot be followed, while there still is a status to refuse it with. */
    void check(World world, Route route) {
        if (route.operation() == Operation.STREAM_EVENT_LEADERBOARD) {
            world.eventBoards().isFinal(route.parameters().get(0));
        }
    }

    /** Called with the world's lock held. */
    void subscribe(World world, Route route, EventStream stream) {
        String id = route.parameters().get(0);
        if (route.operation() == Operation.STREAM_EVENT_LEADERBOARD) {
            boards.subscribe(id, world.eventBoards().isFinal(id), stream);
        } else {
            holdings.subscribe(id, stream);
        }
    }
}
