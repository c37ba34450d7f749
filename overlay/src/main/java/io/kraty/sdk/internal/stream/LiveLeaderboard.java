package io.kraty.sdk.internal.stream;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.live.LeaderboardStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A live board. */
final class LiveLeaderboard extends EventStream<LeaderboardEvent> implements LeaderboardStream {
    LiveLeaderboard(
            Source<LeaderboardEvent> source,
            @Nullable Sink<LeaderboardEvent> listener,
            Connecting connecting,
            Consumer<EventStream<?>> whenOver) {
        super(source, listener, connecting, whenOver);
    }
}
