package io.kraty.sdk.internal.identity;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
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
 *
 * <p>What is known is guarded by a lock that nobody holds for longer than a moment; the store, which may be as slow as a
 * disk, by {@link Turns}. Every wait of a caller ends at an interrupt and at {@link #close()}.
 */
public final class Identity {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.identity");

    private final @Nullable String pinned;
    private final StoredPlayers stored;
    private final BiFunction<String, String, PlayerRegistration> register;
    private final BiFunction<String, String, PlayerRegistration> rotate;
    private final Supplier<String> idempotencyKeys;
    private final Executor executor;

    /** Whoever changes the store has the turn, and only they change the generation. */
    private final Turns turns = new Turns();

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
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
        this.register = register;
        this.rotate = rotate;
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

    /** Who is playing, or would be if somebody asked; null if a player would be made. Registers nobody; may read the store. */
    public @Nullable String expected() {
        PlayerCredentials known = active();
        if (known != null) {
            return known.externalPlayerId();
        }
        return pinned != null ? pinned : stored.active();
    }

    /** The same, but also one whose registration was begun and not ended; null if nobody is meant yet. */
    public @Nullable String upcoming() {
        String known = expected();
        return known != null ? known : stored.begun();
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
                : inTurn(() -> {
                    String meanwhile = upcoming();
                    if (meanwhile != null) {
                        return meanwhile;
                    }
                    Registration fresh = new Registration(Registration.freshId(), idempotencyKeys.get());
                    Registration begun = stored.begin(null, fresh);
                    // Another process may have ended its registration before we wrote ours.
                    String kept = stored.active();
                    if (kept == null) {
                        return begun.externalPlayerId();
                    }
                    endIfBegun(fresh);
                    return kept;
                });
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

    /**
     * Installs and keeps a player whose secret the game got from its own backend. Asks nobody.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn, and nothing has changed, or
     *     while the player is being kept, and they are active in this session
     */
    public void signIn(PlayerCredentials credentials) {
        inTurn(() -> {
            try {
                become(new Active(credentials, null));
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted("the player was being kept; they are active, but for this session only", e);
                }
                failedToKeep("the player", e);
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
        surely(() -> keep("the player", () -> become(new Active(credentials, registration.syntheticIdentity()))));
    }

    private void become(Active next) {
        supersede(next);
        stored.put(next.credentials);
        if (stored.rotating(next.credentials.externalPlayerId()) != null) { // this secret is newer
            stored.endRotation(next.credentials.externalPlayerId());
        }
        stored.setActive(next.credentials.externalPlayerId());
    }

    /**
     * Forgets the active player here and in the store, also one that only an earlier launch knew.
     *
     * @throws KratyNetworkException if the thread is interrupted while it waits for its turn, and nothing has changed, or
     *     while the store forgets, and the player is forgotten for this session
     */
    public void logout() {
        inTurn(() -> {
            PlayerCredentials known = supersede(null);
            try {
                forget(known);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw interrupted("the store forgot the player; the next launch may find them", e);
                }
                throw e;
            }
            return null;
        });
    }

    private void forget(@Nullable PlayerCredentials known) {
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

    /**
     * A rotation begins. If the player's secret is kept, it is kept that it does, before anybody is asked: a process that dies
     * before it has the new secret leaves the next one with a key that gets it.
     *
     * @param key the caller's; null for none
     * @return the key to rotate with
     * @throws KratyNetworkException if the thread is interrupted meanwhile, and nobody was asked
     */
    public String beginRotation(String externalPlayerId, @Nullable String key) {
        boolean isFresh = key == null || key.trim().isEmpty();
        String own = isFresh ? idempotencyKeys.get() : key;
        // On another thread, so that no store keeps the caller from an interrupt.
        CompletableFuture<String> begun = CompletableFuture.supplyAsync(
                () -> inTurn(() -> keepRotation(externalPlayerId, own, isFresh)), executor);
        await(CompletableFuture.anyOf(begun, end));
        if (!begun.isDone()) {
            throw HttpClients.tooLate(null);
        }
        return await(begun);
    }

    private String keepRotation(String externalPlayerId, String own, boolean mayGoOn) {
        try {
            if (!stored.isKept(externalPlayerId)) {
                return own;
            }
            if (mayGoOn) {
                return stored.beginRotation(externalPlayerId, own);
            }
            stored.putRotation(externalPlayerId, own);
            return own;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the rotation cannot be kept; a crash now would lose the player", e);
            return own;
        }
    }

    /** The platform refused it: the secret of before goes on to work. */
    public void rotationRefused(String externalPlayerId) {
        try {
            surely(() -> keep("the refused rotation", () -> stored.endRotation(externalPlayerId)));
        } catch (KratyNetworkException e) {
            LOG.log(Level.FINE, "nobody waits for the refused rotation to be forgotten", e);
        }
    }

    /**
     * Takes a new secret for the active player, or for another one whose secret is kept. The platform has taken it already,
     * so it holds for this session whatever happens to the store, and is kept whatever happens to the thread.
     */
    public void rotated(PlayerCredentials credentials) {
        boolean wasActive = replaceSecret(credentials);
        try {
            surely(() -> keep("the new secret", () -> keepRotated(credentials, wasActive)));
        } catch (KratyNetworkException e) {
            LOG.log(Level.FINE, "nobody waits for the new secret to be kept", e);
        }
    }

    private void keepRotated(PlayerCredentials rotated, boolean wasActive) {
        putRotated(rotated, wasActive);
        if (stored.rotating(rotated.externalPlayerId()) != null) {
            stored.endRotation(rotated.externalPlayerId());
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
            if (known == null || !known.credentials.externalPlayerId().equals(credentials.externalPlayerId())) {
                return false;
            }
            active = new Active(credentials, known.synthetic);
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
        end.complete(null);
        turns.close();
        if (current != null) {
            current.complete(null); // who waited looks again, and is told
        }
    }

    /** Has done on another thread, in turn, what must be done whatever happens to this one, and waits for it. */
    private void surely(Runnable change) {
        CompletableFuture<?> done = CompletableFuture.runAsync(
                () -> inTurn(true, () -> {
                    change.run();
                    return null;
                }),
                executor);
        await(CompletableFuture.anyOf(done, end));
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> change) {
        return inTurn(false, change);
    }

    private <T extends @Nullable Object> T inTurn(boolean surely, Supplier<T> change) {
        try {
            turns.take(surely);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("waiting for the secret store; nothing has changed", e);
        }
        try {
            return change.get();
        } finally {
            turns.giveBack();
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

    private boolean isObsolete(long startedIn) {
        synchronized (lock) {
            return generation != startedIn;
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
                long startedIn = generation;
                executor.execute(() -> run(started, startedIn)); // throws for want of a thread; then nobody may join it
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
        PlayerCredentials kept = kept();
        return kept != null ? resume(kept, startedIn) : register(startedIn, true);
    }

    /** The player to go on with; null if the store has none. */
    private @Nullable PlayerCredentials kept() {
        String candidate = pinned != null ? pinned : stored.active();
        return candidate == null ? null : stored.credentials(candidate);
    }

    private @Nullable PlayerCredentials resume(PlayerCredentials kept, long startedIn) {
        String rotating = stored.rotating(kept.externalPlayerId());
        return rotating == null ? resumeAsKept(kept, startedIn) : resumeRotated(kept, rotating, startedIn);
    }

    /**
     * The secret that is kept may have stopped working: a launch died while it rotated. That is ended now, which changes nothing
     * if it was done, but for the answer; a platform that has forgotten the key rotates once more.
     */
    private @Nullable PlayerCredentials resumeRotated(PlayerCredentials kept, String key, long startedIn) {
        String id = kept.externalPlayerId();
        PlayerRegistration answer;
        try {
            answer = rotate.apply(id, key);
        } catch (KratyApiException refused) {
            if (RetryPolicy.mayPass(refused)) {
                throw refused;
            }
            inTurn(() -> {
                keep("the refused rotation", () -> stored.endRotation(id));
                return null;
            });
            return resumeAsKept(kept, startedIn);
        }
        PlayerCredentials rotated = new PlayerCredentials(id, answer.secret());
        inTurn(() -> {
            keep("the new secret", () -> {
                if (stored.isKept(id)) { // else they have logged out meanwhile
                    stored.put(rotated);
                    stored.endRotation(id);
                }
            });
            return null;
        });
        return resumeAsKept(rotated, startedIn);
    }

    private @Nullable PlayerCredentials resumeAsKept(PlayerCredentials kept, long startedIn) {
        return install(new Active(kept, null), startedIn, () -> {
            if (pinned != null) { // else it is the active one that was found
                stored.setActive(kept.externalPlayerId());
            }
        });
    }

    private @Nullable PlayerCredentials register(long startedIn, boolean mayStartOver) {
        Registration fresh = new Registration(pinned != null ? pinned : Registration.freshId(), idempotencyKeys.get());
        Begun begun = inTurn(() -> begin(fresh, startedIn));
        if (begun.kept != null) {
            return resume(begun.kept, startedIn);
        }
        Registration registration = begun.registration;
        if (registration == null) {
            return null;
        }
        PlayerRegistration answer;
        try {
            answer = register.apply(registration.externalPlayerId(), registration.idempotencyKey());
        } catch (KratyApiException refused) {
            if (!RetryPolicy.mayPass(refused)) {
                inTurn(() -> {
                    keep("the refused registration", () -> endIfBegun(registration));
                    return null;
                });
                if (mayStartOver
                        && pinned == null
                        && !registration.isSame(fresh)
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
            endIfBegun(registration);
        });
        if (installed == null) {
            keepForLater(registration, credentials);
        }
        return installed;
    }

    private Begun begin(Registration fresh, long startedIn) {
        if (isObsolete(startedIn)) {
            return new Begun(null, null);
        }
        try {
            Registration registration = stored.begin(pinned, fresh);
            // Another copy or process may have registered a player since we looked, and ended its record before we
            // wrote ours, or before somebody wrote this one. It kept the player before that, so now they are to be seen.
            PlayerCredentials kept = kept();
            if (kept != null && registration.isSame(fresh)) {
                endIfBegun(fresh);
            }
            return new Begun(registration, kept);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the registration cannot be kept; a crash now would lose the player", e);
            return new Begun(fresh, null);
        }
    }

    private @Nullable PlayerCredentials install(Active resolved, long startedIn, Runnable write) {
        return inTurn(() -> {
            if (isObsolete(startedIn)) {
                return null;
            }
            keep("the player", write);
            synchronized (lock) {
                active = resolved;
            }
            return resolved.credentials;
        });
    }

    /** The player was registered, but somebody signed in meanwhile: kept, not active. After a logout there is no trace. */
    private void keepForLater(Registration registration, PlayerCredentials credentials) {
        inTurn(() -> {
            keep("the player", () -> {
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

    /** A store that fails must not undo what the platform did: the session goes on with what is in memory. */
    private static void keep(String what, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            failedToKeep(what, e);
        }
    }

    private static void failedToKeep(String what, RuntimeException e) {
        LOG.log(Level.WARNING, "the secret store failed to keep " + what + "; it lasts for this session only", e);
    }

    private static KratyNetworkException interrupted(String when, Exception cause) {
        return new KratyNetworkException("interrupted while " + when, 1, cause, Outcome.NOT_SENT, null);
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted("the player was being resolved or kept; that goes on", e);
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

    /** What to register; or who is kept by now, so that nobody is to be; neither if the resolution is obsolete. */
    private record Begun(
            @Nullable Registration registration, @Nullable PlayerCredentials kept) {}
}
