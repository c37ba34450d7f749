package io.kraty.sdk.internal.identity;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.SecretStore;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who is playing. Resolved at the first call that needs a player, once for all callers, in this order: the id the game
 * named, the player of the last launch, a fresh one. {@link #signIn} and {@link #logout} win over a resolution that is
 * under way. Thread-safe.
 */
public final class Identity {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.identity");

    private final @Nullable String pinned;
    private final StoredPlayers stored;
    private final BiFunction<String, String, PlayerRegistration> register;
    private final Supplier<String> idempotencyKeys;
    private final Executor executor;

    private final Object lock = new Object();
    private volatile @Nullable Active active;
    // Both guarded by the lock. The generation counts the changes that make a resolution under way obsolete.
    private @Nullable CompletableFuture<@Nullable PlayerCredentials> resolution;
    private long generation;

    /**
     * Starts with nobody, or with the player whose secret the game has.
     *
     * @param pinned the id the game named; null for none
     * @param pinnedSecret that player's secret; null for none
     * @param store where players are kept
     * @param environment what keeps test and live players apart in the store
     * @param register registers an id with an idempotency key; the secret it returns can be used
     * @param idempotencyKeys makes keys
     * @param executor where a resolution runs, so that interrupting one caller does not fail the others
     */
    public Identity(
            @Nullable String pinned,
            @Nullable String pinnedSecret,
            SecretStore store,
            String environment,
            BiFunction<String, String, PlayerRegistration> register,
            Supplier<String> idempotencyKeys,
            Executor executor) {
        this.pinned = pinned;
        this.stored = new StoredPlayers(store, environment);
        this.register = register;
        this.idempotencyKeys = idempotencyKeys;
        this.executor = executor;
        this.active = pinned == null || pinnedSecret == null
                ? null
                : new Active(new PlayerCredentials(pinned, pinnedSecret), null);
    }

    /** Who is playing, if that is known already. */
    public @Nullable PlayerCredentials active() {
        Active known = active;
        return known == null ? null : known.credentials;
    }

    /** What the platform called the active player when this session registered them; null if it did not, or said none. */
    public @Nullable SyntheticIdentity synthetic() {
        Active known = active;
        return known == null ? null : known.synthetic;
    }

    /** Who is playing; finds out if need be, which may register a player. */
    public PlayerCredentials ensure() {
        while (true) {
            PlayerCredentials known = active();
            if (known != null) {
                return known;
            }
            PlayerCredentials resolved = await(join());
            if (resolved != null) {
                return resolved;
            }
            // Somebody signed in or out meanwhile: look again.
        }
    }

    /** Installs and keeps a player whose secret the game got from its own backend. Asks nobody. */
    public void signIn(PlayerCredentials credentials) {
        become(credentials, null);
    }

    /** Installs and keeps a player whom this session registered by itself. */
    public void registered(String externalPlayerId, PlayerRegistration registration) {
        become(new PlayerCredentials(externalPlayerId, registration.secret()), registration.syntheticIdentity());
    }

    private void become(PlayerCredentials credentials, @Nullable SyntheticIdentity synthetic) {
        synchronized (lock) {
            supersede();
            active = new Active(credentials, synthetic);
            keep("the player", () -> {
                stored.put(credentials);
                stored.setActive(credentials.externalPlayerId());
            });
        }
    }

    /** Forgets the active player here and in the store, also one that only an earlier launch knew. */
    public void logout() {
        synchronized (lock) {
            supersede();
            PlayerCredentials known = active();
            active = null;
            if (known != null) {
                stored.forget(known.externalPlayerId());
            }
            String persisted = stored.active();
            if (persisted != null) {
                stored.forget(persisted);
            }
            if (pinned != null) {
                stored.forget(pinned);
                stored.end(pinned);
            }
            stored.end(null);
            stored.clearActive();
        }
    }

    /** Takes a new secret for {@code externalPlayerId} if that is the active player. */
    public void rotated(PlayerCredentials credentials) {
        synchronized (lock) {
            Active known = active;
            if (known != null && known.credentials.externalPlayerId().equals(credentials.externalPlayerId())) {
                active = new Active(credentials, known.synthetic);
                keep("the new secret", () -> stored.put(credentials));
            }
        }
    }

    private void supersede() {
        generation++;
        resolution = null;
    }

    private CompletableFuture<@Nullable PlayerCredentials> join() {
        synchronized (lock) {
            CompletableFuture<@Nullable PlayerCredentials> current = resolution;
            PlayerCredentials known = active();
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
            if (current == null) {
                CompletableFuture<@Nullable PlayerCredentials> started = new CompletableFuture<>();
                long startedIn = generation;
                executor.execute(() -> run(started, startedIn)); // throws if it is too late; then nobody may join it
                resolution = started;
                current = started;
            }
            return current;
        }
    }

    private void run(CompletableFuture<@Nullable PlayerCredentials> result, long startedIn) {
        try {
            PlayerCredentials resolved = resolve(startedIn);
            clear(result);
            result.complete(resolved);
        } catch (Throwable failure) { // whatever it is, the callers must not wait for ever
            clear(result);
            result.completeExceptionally(failure);
        }
    }

    @SuppressWarnings("ReferenceEquality") // it is about this one resolution; futures have no other equality
    private void clear(CompletableFuture<@Nullable PlayerCredentials> result) {
        synchronized (lock) {
            if (resolution == result) {
                resolution = null; // the next caller may try again
            }
        }
    }

    private @Nullable PlayerCredentials resolve(long startedIn) {
        String candidate = pinned != null ? pinned : stored.active();
        PlayerCredentials kept = candidate == null ? null : stored.credentials(candidate);
        if (kept != null) {
            return install(new Active(kept, null), startedIn, () -> stored.setActive(kept.externalPlayerId()));
        }
        return register(startedIn, true);
    }

    private @Nullable PlayerCredentials register(long startedIn, boolean mayStartOver) {
        Registration fresh = new Registration(pinned != null ? pinned : Registration.freshId(), idempotencyKeys.get());
        Registration registration = begin(fresh, startedIn);
        if (registration == null) {
            return null;
        }
        PlayerRegistration answer;
        try {
            answer = register.apply(registration.externalPlayerId(), registration.idempotencyKey());
        } catch (KratyApiException refused) {
            if (!RetryPolicy.canHelp(refused) && refused.status() >= 400) {
                endIfBegun(registration);
                if (mayStartOver
                        && pinned == null
                        && !registration.equals(fresh)
                        && refused.isPlayerAlreadyRegistered()) {
                    // Begun so long ago that the platform no longer replays the answer: that player's secret is lost.
                    LOG.log(
                            Level.WARNING,
                            "the interrupted registration of {0} cannot be resumed; registering anew",
                            registration.externalPlayerId());
                    return register(startedIn, false);
                }
            }
            throw refused;
        }
        PlayerCredentials credentials = new PlayerCredentials(registration.externalPlayerId(), answer.secret());
        Active registered = new Active(credentials, answer.syntheticIdentity());
        PlayerCredentials installed = install(registered, startedIn, () -> {
            stored.put(credentials);
            stored.setActive(credentials.externalPlayerId());
            stored.end(pinned);
        });
        if (installed == null) {
            keepForLater(registration, credentials);
        }
        return installed;
    }

    private @Nullable Registration begin(Registration fresh, long startedIn) {
        synchronized (lock) {
            if (generation != startedIn) {
                return null;
            }
            try {
                return stored.begin(pinned, fresh);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the registration cannot be kept; a crash now would lose the player", e);
                return fresh;
            }
        }
    }

    private @Nullable PlayerCredentials install(Active resolved, long startedIn, Runnable write) {
        synchronized (lock) {
            if (generation != startedIn) {
                return null;
            }
            keep("the player", write);
            active = resolved;
            return resolved.credentials;
        }
    }

    /** The player was registered, but somebody signed in meanwhile: kept, not active. After a logout there is no trace. */
    private void keepForLater(Registration registration, PlayerCredentials credentials) {
        synchronized (lock) {
            keep("the player", () -> {
                if (stored.isBegun(pinned, registration)) {
                    stored.put(credentials);
                    stored.end(pinned);
                }
            });
        }
    }

    private void endIfBegun(Registration registration) {
        synchronized (lock) {
            keep("the refused registration", () -> {
                if (stored.isBegun(pinned, registration)) {
                    stored.end(pinned);
                }
            });
        }
    }

    /** A store that fails must not undo what the platform did: the session goes on with what is in memory. */
    private static void keep(String what, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the secret store failed to keep " + what + "; it lasts for this session only", e);
        }
    }

    private static @Nullable PlayerCredentials await(CompletableFuture<@Nullable PlayerCredentials> resolution) {
        try {
            return resolution.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while the player was being resolved", 1, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The active player, and what only a registration of this session tells about them; one object, so never torn. */
    private record Active(
            PlayerCredentials credentials, @Nullable SyntheticIdentity synthetic) {}
}
