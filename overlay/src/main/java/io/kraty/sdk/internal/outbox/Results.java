package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Delivery;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.live.OutboxListener;
import io.kraty.sdk.live.OutboxResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Hands verdicts to listeners, those of the players of this session. Each is claimed in the store first, so that of several
 * processes one tells it, and removed when a listener has taken it. Thread-safe.
 */
final class Results implements Delivery.Claims<OutboxResult> {
    private static final Log LOG = Log.of("outbox");
    // As long as a listener may take before another process tells its own, and as long as a result comes late if
    // the process that was about to tell it is killed.
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Journal journal;
    private final Supplier<Instant> now;
    private final Executor background;
    private final Delivery<OutboxResult> delivery;
    private final Name me;
    private final Set<String> players = ConcurrentHashMap.newKeySet();
    private final Set<Object> handed = ConcurrentHashMap.newKeySet();
    // Of what this one claimed and nobody took yet.
    private final Map<Object, Claim> claims = new ConcurrentHashMap<>();
    private final Runnable lookAgain;

    Results(
            Name me,
            Journal journal,
            Supplier<Instant> now,
            Callbacks callbacks,
            Executor background,
            Executor beside,
            Runnable lookAgain) {
        this.me = me;
        this.journal = journal;
        this.now = now;
        this.background = background;
        this.lookAgain = lookAgain;
        this.delivery = new Delivery<>(LOG, callbacks, beside, Results::id, this::taken, this);
    }

    /** A key may come back, if the game makes its own. */
    private static Object id(OutboxResult result) {
        return Map.entry(result.entry().key(), result.entry().createdAt());
    }

    Runnable add(OutboxListener listener) {
        Runnable removal = delivery.add(listener::onResult);
        handed.clear(); // what nobody took so far is for this one
        return removal;
    }

    /** Somebody plays in this session. */
    void playing(String player) {
        players.add(player);
    }

    boolean isPlaying(String player) {
        return players.contains(player);
    }

    /** Tells what there is to tell; listeners are called elsewhere. Returns what is kept then. */
    Contents tell(Contents all) {
        Instant time = now.get();
        if (!delivery.isHeard() || all.ended().stream().noneMatch(entry -> isToTell(entry, time))) {
            return all;
        }
        List<OutboxResult> claimed = new ArrayList<>();
        Claim claim = new Claim(me.get(), time.plus(LEASE));
        Contents after = journal.update(contents -> {
            claimed.clear();
            for (Entry entry : contents.ended()) {
                if (isToTell(entry, time)) {
                    contents.put(entry.claimed(claim));
                    claimed.add(entry.result());
                }
            }
        });
        claimed.forEach(result -> {
            claims.put(id(result), claim);
            handed.add(id(result));
        });
        background.execute(delivery.handOn(claimed)); // on this thread in order, told on another
        return after;
    }

    private boolean isToTell(Entry entry, Instant time) {
        return isOurs(entry) && isFree(entry.claim(), time) && !handed.contains(id(entry.result()));
    }

    private boolean isOurs(Entry entry) {
        return isPlaying(entry.player());
    }

    private boolean isFree(@Nullable Claim claim, Instant time) {
        return claim == null || claim.owner().equals(me.get()) || !isHeld(claim, time);
    }

    /** A claim that reaches further than any does was made by another clock. */
    private static boolean isHeld(Claim claim, Instant time) {
        return claim.until().isAfter(time) && !claim.until().isAfter(time.plus(LEASE));
    }

    /** Until a claim of somebody else's lapses; null if there is none. */
    @Nullable
    Duration untilFree(Contents all) {
        Instant time = now.get();
        Duration next = null;
        for (Entry entry : delivery.isHeard() ? all.ended() : List.<Entry>of()) {
            Claim claim = entry.claim();
            if (claim != null && isOurs(entry) && !claim.owner().equals(me.get()) && isHeld(claim, time)) {
                Duration left = Duration.between(time, claim.until());
                next = next == null || left.compareTo(next) < 0 ? left : next;
            }
        }
        return next;
    }

    /** A listener may be called long after the claim, as where the game calls them in its frames; somebody else may have by then. */
    @Override
    public boolean hold(OutboxResult result) {
        Claim claim = claims.get(id(result));
        return claim != null && isHeld(claim, now.get());
    }

    @Override
    public void lapsed(OutboxResult result) {
        handed.remove(id(result));
        lookAgain.run();
    }

    private void taken(OutboxResult result) {
        claims.remove(id(result));
        try {
            journal.update(contents -> {
                Entry entry = contents.get(result.entry().key());
                if (entry != null && !entry.isOpen() && id(entry.result()).equals(id(result))) {
                    contents.remove(entry.key());
                }
            });
            handed.remove(id(result));
        } catch (KratyException e) { // it does not come again in this session
            LOG.get()
                    .log(
                            Level.WARNING,
                            "it could not be noted that a result was taken; the next launch tells it again",
                            e);
        }
    }
}
