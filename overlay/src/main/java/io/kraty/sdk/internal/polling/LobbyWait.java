package io.kraty.sdk.internal.polling;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.PollLobbyOptions;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lobby again and again until it is active.
 *
 * @param lobbyId which
 * @param read reads it, within a time for all attempts
 * @param options how often, how long, and whom to tell
 * @param pause waits between two reads
 * @param timing time and chance
 */
public record LobbyWait(
        String lobbyId, Function<Duration, Lobby> read, PollLobbyOptions options, Pause pause, Timing timing) {
    /** Waits, and ends early at an interrupt or at the end of the SDK. */
    @FunctionalInterface
    public interface Pause {
        /** Waits. */
        void await(Duration duration) throws InterruptedException;
    }

    /** The active lobby. */
    public Lobby await() {
        long start = timing.nanoTime();
        Interval interval = new Interval(options.interval(), 1, options.interval());
        while (true) {
            Lobby lobby = read(left(start));
            if (lobby != null) {
                options.onUpdate().accept(lobby);
                if (lobby.status().equals(LobbyStatus.ACTIVE)) {
                    return lobby;
                }
                if (lobby.status().equals(LobbyStatus.CLOSED)) {
                    throw new KratyLobbyClosedException(lobby);
                }
                // A status that was added later is waited through: the game asked for an active lobby.
            }
            Duration left = left(start);
            if (left.compareTo(Duration.ZERO) <= 0) {
                throw new KratyTimeoutException(
                        "lobby " + lobbyId + " did not become active within " + options.timeout());
            }
            Duration wait = interval.spread(timing.random());
            pause(wait.compareTo(left) < 0 ? wait : left);
        }
    }

    private Duration left(long start) {
        return options.timeout().minusNanos(timing.nanoTime() - start);
    }

    private @Nullable Lobby read(Duration left) {
        // The last read gets an interval, so that a platform that is silent cannot hold the wait for longer than that.
        Duration budget = left.compareTo(options.interval()) > 0 ? left : options.interval();
        try {
            return read.apply(budget);
        } catch (KratyException e) {
            if (!RetryPolicy.canHelp(e) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            options.onError().accept(e);
            return null;
        }
    }

    private void pause(Duration duration) {
        try {
            pause.await(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while waiting for lobby " + lobbyId, 1, e);
        }
    }
}
