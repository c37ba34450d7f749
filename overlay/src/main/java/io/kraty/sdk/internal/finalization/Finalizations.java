package io.kraty.sdk.internal.finalization;

import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardPeriod;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.identity.Turns;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which boards players are on, finds out how those ended, and reports it. Who finds out, from a stream or because
 * the game asks, does so one at a time; what is found is kept before it is reported. Thread-safe.
 */
public final class Finalizations implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.finalization");
    private static final int MOST_KNOWN = 10_000;
    // A score does not say in which period it counts. Periods that ended earlier than this before it do not.
    private static final Duration DOUBT = Duration.ofDays(1);

    private final Calls calls;
    private final Timing timing;
    private final Supplier<@Nullable String> expected;
    private final Executor work;
    private final Registry registry;
    private final Delivery delivery;
    private final Turns turns = new Turns();
    // Who played in this session, and what the store has surely, so that it need not be written again.
    private final Set<String> players = ConcurrentHashMap.newKeySet();
    private final Set<Tracked> tracked = ConcurrentHashMap.newKeySet();

    /**
     * Touches nothing yet.
     *
     * @param expected the player who plays or would play; null for none. May use the disk
     * @param work where to go on beside the calling thread
     * @param callbacks where listeners are called; never throws, runs each task once and in order, perhaps much later
     */
    public Finalizations(
            MembershipStore store,
            String environment,
            Calls calls,
            Timing timing,
            Supplier<@Nullable String> expected,
            Executor work,
            Executor callbacks) {
        this.calls = calls;
        this.timing = timing;
        this.expected = expected;
        this.work = work;
        this.registry = new Registry(store, environment, timing);
        this.delivery = new Delivery(callbacks, work, this::report);
    }

    /** The player is on the board of an event; kept when this returns. Does not throw. */
    public void track(String player, String leaderboardId, @Nullable String eventKey) {
        track(player, new EventBoardRef(leaderboardId, eventKey), new Tracked(player, leaderboardId, eventKey));
    }

    /**
     * The player is on a configured board; kept when this returns. Does not throw.
     *
     * @param period the running one; null if the platform did not say
     */
    public void trackConfigured(String player, String key, @Nullable Instant period) {
        Instant since = period == null ? timing.now().minus(DOUBT) : period;
        track(player, new ConfiguredBoardRef(key, since, null), new Tracked(player, key, null));
    }

    private void track(String player, MembershipRef ref, Tracked what) {
        if (players.add(player) && delivery.isHeard()) {
            inBackground(() -> giveWaiting(player));
        }
        if (!tracked.contains(what)
                && !keep(ref, what)
                && Thread.currentThread().isInterrupted()) {
            inBackground(() -> keep(ref, what)); // a file is not written on an interrupted thread
        }
    }

    private boolean keep(MembershipRef ref, Tracked what) {
        Instant now = timing.now();
        boolean kept = registry.update(what.player, all -> add(all, Membership.active(ref, now)));
        if (kept) {
            if (tracked.size() >= MOST_KNOWN) {
                tracked.clear();
            }
            tracked.add(what);
        }
        return kept;
    }

    private static void add(Map<MembershipRef, Membership> all, Membership added) {
        Membership before = all.get(added.ref());
        if (added.ref() instanceof ConfiguredBoardRef board) {
            if (all.values().stream().noneMatch(known -> known.isActive() && isOf(known.ref(), board.key()))) {
                all.put(board, added);
            }
        } else if (before == null || (before.isActive() && ((EventBoardRef) added.ref()).eventKey() != null)) {
            all.put(added.ref(), before == null ? added : Membership.active(added.ref(), before.joinedAt()));
        }
    }

    private static boolean isOf(MembershipRef ref, String key) {
        return ref instanceof ConfiguredBoardRef board && board.key().equals(key);
    }

    /** Asks how the player's boards stand. Returns what was reported to nobody yet; listeners get it, too. */
    public List<FinalizationResult> check(String player, RequestOptions options) {
        players.add(player);
        Boards boards = new Boards(calls, player, options);
        List<FinalizationResult> found = new ArrayList<>();
        try {
            inTurn(() -> {
                found.addAll(waiting(player));
                // What was started here, but lost before it was kept, or started on another device.
                ask(() -> boards.played().forEach(board -> track(player, board.leaderboardId(), board.eventKey())));
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

    private void check(Boards boards, Membership known, List<FinalizationResult> found) {
        boolean isGone = ask(() -> {
            if (known.ref() instanceof EventBoardRef board) {
                FinalizationResult result = boards.end(board);
                if (result != null) {
                    found.addAll(replace(boards.player(), known, List.of(result), null));
                }
            } else if (known.ref() instanceof ConfiguredBoardRef board) {
                checkPeriods(boards, known, board, found);
            }
        });
        if (isGone && known.joinedAt().isBefore(timing.now().minus(Registry.MEMORY))) {
            registry.update(boards.player(), all -> all.remove(known.ref(), known));
        }
    }

    private void checkPeriods(
            Boards boards, Membership known, ConfiguredBoardRef board, List<FinalizationResult> found) {
        LeaderboardPeriods periods = boards.periods(board.key());
        Membership last = known;
        for (int i = periods.periods().size() - 1; i >= 0; i--) { // oldest first
            LeaderboardPeriod period = periods.periods().get(i);
            Instant start = period.periodStartedAt();
            Instant end = period.periodEndedAt();
            if (start != null && end != null && end.isAfter(board.period())) {
                Membership next = since(end, board, known);
                found.addAll(replace(boards.player(), last, boards.ends(board.key(), start), next));
                last = next;
            }
        }
        Instant current = periods.currentPeriodStartedAt();
        if (current != null && board.period().isAfter(current)) { // by a clock that was ahead
            replace(boards.player(), known, List.of(), since(current, board, known));
        }
    }

    private static Membership since(Instant period, ConfiguredBoardRef board, Membership known) {
        return Membership.active(new ConfiguredBoardRef(board.key(), period, null), known.joinedAt());
    }

    /** Keeps {@code results} and {@code next} in the place of {@code known}; returns the results nobody found before. */
    private List<FinalizationResult> replace(
            String player, Membership known, List<FinalizationResult> results, @Nullable Membership next) {
        List<FinalizationResult> fresh = new ArrayList<>(results); // also if the store fails
        registry.update(player, all -> {
            fresh.clear();
            Membership found = all.get(known.ref());
            if (found != null && found.isActive()) {
                all.remove(known.ref());
                for (FinalizationResult result : results) {
                    if (all.putIfAbsent(result.ref(), Membership.waiting(result, known.joinedAt())) == null) {
                        fresh.add(result);
                    }
                }
                if (next != null) {
                    all.put(next.ref(), next);
                }
            }
        });
        return fresh;
    }

    /** A stream of ours said that a board is final. Returns at once. */
    public void seen(LeaderboardFinalized event) {
        EventBoardRef ref = new EventBoardRef(event.leaderboardId(), null);
        inBackground(() -> {
            List<FinalizationResult> found = new ArrayList<>();
            inTurn(() -> {
                Set<String> candidates = expectedPlayers();
                tracked.stream()
                        .filter(each -> each.board.equals(ref.leaderboardId()))
                        .forEach(each -> candidates.add(each.player));
                for (String player : candidates) {
                    Membership known = registry.read(player).get(ref);
                    if (known != null && known.isActive() && known.ref() instanceof EventBoardRef board) {
                        FinalizationResult result = end(new Boards(calls, player, RequestOptions.none()), board, event);
                        found.addAll(replace(player, known, List.of(result), null));
                    }
                }
            });
            delivery.give(found);
        });
    }

    private static FinalizationResult end(Boards boards, EventBoardRef board, LeaderboardFinalized said) {
        try {
            FinalizationResult read = boards.end(board);
            if (read != null) {
                return read;
            }
        } catch (KratyException e) {
            LOG.log(Level.FINE, "the board cannot be read; going by what the stream said", e);
        }
        return boards.end(board, said);
    }

    /** Adds a listener; what waits is given to it in the background. Returns its removal. */
    public Runnable add(FinalizationListener listener) {
        Runnable removal = delivery.add(listener);
        inBackground(() -> {
            Set<String> all = expectedPlayers();
            all.addAll(players);
            all.forEach(this::giveWaiting);
        });
        return removal;
    }

    private void giveWaiting(String player) {
        delivery.give(waiting(player));
    }

    private List<FinalizationResult> waiting(String player) {
        List<FinalizationResult> waiting = new ArrayList<>();
        for (Membership known : registry.read(player).values()) {
            FinalizationResult result = known.result();
            if (result != null) {
                waiting.add(result);
            }
        }
        return waiting;
    }

    private Set<String> expectedPlayers() {
        Set<String> all = new LinkedHashSet<>();
        String player = expected.get();
        if (player != null) {
            all.add(player);
        }
        return all;
    }

    private void report(FinalizationResult result) {
        dismiss(result.externalPlayerId(), result.ref());
    }

    /** Reports the board no more. */
    public void dismiss(String player, MembershipRef ref) {
        Instant now = timing.now();
        registry.update(player, all -> all.computeIfPresent(ref, (board, known) -> known.reported(now)));
    }

    /** Forgets what was reported; returns how many boards. */
    public int clearReported(String player) {
        AtomicInteger count = new AtomicInteger();
        registry.update(player, all -> {
            int before = all.size();
            all.values().removeIf(known -> known.reportedAt() != null);
            count.set(before - all.size());
        });
        tracked.removeIf(each -> each.player.equals(player));
        return count.get();
    }

    /** Does {@code asking}. What the platform refuses leaves all as it is; returns whether it says that there is no such board. */
    private static boolean ask(Runnable asking) {
        try {
            asking.run();
            return false;
        } catch (KratyApiException e) {
            LOG.log(Level.FINE, "a board cannot be read; it is asked for again next time", e);
            return e.isNotFound();
        } catch (KratyAnswerTooLargeException e) {
            LOG.log(Level.WARNING, "a board is too large to be read", e);
            return false;
        }
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
                } catch (RuntimeException e) {
                    LOG.log(Level.FINE, "results of boards were not looked for", e);
                }
            });
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "closed before results of boards could be looked for", e);
        }
    }

    /** Reports nothing any more, and lets those go who wait for their turn. */
    @Override
    public void close() {
        delivery.close();
        turns.close();
    }

    /** What is surely kept: {@code board} is an id, or the key of a configured board. */
    private record Tracked(
            String player, String board, @Nullable String eventKey) {}
}
