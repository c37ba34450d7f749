package io.kraty.sdk.internal.identity;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Who is playing. Resolved at the first call that needs a player, once for all callers, in this order: the id the game
 * named, the player of the last launch, a fresh one. {@link #signIn} and {@link #logout} win over a resolution that is
 * under way. Thread-safe.
 *
 * <p>What is known is guarded by a lock that nobody holds for longer than a moment; the store, which may be as slow as a
 * disk, by {@link StoreTurns}. Every wait of a caller ends at an interrupt and at {@link #close()}.
 */
public final class Identity {
    private static final Log LOG = Log.of("identity");

    private final @Nullable String pinned;
    private final StoredPlayers stored;
    private final Rotations rotations;
    private final Resolver resolver;
    private final Executor executor;

    /** Whoever changes the store has the turn, and only they change the generation. */
    private final StoreTurns turns;

    private final Object lock = new Object();
    // Written under the lock, like what follows.
    private volatile @Nullable Active active;
    private @Nullable CompletableFuture<@Nullable PlayerCredentials> resolution;
    // Counts the changes that make a resolution under way obsolete.
    private long generation;
    private boolean closed;

    /**
     * Starts with nobody, or with the player whose secret the game has.
     *
     * @param pinned the id the game named; null for none
     * @param pinnedSecret that player's secret; null for none
     * @param store where players are kept
     * @param environment what keeps test and live players apart in the store
     * @param register registers an id with an idempotency key; the secret it returns can be used
     * @param rotate the same for a player who has a secret, which stops working
     * @param idempotencyKeys makes keys
     * @param executor threads of their own, also after the end, for what no interrupt of a caller may fail: a
     *     resolution, for the others who wait for it, and keeping what the platform has done
     */
    public Identity(
            @Nullable String pinned,
            @Nullable String pinnedSecret,
            SecretStore store,
            String environment,
            BiFunction<String, String, PlayerRegistration> register,
            BiFunction<String, String, PlayerRegistration> rotate,
            Supplier<String> idempotencyKeys,
            Executor executor) {
        this.pinned = pinned;
        this.stored = new StoredPlayers(store, environment);
        this.turns = new StoreTurns(executor);
        this.rotations = new Rotations(stored, turns, rotate, idempotencyKeys);
        this.resolver = new Resolver(pinned, stored, turns, rotations, register, idempotencyKeys);
        this.executor = executor;
        this.active = pinned == null || pinnedSecret == null
                ? null
                : new Active(new PlayerCredentials(pinned, pinnedSecret), null);
    }

    /** Who is playing, if that is known already. */
    public @Nullable PlayerCredentials active() {
        Active known = active;
        return known == null ? null : known.credentials();
    }

    /** Who is playing, or would be if somebody asked; null if a player would be made. Registers nobody; may read the store. */
    public @Nullable String expected() {
        PlayerCredentials known = active();
        if (known != null) {
            return known.externalPlayerId();
        }
        if (pinned != null) {
            return pinned;
        }
        PlayerCredentials kept = resolver.kept();
        return kept == null ? null : kept.externalPlayerId();
    }

    /** The same, but also one whose registration was begun and not ended; null if nobody is meant yet. */
    public @Nullable String upcoming() {
        String known = expected();
        return known != null ? known : stored.begun();
    }

    /**
     * Whether this device can be the player again by itself: they play, or their secret is kept, or they are to be registered.
     * May read the store.
     */
    public boolean mayReturn(String externalPlayerId) {
        return externalPlayerId.equals(expected())
                || stored.isKept(externalPlayerId)
                || externalPlayerId.equals(stored.begun());
    }

    /**
     * Who is playing or will be. If nobody is meant yet, the player who is to be registered is given an id now, which is kept:
     * the next call that needs a player registers this one. Asks nobody; uses the store on the calling thread.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn
     */
    public String decided() {
        String known = upcoming();
        return known != null
                ? known
                : turns.take(() -> {
                    String meanwhile = upcoming();
                    return meanwhile != null ? meanwhile : resolver.begin();
                });
    }

    /** What the platform called the active player when this session registered them; null if it did not, or said none. */
    public @Nullable SyntheticIdentity synthetic() {
        Active known = active;
        return known == null ? null : known.synthetic();
    }

    /** Who is playing; finds out if need be, which may register a player. */
    public PlayerCredentials ensure() {
        while (true) {
            PlayerCredentials known = active();
            if (known != null) {
                return known;
            }
            PlayerCredentials resolved = StoreTurns.await(join());
            if (resolved != null) {
                return resolved;
            }
            // Somebody signed in or out meanwhile: look again.
        }
    }

    /**
     * Installs and keeps a player whose secret the game got from its own backend. Asks nobody.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn, and nothing has changed, or
     *     while the player is being kept, and they are active in this session
     */
    public void signIn(PlayerCredentials credentials) {
        turns.take(() -> {
            try {
                become(new Active(credentials, null));
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw StoreTurns.interrupted(
                            "the player was being kept; they are active, but for this session only", e);
                }
                StoredPlayers.failedToKeep("the player", e);
            }
            return null;
        });
    }

    /**
     * Installs and keeps a player whom this session registered by itself.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for that; it is done all the same
     */
    public void registered(String externalPlayerId, PlayerRegistration registration) {
        PlayerCredentials credentials = new PlayerCredentials(externalPlayerId, registration.secret());
        turns.surely(() -> StoredPlayers.keep(
                "the player", () -> become(new Active(credentials, registration.syntheticIdentity()))));
    }

    private void become(Active next) {
        supersede(next);
        stored.put(next.credentials());
        rotations.end(next.credentials().externalPlayerId()); // this secret is newer
        stored.setActive(next.credentials().externalPlayerId());
    }

    /**
     * Forgets the active player here and in the store, also one that only an earlier launch knew.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn, and nothing has changed, or
     *     while the store forgets, and the player is forgotten for this session
     */
    public void logout() {
        turns.take(() -> {
            PlayerCredentials known = supersede(null);
            try {
                forget(known);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw StoreTurns.interrupted("the store forgot the player; the next launch may find them", e);
                }
                throw e;
            }
            return null;
        });
    }

    private void forget(@Nullable PlayerCredentials known) {
        // First what was begun: repeated without the secret it led to, it would bring back one that may not work.
        stored.end(null);
        if (pinned != null) {
            stored.end(pinned);
        }
        if (known != null) {
            stored.forget(known.externalPlayerId());
        }
        String persisted = stored.active();
        if (persisted != null) {
            stored.forget(persisted);
        }
        if (pinned != null) {
            stored.forget(pinned);
        }
        stored.clearActive();
    }

    /**
     * A rotation begins. If the player's secret is kept, it is kept that it does, before anybody is asked: a process that dies
     * before it has the new secret leaves the next one with a key that gets it.
     *
     * @param key the caller's; null for none
     * @return the key to rotate with
     * @throws KratyNetworkException if the thread is interrupted meanwhile, and nobody was asked
     */
    public String beginRotation(String externalPlayerId, @Nullable String key) {
        return rotations.begin(externalPlayerId, key);
    }

    /** The platform refused it: the secret of before goes on to work. */
    public void rotationRefused(String externalPlayerId) {
        rotations.refused(externalPlayerId);
    }

    /**
     * Takes a new secret for the active player, or for another one whose secret is kept. The platform has taken it already,
     * so it holds for this session whatever happens to the store, and is kept whatever happens to the thread.
     */
    public void rotated(PlayerCredentials credentials) {
        boolean wasActive = replaceSecret(credentials);
        try {
            turns.surely(() -> StoredPlayers.keep("the new secret", () -> {
                putRotated(credentials, wasActive);
                rotations.end(credentials.externalPlayerId());
            }));
        } catch (KratyNetworkException e) {
            LOG.get().log(Level.FINE, "nobody waits for the new secret to be kept", e);
        }
    }

    private void putRotated(PlayerCredentials rotated, boolean wasActive) {
        PlayerCredentials now = active();
        if (now != null && now.externalPlayerId().equals(rotated.externalPlayerId())) {
            if (!wasActive) { // resumed meanwhile, perhaps with the secret from before
                replaceSecret(rotated);
                stored.put(rotated);
            } else if (now.secret().equals(rotated.secret())) { // else it was rotated again
                stored.put(rotated);
            }
        } else if (stored.isKept(rotated.externalPlayerId())) { // else they have logged out
            stored.put(rotated);
            lookAgain();
        }
    }

    private boolean replaceSecret(PlayerCredentials credentials) {
        synchronized (lock) {
            Active known = active;
            if (known == null || !known.credentials().externalPlayerId().equals(credentials.externalPlayerId())) {
                return false;
            }
            active = new Active(credentials, known.synthetic());
            return true;
        }
    }

    /**
     * Resolves nobody any more, and lets everybody go who waits for a player or for the store, even if the store hangs. What
     * the platform has done by now is still kept, as long as the process lives.
     */
    public void close() {
        CompletableFuture<@Nullable PlayerCredentials> current;
        synchronized (lock) {
            closed = true;
            current = resolution;
            resolution = null;
        }
        turns.close();
        if (current != null) {
            current.complete(null); // who waited looks again, and is told
        }
    }

    /** Makes {@code next} the active player, and a resolution under way obsolete. Returns who was active before. */
    private @Nullable PlayerCredentials supersede(@Nullable Active next) {
        PlayerCredentials before;
        CompletableFuture<@Nullable PlayerCredentials> obsolete;
        synchronized (lock) {
            before = active();
            obsolete = resolution;
            generation++;
            resolution = null;
            active = next;
        }
        if (obsolete != null) {
            obsolete.complete(null); // who waited looks again, and need not wait for a store or a platform that hangs
        }
        return before;
    }

    /** A resolution under way may have found what no longer holds. */
    private void lookAgain() {
        synchronized (lock) {
            if (active == null) {
                supersede(null);
            }
        }
    }

    private CompletableFuture<@Nullable PlayerCredentials> join() {
        synchronized (lock) {
            CompletableFuture<@Nullable PlayerCredentials> current = resolution;
            PlayerCredentials known = active();
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
            if (closed) {
                throw HttpClients.tooLate(null);
            }
            if (current == null) {
                CompletableFuture<@Nullable PlayerCredentials> started = new CompletableFuture<>();
                Resolver.Round round = new Round(generation);
                executor.execute(() -> run(started, round)); // throws for want of a thread; then nobody may join it
                resolution = started;
                current = started;
            }
            return current;
        }
    }

    private void run(CompletableFuture<@Nullable PlayerCredentials> result, Resolver.Round round) {
        try {
            PlayerCredentials resolved = resolver.resolve(round);
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

    private final class Round implements Resolver.Round {
        private final long startedIn;

        Round(long startedIn) {
            this.startedIn = startedIn;
        }

        @Override
        public boolean isObsolete() {
            synchronized (lock) {
                return generation != startedIn;
            }
        }

        @Override
        public @Nullable PlayerCredentials install(Active resolved, Runnable write) {
            return turns.take(() -> {
                if (isObsolete()) {
                    return null;
                }
                StoredPlayers.keep("the player", write);
                synchronized (lock) {
                    active = resolved;
                }
                return resolved.credentials();
            });
        }
    }
}
