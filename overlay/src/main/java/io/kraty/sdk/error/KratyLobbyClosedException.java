package io.kraty.sdk.error;

import io.kraty.api.model.Lobby;
import io.kraty.api.runtime.Checks;

/**
 * The lobby that was waited for closed without becoming active. Starting the event again finds the player another one.
 *
 * @since 0.1.0
 */
public final class KratyLobbyClosedException extends KratyException {
    private static final long serialVersionUID = 1L;

    private final transient Lobby lobby;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param lobby the lobby as it was read last
     */
    public KratyLobbyClosedException(Lobby lobby) {
        super(
                "lobby " + Checks.present("lobby", lobby).id() + " closed before it became active",
                null,
                Outcome.REFUSED,
                null);
        this.lobby = lobby;
    }

    /** The lobby as it was read last. */
    public Lobby lobby() {
        return lobby;
    }
}
