package io.kraty.sdk.internal.polling;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lobby again and again until it is active.
 *
 * @param lobbyId which
 * @param read reads it, within a time for all attempts
 * @param onUpdate gets every reading
 * @param patience how often and how long
 */
public record LobbyWait(String lobbyId, Function<Duration, Lobby> read, Consumer<Lobby> onUpdate, Patience patience) {
    /** The active lobby. */
    public Lobby await() {
        do {
            Lobby lobby = reading();
            if (lobby != null) {
                onUpdate.accept(lobby);
                if (lobby.status().equals(LobbyStatus.ACTIVE)) {
                    return lobby;
                }
                if (lobby.status().equals(LobbyStatus.CLOSED)) {
                    throw new KratyLobbyClosedException(lobby);
                }
                // A status that was added later is waited through: the game asked for an active lobby.
            }
        } while (patience.pause("lobby " + lobbyId));
        throw patience.timeUp("lobby " + lobbyId + " did not become active");
    }

    private @Nullable Lobby reading() {
        try {
            return read.apply(patience.budget());
        } catch (KratyException e) {
            patience.survive(e);
            return null;
        }
    }
}
