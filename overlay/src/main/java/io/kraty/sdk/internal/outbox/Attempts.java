package io.kraty.sdk.internal.outbox;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.concurrent.Parallel;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.IdempotencyKeys;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.request.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Sends one write, and keeps what came of it. Thread-safe. */
final class Attempts {
    private static final Log LOG = Log.of("outbox");
    static final int AT_A_TIME = 4;
    private final Name me;
    private final Calls calls;
    private final Journal journal;
    private final Waits waits;
    private final Supplier<Instant> now;
    private final BooleanSupplier isOver;
    private final Executor beside;
    // Secrets that the platform did not take. A player goes on with another one.
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    // How the game described what was accepted in this launch, by key.
    private final Map<String, ApiRequest<?>> asked = new ConcurrentHashMap<>();
    // Keys of what had an answer that may pass, or none after it was sent, in this launch.
    private final Set<String> reached = ConcurrentHashMap.newKeySet();

    Attempts(
            Name me,
            Calls calls,
            Journal journal,
            Waits waits,
            Supplier<Instant> now,
            BooleanSupplier isOver,
            Executor beside) {
        this.me = me;
        this.calls = calls;
        this.journal = journal;
        this.waits = waits;
        this.now = now;
        this.isOver = isOver;
        this.beside = beside;
    }

    /** Whether the platform may have forgotten the key of a write that was first sent at {@code sent}. */
    static boolean isForgotten(@Nullable Instant sent, Instant now) {
        return sent != null && IdempotencyKeys.mayBeForgotten(sent, now);
    }

    /** Whether the player's secret is known to be wrong. */
    boolean isRefused(String player, String secret) {
        return secret.equals(refused.get(player));
    }

    /** {@code request} was accepted, and knows how it is answered. */
    void accepted(String key, ApiRequest<?> request) {
        asked.put(key, request);
    }

    /** Forgets what is over. */
    void keepOnly(Contents all) {
        reached.removeIf(key -> all.get(key) == null);
        all.ended().forEach(entry -> asked.remove(entry.key()));
    }

    /** Whether it came to somebody who did not take it, in this launch. */
    boolean reached(Entry entry) {
        return reached.contains(entry.key());
    }

    /** Somebody signed in or out: what was refused may be right now. */
    void forgetRefusals() {
        refused.clear();
    }

    /**
     * Notes of all that are {@code due} that they are sent, and sends them, several at a time.
     *
     * @param secrets gives the secret of a player who may be spoken for at that moment; null for anybody else
     */
    void send(List<Entry> due, Function<String, @Nullable String> secrets, Executor workers)
            throws InterruptedException {
        Instant time = now.get();
        Set<String> fresh = new HashSet<>();
        Contents noted = journal.update(contents -> {
            fresh.clear();
            for (Entry each : due) {
                contents.changeOpen(each.key(), open -> {
                    if (open.firstSentAt() == null) {
                        fresh.add(open.key());
                    }
                    return open.sentBy(me.get(), time).lockedOut(null);
                });
            }
        });
        List<Entry> toSend = new ArrayList<>();
        for (Entry each : due) { // somebody else may have been faster
            Entry open = noted.get(each.key());
            if (open != null && open.isOpen()) {
                toSend.add(open);
            }
        }
        Parallel.map(toSend, AT_A_TIME, workers, entry -> {
            send(entry, secrets, fresh.contains(entry.key()));
            return true;
        });
    }

    /**
     * Sends {@code entry}, of which it is noted already that it is.
     *
     * @param isFirst whether the platform could not know it until now
     */
    private void send(Entry entry, Function<String, @Nullable String> secrets, boolean isFirst) {
        String secret = secrets.apply(entry.player());
        if (secret == null) { // they have left since; it waits for their return
            leftAlone(entry, isFirst);
            return;
        }
        BooleanSupplier isWanted = () -> secret.equals(secrets.apply(entry.player()));
        try {
            Instant since = entry.repeatable() ? null : entry.firstSentAt();
            String answer = calls.execute(
                    new Authorized<>(entry.request().toSend(entry.key(), asked.get(entry.key())), secret)
                            .since(since)
                            .whileWanted(isWanted),
                    RequestOptions.none());
            waits.succeeded(entry.queue());
            String clean = Document.without(calls.hiding(secret), answer);
            surely(() -> journal.end(entry.key(), Verdict.done(now.get(), clean)));
        } catch (KratyException e) {
            if (isOver.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                stopped(entry, isFirst, e);
            } else if (e instanceof KratyNetworkException && !isWanted.getAsBoolean()) { // that says nothing of the way
                leftAlone(entry, isFirst && e.outcome() == Outcome.NOT_SENT);
            } else {
                failed(entry, secret, isFirst, e);
            }
        } catch (IllegalStateException e) {
            stopped(entry, isFirst, e.getCause());
            throw e;
        }
    }

    private void leftAlone(Entry entry, boolean isUnknownYet) {
        if (isUnknownYet) {
            note(entry, true, null);
        }
    }

    /** The end came first. Another launch goes on, with all the time again if nothing has left. */
    private void stopped(Entry entry, boolean isFirst, @Nullable Throwable how) {
        leftAlone(entry, isFirst && how instanceof KratyException why && why.outcome() == Outcome.NOT_SENT);
    }

    private void failed(Entry entry, String secret, boolean isFirst, KratyException why) {
        if (!(why instanceof KratyNetworkException) || why.outcome() == Outcome.UNKNOWN) {
            reached.add(entry.key());
        }
        boolean isUnknownYet = isFirst && why.outcome() != Outcome.UNKNOWN;
        if (why instanceof KratyApiException api && api.isAuthentication()) {
            if (api.isPlayerSecretInvalid()) {
                refused.put(entry.player(), secret);
            } else {
                waits.failed(entry.queue(), why);
            }
            note(entry, isUnknownYet, api.rawCode());
        } else if (mayPass(why)) {
            LOG.get().log(Level.FINE, "a write in the outbox could not be sent; it is tried again", why);
            waits.failed(entry.queue(), why);
            if (isUnknownYet) {
                note(entry, true, null);
            }
        } else {
            waits.succeeded(entry.queue());
            Verdict how = verdict(entry, why);
            surely(() -> journal.end(entry.key(), how));
        }
    }

    /** Whether it is tried again. What is too large is hardly the platform's answer. */
    static boolean mayPass(KratyException why) {
        return RetryPolicy.mayPass(why) || why instanceof KratyAnswerTooLargeException;
    }

    /** What the platform says of a key that it remembers holds for all attempts with it. */
    private Verdict verdict(Entry entry, KratyException why) {
        Instant time = now.get();
        if (!(why instanceof KratyApiException refusal)) {
            return Verdict.unknown(time, String.valueOf(why.getMessage()));
        }
        return isForgotten(entry.firstSentAt(), time)
                ? Verdict.unknown(
                        time,
                        "sent at " + entry.firstSentAt() + " without an answer, and refused when it was sent again: "
                                + refusal.getMessage())
                : Verdict.refused(time, refusal);
    }

    /** It goes on. If the platform does not know it after all, it has all the time again. */
    private void note(Entry entry, boolean isUnknown, @Nullable String lockedOut) {
        surely(() -> journal.update(contents -> contents.changeOpen(
                entry.key(), kept -> (isUnknown ? kept.notSentBy(me.get()) : kept).lockedOut(lockedOut))));
    }

    /** By another thread if this one is interrupted, on which a file is not written. */
    private void surely(Runnable keeping) {
        try {
            keeping.run();
        } catch (KratyNetworkException e) {
            beside.execute(() -> {
                try {
                    keeping.run();
                } catch (KratyException again) { // it is sent again, with the same key
                    LOG.get().log(Level.FINE, "it could not be noted what came of a write in the outbox", again);
                }
            });
        }
    }
}
