package io.kraty.sdk.internal.identity;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a secret that is kept. That one begins is kept before anybody is asked: a process that dies before it has the new secret
 * leaves the next one with a key that gets it.
 */
final class Rotations {
    private static final Log LOG = Log.of("identity");

    private final StoredPlayers stored;
    private final StoreTurns turns;
    private final BiFunction<String, String, PlayerRegistration> rotate;
    private final Supplier<String> idempotencyKeys;

    Rotations(
            StoredPlayers stored,
            StoreTurns turns,
            BiFunction<String, String, PlayerRegistration> rotate,
            Supplier<String> idempotencyKeys) {
        this.stored = stored;
        this.turns = turns;
        this.rotate = rotate;
        this.idempotencyKeys = idempotencyKeys;
    }

    /** One begins. Returns the key to rotate with: {@code given}, if there is one. */
    String begin(String externalPlayerId, @Nullable String given) {
        if (given == null || given.trim().isEmpty()) {
            String fresh = idempotencyKeys.get();
            return turns.aside(() -> keep(externalPlayerId, fresh, true));
        }
        return turns.aside(() -> keep(externalPlayerId, given, false));
    }

    private String keep(String externalPlayerId, String key, boolean mayGoOn) {
        try {
            if (!stored.isKept(externalPlayerId)) {
                return key;
            }
            String begun = key;
            if (mayGoOn) {
                begun = stored.beginRotation(externalPlayerId, key);
            } else {
                stored.putRotation(externalPlayerId, key);
            }
            StoredPlayers.keep("the end of a registration", () -> stored.endRegistrationOf(externalPlayerId));
            return begun;
        } catch (RuntimeException e) {
            LOG.get().log(Level.WARNING, "the rotation cannot be kept; a crash now would lose the player", e);
            return key;
        }
    }

    /** The platform refused it: the secret of before goes on to work. */
    void refused(String externalPlayerId) {
        try {
            turns.surely(() -> StoredPlayers.keep("the refused rotation", () -> stored.endRotation(externalPlayerId)));
        } catch (KratyNetworkException e) {
            LOG.get().log(Level.FINE, "nobody waits for the refused rotation to be forgotten", e);
        }
    }

    /** The secret that is kept is newer. Only for whoever has the turn. */
    void end(String externalPlayerId) {
        if (stored.rotating(externalPlayerId) != null) {
            stored.endRotation(externalPlayerId);
        }
    }

    /**
     * {@code kept} with a secret that works. The one that is kept may have stopped working, if a launch died while it rotated. That is
     * ended now, which changes nothing if it was done, but for the answer; a platform that has forgotten the key rotates once more.
     */
    PlayerCredentials endBegun(PlayerCredentials kept) {
        String id = kept.externalPlayerId();
        String key = stored.rotating(id);
        if (key == null) {
            return kept;
        }
        PlayerRegistration answer;
        try {
            answer = rotate.apply(id, key);
        } catch (KratyApiException refused) {
            if (RetryPolicy.mayPass(refused)) {
                throw refused;
            }
            turns.take(() -> {
                StoredPlayers.keep("the refused rotation", () -> stored.endRotation(id));
                return null;
            });
            return kept;
        }
        PlayerCredentials rotated = new PlayerCredentials(id, answer.secret());
        turns.take(() -> {
            StoredPlayers.keep("the new secret", () -> {
                if (stored.isKept(id)) { // else they have logged out meanwhile
                    stored.put(rotated);
                    stored.endRotation(id);
                }
            });
            return null;
        });
        return rotated;
    }
}
