package io.kraty.sdk.internal.outbox;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.internal.schedule.Task;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxListener;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps writes until they are done. Sends them in the background: of each queue the first, a few queues at a
 * time. Between two rounds it has no thread, and while there is nothing to wait for no timer. Thread-safe.
 *
 * <p>The protocol, which makes each write happen once whenever the process dies: it is kept with its key before
 * the game is told that it is accepted; it is noted that it is sent before it is; and it stays with the same
 * key until its verdict is noted. The verdict is kept until a listener has taken it.
 */
public final class Outbox implements Task, Gate.Passage {
    private static final Log LOG = Log.of("outbox");

    private final Means means;
    private final Schedule schedule;
    private final Timing timing;
    private final Ages ages;
    private final Journal journal;
    private final Waits waits;
    private final Speakers speakers;
    private final Attempts attempts;
    private final Results results;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

    private final Object lock = new Object();
    private Runnable whenOver = () -> {};
    private Runnable forget = () -> {};
    private Runnable leaveGate = () -> {};
    private @Nullable Thread worker;
    private boolean working;
    private boolean again;
    private volatile boolean over;

    /** Touches nothing yet. */
    public Outbox(OutboxStore store, String environment, Limits limits, Means means) {
        this.means = means;
        this.schedule = means.schedule();
        this.timing = schedule.timing();
        this.ages = new Ages(limits.age());
        this.journal = new Journal(store, environment, limits.entries());
        this.waits = new Waits(timing);
        this.speakers = new Speakers(means.identity(), waits);
        Name me = new Name();
        this.attempts = new Attempts(
                me, means.calls(), journal, waits, timing::now, () -> over || schedule.isOver(), means.beside());
        this.results = new Results(
                me, journal, timing::now, means.callbacks(), means.background(), means.beside(), this::soon);
    }

    /**
     * Keeps a write of {@code player}, whom it never leaves; it is on the disk when this returns. Blocks for
     * that.
     *
     * @param secret the player's, if a view brings it; else it waits until they play
     * @param key its idempotency key
     */
    public OutboxEntry accept(
            String player,
            @Nullable String secret,
            ApiRequest<?> request,
            String key,
            String lane,
            @Nullable String tag,
            boolean repeatable) {
        Entry fresh = Entry.fresh(request, key, player, lane, tag, repeatable, timing.now());
        String flaw = fresh.request().flaw();
        if (flaw != null) {
            throw new IllegalArgumentException("endpoint: " + request + " " + flaw);
        }
        Entry kept = journal.add(fresh);
        if (!kept.request().isLike(fresh.request()) || !kept.player().equals(player)) {
            throw new IllegalArgumentException("idempotencyKey: belongs to another write in the outbox, " + kept);
        }
        if (kept.isOpen()) {
            attempts.accepted(key, request);
        }
        if (secret != null) {
            speakers.add(player, secret);
        }
        results.playing(player);
        soon();
        return kept.view();
    }

    /** What of the player's is not over yet, oldest first. Blocks for the store. */
    public List<OutboxEntry> pending(String player) {
        soon();
        return journal.read().entries().stream()
                .filter(entry -> entry.isOpen() && entry.player().equals(player))
                .map(Entry::view)
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
    }

    /** Adds a listener; what waits is told in the background. Returns its removal. */
    public Runnable add(OutboxListener listener, @Nullable String player) {
        Runnable removal = results.add(listener);
        if (player != null) {
            results.playing(player);
        }
        soon();
        return removal;
    }

    /**
     * Somebody may be active, be it for a moment only: their results are for this session from now on. Never
     * blocks.
     */
    public void noteActive() {
        PlayerCredentials active = means.identity().active();
        if (active != null) {
            results.playing(active.externalPlayerId());
        }
    }

    /** Somebody plays now: what an earlier launch left is sent. On a thread that may wait for a disk. */
    public void playerFound() {
        noteActive();
        speakers.lookAgain();
        goOn();
    }

    /**
     * Somebody asked who plays, and may not know: what an earlier launch left is sent as soon as it can be. On a thread that may
     * wait for a disk.
     */
    public void goOn() {
        try {
            if (begun.get() || !journal.read().isEmpty()) {
                soon();
            }
        } catch (KratyException | IllegalStateException e) { // it says so when it is used
            LOG.get().log(Level.FINE, "the outbox was not looked into", e);
        }
    }

    @Override
    public void playerChanged() {
        attempts.forgetRefusals();
        speakers.lookAgain();
        if (begun.get()) {
            soon();
        }
    }

    /** Looks what there is to do, now or as soon as it has done what it is at. */
    private void soon() {
        if (begun.compareAndSet(false, true)) {
            try {
                means.begin().accept(this);
            } catch (IllegalStateException e) { // what is kept goes on at the next launch
                LOG.get().log(Level.FINE, "closed", e);
            }
            return;
        }
        synchronized (lock) {
            again = working;
            if (!working) {
                later(Duration.ZERO);
            }
        }
    }

    @Override
    public void start(Runnable whenOver) {
        synchronized (lock) {
            this.whenOver = whenOver;
            leaveGate = schedule.gate().tell(this);
            later(Duration.ZERO);
        }
    }

    @Override
    public void shut() {
        // What is under way is let finish.
    }

    @Override
    public void open() {
        waits.hope();
        speakers.lookAgain();
        soon();
    }

    private void later(Duration delay) {
        synchronized (lock) {
            forget.run();
            if (!over) {
                forget = schedule.after(delay, this::work, () -> over);
            }
        }
    }

    private void work() {
        synchronized (lock) {
            if (over || working) {
                return;
            }
            working = true;
            worker = Thread.currentThread();
        }
        Duration next = null;
        try {
            next = round();
        } catch (InterruptedException e) {
            LOG.get().log(Level.FINE, "the outbox was interrupted", e); // by its end; this thread is given back
        } catch (Throwable e) { // whatever it is, the next round may go better
            next = trouble(e);
        }
        synchronized (lock) {
            worker = null;
            working = false;
            Thread.interrupted(); // what was meant for this round is not meant for what the worker does next
            if (again) {
                later(Duration.ZERO);
            } else if (next != null) {
                later(next);
            }
            again = false;
        }
    }

    private @Nullable Duration trouble(Throwable e) {
        if (over || schedule.isOver()) {
            return null;
        }
        boolean isNews = warned.compareAndSet(false, true);
        LOG.get().log(isNews ? Level.WARNING : Level.FINE, "the outbox cannot go on for now; it keeps what it has", e);
        waits.failed(null);
        return waits.left();
    }

    /** Sends what can be sent. Returns when to look again; null if there is nothing to wait for. */
    private @Nullable Duration round() throws InterruptedException {
        Contents all = tell(end(journal.read(), ages::forgotten));
        attempts.keepOnly(all);
        waits.keepOnly(all.heads().stream().map(Entry::queue).collect(Collectors.toSet()));
        Map<String, String> known = speakers.known(all);
        for (List<Entry> due = due(all, known); !due.isEmpty(); due = due(all, known)) {
            attempts.send(due, speakers::secretOf, means.workers());
            all = tell(journal.read());
            known = speakers.known(all); // somebody else may play by now
        }
        Map<String, String> heard = known;
        all = tell(tidy(end(all, (entry, now) -> tooOld(entry, now, heard))));
        return next(all, known);
    }

    private Contents tell(Contents all) {
        noteActive();
        if (means.identity().active() == null && !all.isEmpty()) {
            String upcoming = means.identity().upcoming();
            if (upcoming != null) {
                results.playing(upcoming);
            }
        }
        // Whoever cannot come back would never hear of it.
        all.ended().stream()
                .filter(ages::wasOver)
                .map(Entry::player)
                .distinct()
                .filter(player ->
                        !results.isPlaying(player) && !means.identity().mayReturn(player))
                .forEach(results::playing);
        return results.tell(all);
    }

    /** Ends what is over, without being sent again. */
    private Contents end(Contents all, BiFunction<Entry, Instant, @Nullable Verdict> over) {
        Instant now = timing.now();
        return all.entries().stream().allMatch(entry -> !entry.isOpen() || over.apply(entry, now) == null)
                ? all
                : journal.update(contents -> contents.entries().stream()
                        .filter(Entry::isOpen)
                        .forEach(entry -> {
                            Verdict how = over.apply(entry, now);
                            if (how != null) {
                                contents.changeOpen(entry.key(), late -> late.ended(how));
                            }
                        }));
    }

    /**
     * The device's clock may be wrong, or have been: nothing is too old that can be sent before it was, by this launch, to
     * somebody who did not take it.
     */
    private @Nullable Verdict tooOld(Entry entry, Instant now, Map<String, String> known) {
        boolean mayBeSent = isHeard(entry, known) || speakers.mayBe(entry.player());
        return mayBeSent && !attempts.reached(entry) ? null : ages.expired(entry, now);
    }

    /** Forgets results that nobody has come for. */
    private Contents tidy(Contents all) {
        Instant now = timing.now();
        return all.entries().stream()
                        .allMatch(entry -> entry.verdict() == null
                                || !ages.isOver(entry.verdict().at(), now))
                ? all
                : journal.update(contents -> contents.forgetEnded(ended -> ages.isOver(ended, now)));
    }

    private List<Entry> due(Contents all, Map<String, String> known) {
        if (over || schedule.gate().isShut() || Thread.currentThread().isInterrupted()) {
            return List.of();
        }
        return all.heads().stream()
                .filter(head -> isHeard(head, known) && waits.left(head.queue()).isZero())
                .sorted(Comparator.comparingInt(head -> waits.failures(head.queue())))
                .limit(Attempts.AT_A_TIME)
                .collect(Collectors.toList());
    }

    private boolean isHeard(Entry head, Map<String, String> known) {
        String secret = known.get(head.player());
        return secret != null && !attempts.isRefused(head.player(), secret);
    }

    private @Nullable Duration next(Contents all, Map<String, String> known) {
        Duration next = results.untilFree(all);
        if (speakers.isUnresolved()) {
            next = next == null || waits.left().compareTo(next) < 0 ? waits.left() : next;
        }
        for (Entry head : all.heads()) {
            if (isHeard(head, known)) {
                Duration left = waits.left(head.queue());
                next = next == null || left.compareTo(next) < 0 ? left : next;
            }
        }
        return next;
    }

    @Override
    public Runnable stop() {
        synchronized (lock) {
            over = true;
            forget.run();
            leaveGate.run();
            if (worker != null) {
                worker.interrupt();
            }
            return whenOver;
        }
    }
}
