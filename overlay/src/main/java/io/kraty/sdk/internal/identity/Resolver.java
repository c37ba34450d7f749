package io.kraty.sdk.internal.identity;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Finds the player to go on with in the store, or registers one. A registration is kept from before it is sent until its
 * player is kept, so that whoever comes after a crash ends it instead of making a second player.
 */
final class Resolver {
    private static final Log LOG = Log.of("identity");

    private final @Nullable String pinned;
    private final StoredPlayers stored;
    private final StoreTurns turns;
    private final Rotations rotations;
    private final BiFunction<String, String, PlayerRegistration> register;
    private final Supplier<String> idempotencyKeys;

    /** One resolution, which what the game does meanwhile may make obsolete. */
    interface Round {
        boolean isObsolete();

        /** Makes {@code resolved} the active player, in turn, and keeps them; null if the round is obsolete. */
        @Nullable
        PlayerCredentials install(Active resolved, Runnable write);
    }

    Resolver(
            @Nullable String pinned,
            StoredPlayers stored,
            StoreTurns turns,
            Rotations rotations,
            BiFunction<String, String, PlayerRegistration> register,
            Supplier<String> idempotencyKeys) {
        this.pinned = pinned;
        this.stored = stored;
        this.turns = turns;
        this.rotations = rotations;
        this.register = register;
        this.idempotencyKeys = idempotencyKeys;
    }

    /** Who plays; null if the round is obsolete. */
    @Nullable
    PlayerCredentials resolve(Round round) {
        PlayerCredentials kept = kept();
        return kept != null ? resume(kept, round) : register(round, true);
    }

    /** Gives the player who is to be registered an id, and keeps it. Only for whoever has the turn. */
    String begin() {
        Registration fresh = new Registration(Registration.freshId(), idempotencyKeys.get());
        Registration begun = stored.begin(null, fresh);
        // Another process may have ended its registration before we wrote ours.
        PlayerCredentials kept = kept();
        if (kept == null) {
            return begun.externalPlayerId();
        }
        endIfBegun(fresh);
        return kept.externalPlayerId();
    }

    /** The player to go on with; null if the store has none, which is also so if it names one and has no secret of theirs. */
    @Nullable
    PlayerCredentials kept() {
        String candidate = pinned != null ? pinned : stored.active();
        return candidate == null ? null : stored.credentials(candidate);
    }

    private @Nullable PlayerCredentials resume(PlayerCredentials kept, Round round) {
        return round.install(new Active(rotations.endBegun(kept), null), () -> {
            if (!kept.externalPlayerId().equals(stored.active())) {
                stored.setActive(kept.externalPlayerId());
            }
        });
    }

    private @Nullable PlayerCredentials register(Round round, boolean mayStartOver) {
        Registration fresh = new Registration(pinned != null ? pinned : Registration.freshId(), idempotencyKeys.get());
        Begun begun = turns.take(() -> begin(fresh, round));
        Registration registration = begun.registration;
        if (begun.kept != null) {
            PlayerCredentials resumed = resume(begun.kept, round);
            if (registration != null && registration.externalPlayerId().equals(begun.kept.externalPlayerId())) {
                turns.take(() -> {
                    StoredPlayers.keep("the end of a registration", () -> endIfBegun(registration));
                    return null;
                });
            }
            return resumed;
        }
        if (registration == null) {
            return null;
        }
        PlayerRegistration answer;
        try {
            answer = register.apply(registration.externalPlayerId(), registration.idempotencyKey());
        } catch (KratyApiException refused) {
            if (!RetryPolicy.mayPass(refused)) {
                turns.take(() -> {
                    StoredPlayers.keep("the refused registration", () -> endIfBegun(registration));
                    return null;
                });
                if (mayStartOver
                        && pinned == null
                        && !registration.isSame(fresh)
                        && refused.isPlayerAlreadyRegistered()) {
                    // Begun so long ago that the platform no longer replays the answer: that player's secret is lost.
                    LOG.get()
                            .log(
                                    Level.WARNING,
                                    "the interrupted registration of {0} cannot be resumed; registering anew",
                                    registration.externalPlayerId());
                    return register(round, false);
                }
            }
            throw refused;
        }
        PlayerCredentials credentials = new PlayerCredentials(registration.externalPlayerId(), answer.secret());
        PlayerCredentials installed = round.install(new Active(credentials, answer.syntheticIdentity()), () -> {
            stored.put(credentials);
            stored.setActive(credentials.externalPlayerId());
            endIfBegun(registration);
        });
        if (installed == null) {
            keepForLater(registration, credentials);
        }
        return installed;
    }

    private Begun begin(Registration fresh, Round round) {
        if (round.isObsolete()) {
            return new Begun(null, null);
        }
        Registration registration;
        try {
            registration = stored.begin(pinned, fresh);
        } catch (KratySecretStoreException e) {
            // Whoever was begun may exist: gone on with if they can be read, and if they cannot, nobody takes their
            // place.
            Registration begun = stored.begun(pinned);
            LOG.get().log(Level.WARNING, "the registration cannot be kept; a crash now may lose the player", e);
            registration = begun == null ? fresh : begun;
        }
        // Another copy or process may have registered a player since we looked, and ended its record before we
        // wrote ours, or before somebody wrote this one. It kept the player before that, so now they are to be
        // seen.
        PlayerCredentials kept = kept();
        if (registration.isSame(fresh)) {
            if (kept != null) {
                StoredPlayers.keep("the end of a registration", () -> endIfBegun(fresh));
            }
        } else if (kept == null) {
            // Ended, but for the note of it: repeated, it would bring back the secret from before a rotation.
            kept = stored.credentials(registration.externalPlayerId());
        }
        return new Begun(registration, kept);
    }

    /** The player was registered, but somebody signed in meanwhile: kept, not active. After a logout there is no trace. */
    private void keepForLater(Registration registration, PlayerCredentials credentials) {
        turns.take(() -> {
            StoredPlayers.keep("the player", () -> {
                if (stored.isBegun(pinned, registration)) {
                    stored.put(credentials);
                    stored.end(pinned);
                }
            });
            return null;
        });
    }

    /** Another copy may have begun the next one already. */
    private void endIfBegun(Registration registration) {
        if (stored.isBegun(pinned, registration)) {
            stored.end(pinned);
        }
    }

    /** What to register; or who is kept by now, so that nobody is to be; neither if the round is obsolete. */
    private record Begun(
            @Nullable Registration registration, @Nullable PlayerCredentials kept) {}
}
