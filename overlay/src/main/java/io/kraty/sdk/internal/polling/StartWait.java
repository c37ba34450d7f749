package io.kraty.sdk.internal.polling;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.LobbyProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts an event; while its lobbies form, waits for them and starts again.
 *
 * @param eventKey which
 * @param starts begins a logical call with a key of its own; what it gives sends it, within a time for all attempts, and
 *     repeats it if called again
 * @param read reads a lobby, within a time for all attempts
 * @param onUpdate gets every reading of a lobby
 * @param now the server's time, as far as it is known
 * @param patience how often and how long
 */
public record StartWait(
        String eventKey,
        Supplier<Function<Duration, StartAttemptResponse>> starts,
        BiFunction<String, Duration, Lobby> read,
        Consumer<LobbyProgress> onUpdate,
        Supplier<Instant> now,
        Patience patience) {
    /** The attempt that was started. */
    public StartAttemptResponse await() {
        Function<Duration, StartAttemptResponse> start = starts.get();
        String event = "event " + eventKey;
        KratyException unanswered = null;
        boolean pauses = false;
        while (patience.lasts()) {
            Optional<String> lobby;
            try {
                return start.apply(patience.budget());
            } catch (KratyException e) {
                if (!(e instanceof KratyApiException forming && forming.isLobbyForming())) {
                    patience.survive(e);
                    unanswered = e;
                    patience.pause(event);
                    continue;
                }
                lobby = forming.lobbyId();
            }
            unanswered = null;
            start = starts.get(); // that one was answered, so the next is another
            // The first lobby is shown at once. After that no answer, however odd, makes this ask without a pause.
            if ((pauses || lobby.isEmpty()) && !patience.pause(event)) {
                break;
            }
            pauses = true;
            if (lobby.isPresent()) {
                String id = lobby.get();
                new LobbyWait(id, within -> read.apply(id, within), this::tell, patience).await();
            }
        }
        if (unanswered != null) {
            throw unanswered; // not that time is up: whether an attempt was paid for is unknown
        }
        throw patience.timeUp(event + " did not start");
    }

    private void tell(Lobby lobby) {
        onUpdate.accept(new LobbyProgress(lobby, timeLeft(lobby.fillBy())));
    }

    private @Nullable Duration timeLeft(@Nullable Instant fillBy) {
        if (fillBy == null) {
            return null;
        }
        Duration left = Duration.between(now.get(), fillBy);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
