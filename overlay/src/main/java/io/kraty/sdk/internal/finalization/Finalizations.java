package io.kraty.sdk.internal.finalization;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardPeriod;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Delivery;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.identity.Turns;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.MembershipRef;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.MembershipStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which boards players are on, finds out how those ended, and reports it. Who finds out, from a stream or because
 * the game asks, does so one at a time; what is found is kept before it is reported. Thread-safe.
 */
public final class Finalizations implements AutoCloseable {
    private static final Log LOG = Log.of("finalization");
    // A score does not say in which period it counts, but not in one that ended longer than this before.
    private static final Duration DOUBT = Duration.ofDays(1);

    private final Calls calls;
    private final Timing timing;
    private final Supplier<@Nullable String> expected;
    private final Executor work;
    private final Executor beside;
    private final Registry registry;
    private final Tracking tracking;
    private final Delivery<FinalizationResult> delivery;
    private final Turns turns = new Turns();
    // Who played in this session.
    private final Set<String> players = ConcurrentHashMap.newKeySet();

    /**
     * Touches nothing yet.
     *
     * @param expected the player who plays or would play; null for none. May use the disk
     * @param work where to go on beside the calling thread; throws {@code IllegalStateException} at the end
     * @param beside threads of their own for what has to be done also after the end
     * @param callbacks where listeners are called
     */
    public Finalizations(
            MembershipStore store,
            String environment,
            Calls calls,
            Timing timing,
            Supplier<@Nullable String> expected,
            Executor work,
            Executor beside,
            Callbacks callbacks) {
        this.calls = calls;
        this.timing = timing;
        this.expected = expected;
        this.work = work;
        this.beside = beside;
        this.registry = new Registry(store, environment, timing);
        this.tracking = new Tracking(registry, timing);
        this.delivery = new Delivery<>(
                LOG,
                callbacks,
                beside,
                result -> Map.entry(result.externalPlayerId(), result.ref()),
                this::taken,
                null);
    }

    /** The player is on the board of an event; kept when this returns. Does not throw. */
    public void track(String player, String leaderboardId, @Nullable String eventKey) {
        track(player, new EventBoardRef(leaderboardId, eventKey));
    }

    /**
     * The player is on a configured board; kept when this returns. Does not throw.
     *
     * @param period the running one; null if the platform did not say
     */
    public void trackConfigured(String player, String key, @Nullable Instant period) {
        Instant since = period == null ? timing.now().minus(DOUBT) : period;
        track(player, new ConfiguredBoardRef(key, since, null));
    }

    private void track(String player, MembershipRef ref) {
        if (players.add(player) && delivery.isHeard()) {
            inBackground(() -> delivery.give(waiting(player)));
        }
        surely(() -> tracking.keep(player, ref));
    }

    /** Keeps what has happened already: by another thread if this one is interrupted, on which a file is not written. */
    private void surely(Runnable keeping) {
        try {
            keeping.run();
        } catch (KratyNetworkException e) {
            LOG.get().log(Level.FINE, "interrupted; it is kept by another thread", e);
            beside.execute(keeping);
        }
    }

    /** Asks how the player's boards stand. Returns what was reported to nobody yet; listeners get it, too. */
    public List<FinalizationResult> check(String player, RequestOptions options) {
        players.add(player);
        Boards boards = new Boards(calls, player, options);
        List<FinalizationResult> found = new ArrayList<>();
        try {
            inTurn(() -> {
                found.addAll(waiting(player));
                ask(() -> boards.events().forEach(event -> takeUp(player, event)));
                for (Membership known : registry.read(player).values()) {
                    if (known.isActive()) {
                        check(boards, known, found);
                    }
                }
            });
        } catch (RuntimeException e) {
            delivery.give(found);
            throw e;
        }
        return delivery.give(found); // not in turn, since listeners may ask, too
    }

    /** What was started here but lost before it was kept, or started on another device. */
    private void takeUp(String player, EventListing event) {
        String board = event.leaderboardId();
        if (board != null && event.currentAttemptId() != null) {
            track(player, board, event.eventKey());
        }
    }

    private void check(Boards boards, Membership known, List<FinalizationResult> found) {
        boolean isGone = ask(() -> {
            if (known.ref() instanceof ConfiguredBoardRef board) {
                checkPeriods(boards, known, board, found);
            } else if (known.ref() instanceof EventBoardRef board) {
                FinalizationResult end = boards.end(board);
                if (end != null) {
                    found.addAll(replace(boards.player(), known, List.of(end), null));
                }
            }
        });
        if (isGone && known.joinedAt().isBefore(timing.now().minus(Registry.MEMORY))) {
            registry.update(boards.player(), all -> all.remove(known.ref(), known));
        }
    }

    private void checkPeriods(
            Boards boards, Membership known, ConfiguredBoardRef board, List<FinalizationResult> found) {
        LeaderboardPeriods periods = boards.periods(board.key());
        Instant current = periods.currentPeriodStartedAt();
        Instant since = since(board, current);
        Membership last = known;
        for (int i = periods.periods().size() - 1; i >= 0; i--) { // oldest first
            LeaderboardPeriod period = periods.periods().get(i);
            Instant start = period.periodStartedAt();
            Instant end = period.periodEndedAt();
            if (start != null && end != null && end.isAfter(since)) {
                Membership next = known.since(end, board.key());
                found.addAll(replace(boards.player(), last, boards.ends(board.key(), start), next));
                last = next;
            }
        }
    }

    /** By a device's clock that is ahead, the period is one to come: then the last one that ended may be the player's. */
    private static Instant since(ConfiguredBoardRef board, @Nullable Instant current) {
        return current != null && board.period().isAfter(current) ? current.minusNanos(1) : board.period();
    }

    /**
     * Keeps {@code results} and {@code next} in the place of {@code known}; returns the results nobody found
     * before. After an interrupt nothing has been found.
     */
    private List<FinalizationResult> replace(
            String player, Membership known, List<FinalizationResult> results, @Nullable Membership next) {
        List<FinalizationResult> fresh = new ArrayList<>(results); // also if the store fails
        registry.update(player, all -> {
            fresh.clear();
            Membership before = all.get(known.ref());
            if (before == null || !before.isActive()) {
                return;
            }
            all.remove(known.ref());
            for (FinalizationResult result : results) {
                if (all.putIfAbsent(result.ref(), Membership.waiting(result, known.joinedAt())) == null) {
                    fresh.add(result);
                }
            }
            if (next != null) {
                all.put(next.ref(), next);
            }
        });
        return fresh;
    }

    /** A stream of ours said that a board is final. Returns at once. */
    public void seen(LeaderboardFinalized said) {
        seen(said.leaderboardId(), said);
    }

    /** A subscription of ours read that a board is final; perhaps fewer rows than a result has. Returns at once. */
    public void seen(String leaderboardId) {
        seen(leaderboardId, null);
    }

    private void seen(String leaderboardId, @Nullable LeaderboardFinalized said) {
        inBackground(() -> {
            List<FinalizationResult> found = new ArrayList<>();
            inTurn(() -> {
                Set<String> candidates = tracking.playersOn(leaderboardId);
                candidates.addAll(expectedPlayer());
                candidates.forEach(player -> found.addAll(end(player, leaderboardId, said)));
            });
            delivery.give(found);
        });
    }

    private List<FinalizationResult> end(String player, String leaderboardId, @Nullable LeaderboardFinalized said) {
        Membership known = registry.read(player).get(new EventBoardRef(leaderboardId, null));
        if (known == null || !known.isActive() || !(known.ref() instanceof EventBoardRef board)) {
            return List.of();
        }
        Boards boards = new Boards(calls, player, RequestOptions.none());
        FinalizationResult end = null;
        try {
            end = boards.end(board);
        } catch (KratyException e) {
            LOG.get().log(Level.FINE, "the board cannot be read; going by what the stream said, if it did", e);
        }
        if (end == null && said != null) {
            end = boards.end(board, said);
        }
        return end == null ? List.of() : replace(player, known, List.of(end), null);
    }

    /** Adds a listener; what waits is given to it in the background. Returns its removal. */
    public Runnable add(FinalizationListener listener) {
        Runnable removal = delivery.add(listener::onFinalized);
        inBackground(() -> {
            players.addAll(expectedPlayer());
            players.forEach(player -> delivery.give(waiting(player)));
        });
        return removal;
    }

    private Set<String> expectedPlayer() {
        String player = expected.get();
        return player == null ? Set.of() : Set.of(player);
    }

    private List<FinalizationResult> waiting(String player) {
        return registry.read(player).values().stream()
                .map(Membership::result)
                .filter(Objects::nonNull)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    }

    private void taken(FinalizationResult result) {
        dismiss(result.externalPlayerId(), result.ref());
    }

    /** Reports the board no more. Does not throw. */
    public void dismiss(String player, MembershipRef ref) {
        Instant now = timing.now();
        surely(() -> registry.update(
                player,
                all -> all.computeIfPresent(
                        ref, (board, known) -> isForAllPeriods(known) ? known : known.reported(now))));
    }

    private static boolean isForAllPeriods(Membership known) {
        return known.isActive() && known.ref() instanceof ConfiguredBoardRef;
    }

    /** Forgets what was reported; returns how many boards. */
    public int clearReported(String player) {
        AtomicInteger count = new AtomicInteger();
        registry.update(player, all -> {
            int before = all.size();
            all.values().removeIf(known -> known.reportedAt() != null);
            count.set(before - all.size());
        });
        tracking.forget(player);
        return count.get();
    }

    /** What the platform refuses leaves all as it is. Returns whether there is no such board. */
    private static boolean ask(Runnable asking) {
        try {
            asking.run();
        } catch (KratyApiException e) {
            LOG.get().log(Level.FINE, "a board cannot be read; it is asked for again next time", e);
            return e.isNotFound();
        } catch (KratyAnswerTooLargeException e) {
            LOG.get().log(Level.WARNING, "a board is too large to be read", e);
        }
        return false;
    }

    private void inTurn(Runnable what) {
        try {
            turns.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while waiting for another check of boards", 1, e);
        }
        try {
            what.run();
        } finally {
            turns.giveBack();
        }
    }

    private void inBackground(Runnable task) {
        try {
            work.execute(() -> {
                try {
                    task.run();
                } catch (Throwable e) { // whatever it is, nobody else is to suffer from it
                    LOG.get().log(Level.FINE, "results of boards were not looked for", e);
                }
            });
        } catch (IllegalStateException e) {
            LOG.get().log(Level.FINE, "closed before results of boards could be looked for", e);
        }
    }

    /** Lets those go who wait for their turn. */
    @Override
    public void close() {
        turns.close();
    }
}
