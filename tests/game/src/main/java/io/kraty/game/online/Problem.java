package io.kraty.game.online;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Why something did not work, as far as the player is concerned.
 *
 * @param kind what the game does about it
 * @param detail the platform's own sentence, for the log and the curious
 * @param cause what the SDK said; null if it was not the SDK
 */
public record Problem(Kind kind, String detail, @Nullable KratyException cause) {
    private static final Logger LOG = Logger.getLogger("io.kraty.game");

    /** What the game does about a problem. */
    public enum Kind {
        /** Nothing answers: waits, and goes on by itself. */
        OFFLINE,
        /** The player may not play: says so, and whom to write to. */
        BANNED,
        /** Nobody knows who plays: asks to sign in. */
        SIGN_IN,
        /** The player lacks something: shows where to get it. */
        TOO_EXPENSIVE,
        /** The door is locked: shows the lock. */
        LOCKED,
        /** No attempts are left for now: says when there will be. */
        NO_ATTEMPTS,
        /** Over, or not begun: reads again what there is. */
        CLOSED,
        /** Nobody else came, or the lobby was closed: offers to try again. */
        NO_LOBBY,
        /** Busy: the same again in a moment. */
        LATER,
        /** The platform says no, in its own words. */
        REFUSED,
        /** The game itself is at fault: goes into the log. */
        BUG
    }

    /** What a failed call means. */
    public static Problem of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof KratyApiException refused) {
            return new Problem(kindOf(refused), refused.message(), refused);
        }
        String detail = String.valueOf(cause.getMessage());
        if (cause instanceof KratyNetworkException offline) {
            return new Problem(Kind.OFFLINE, detail, offline);
        }
        if (cause instanceof KratyLobbyClosedException || cause instanceof KratyTimeoutException) {
            return new Problem(Kind.NO_LOBBY, detail, (KratyException) cause);
        }
        if (cause instanceof KratyException other) {
            return new Problem(Kind.LATER, detail, other);
        }
        LOG.log(Level.SEVERE, "a question to the platform went wrong", cause);
        return new Problem(Kind.BUG, detail, null);
    }

    private static Kind kindOf(KratyApiException e) {
        return switch (e.code()) {
            case PLAYER_BANNED -> Kind.BANNED;
            case PLAYER_SECRET_INVALID, PLAYER_ALREADY_REGISTERED -> Kind.SIGN_IN;
            case INSUFFICIENT_ENTRY_COST -> Kind.TOO_EXPENSIVE;
            case UNLOCK_CONDITION_FAILED, ENTRY_REQUIREMENT_FAILED -> Kind.LOCKED;
            case MAX_ATTEMPTS_REACHED, MAX_DAILY_ATTEMPTS_REACHED -> Kind.NO_ATTEMPTS;
            case NO_ACTIVE_WINDOW, EVENT_DISABLED, ATTEMPT_FINISHED -> Kind.CLOSED;
            case RATE_LIMITED, INTERNAL_ERROR -> Kind.LATER;
            default -> e.status() >= 500 ? Kind.LATER : Kind.REFUSED;
        };
    }
}
