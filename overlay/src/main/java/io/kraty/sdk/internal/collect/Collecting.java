package io.kraty.sdk.internal.collect;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Parallel;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.RateLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what waits for a player, each grant once, a few at a time. For one use, by one thread. */
public final class Collecting {
    private static final Log LOG = Log.of("grants");

    /** Beyond what crates in crates and the pages of a list come to; so a platform that always has more does not hold the game. */
    private static final int MOST_ROUNDS = 20;

    private final Supplier<List<Grant>> list;
    private final Function<Grant, OpenCrateResponse> open;
    private final Function<Grant, Grant> claim;
    private final Predicate<? super Grant> filter;
    private final Pace pace;
    private final Executor workers;
    private final Progress progress;

    private final Set<String> begun = new HashSet<>();
    private final AtomicReference<@Nullable KratyException> refusal = new AtomicReference<>();
    private final List<OpenCrateResponse> opened = new ArrayList<>();
    private final List<Grant> claimed = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private int done;
    private int total;

    /** Hears of each grant that is done, one after the other, on whichever thread did it. Must not throw. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code total} known until now, the last of them this one; the error is null if it was collected. */
        void report(int done, int total, Grant last, @Nullable KratyException error);
    }

    /** A grant that could not be collected, and why. */
    public record Failed(Grant grant, KratyException error) {}

    private record Outcome<R>(
            Grant grant, @Nullable R result, @Nullable KratyException error) {}

    /**
     * Begins nothing yet.
     *
     * @param list what waits
     * @param open collects a crate
     * @param claim collects anything else
     * @param filter what of it to collect
     * @param pace how many are under way together
     * @param workers where the others work while the calling thread does
     * @param progress hears of each
     */
    public Collecting(
            Supplier<List<Grant>> list,
            Function<Grant, OpenCrateResponse> open,
            Function<Grant, Grant> claim,
            Predicate<? super Grant> filter,
            Pace pace,
            Executor workers,
            Progress progress) {
        this.list = list;
        this.open = open;
        this.claim = claim;
        this.filter = filter;
        this.pace = pace;
        this.workers = workers;
        this.progress = progress;
    }

    /** Collects what is listed; then, if so {@code untilEmpty}, what is listed after that, until there is nothing new. */
    public void run(boolean untilEmpty) {
        List<Grant> round = unseen(list.get());
        for (int left = untilEmpty ? MOST_ROUNDS : 1; !round.isEmpty(); left--) {
            collect(round);
            round = left > 1 && refusal.get() == null ? more() : List.of();
        }
    }

    /** The crates that were opened, in the order of the lists. */
    public List<OpenCrateResponse> opened() {
        return opened;
    }

    /** What was claimed, in the order of the lists. */
    public List<Grant> claimed() {
        return claimed;
    }

    /** What could not be collected. */
    public List<Failed> failed() {
        return failed;
    }

    /** What a former round collected is not lost with a list that cannot be read. */
    private List<Grant> more() {
        try {
            return unseen(list.get());
        } catch (KratyException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.get().log(Level.WARNING, "what else waits could not be read; it goes on waiting", e);
            return List.of();
        }
    }

    private List<Grant> unseen(List<Grant> listed) {
        return listed.stream()
                .filter(filter)
                .filter(grant -> begun.add(grant.id()))
                .collect(Collectors.toList());
    }

    private void collect(List<Grant> round) {
        total += round.size(); // before the others begin, who read it
        List<Grant> crates = new ArrayList<>();
        List<Grant> others = new ArrayList<>();
        round.forEach(grant -> (grant.kind().equals(GrantKind.CRATE) ? crates : others).add(grant));
        collect(crates, open, opened);
        collect(others, claim, claimed);
    }

    private <R> void collect(List<Grant> grants, Function<Grant, R> how, List<R> results) {
        try {
            for (Outcome<R> outcome :
                    Parallel.map(grants, pace.width(), workers, pace::allows, grant -> one(grant, how))) {
                if (outcome.result != null) {
                    results.add(outcome.result);
                }
                if (outcome.error != null) {
                    failed.add(new Failed(outcome.grant, outcome.error));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while collecting; what was collected stays so", 1, e);
        }
    }

    private <R> Outcome<R> one(Grant grant, Function<Grant, R> how) {
        Outcome<R> outcome = tried(grant, how);
        tell(grant, outcome.error);
        return outcome;
    }

    private <R> Outcome<R> tried(Grant grant, Function<Grant, R> how) {
        KratyException refused = refusal.get();
        if (refused != null) {
            return new Outcome<>(grant, null, refused);
        }
        try {
            return new Outcome<>(grant, patiently(grant, how), null);
        } catch (KratyException e) {
            boolean unknown = e instanceof KratyApiException api && api.isAuthentication();
            if (unknown || RateLimit.isReasonOf(e)) { // the others would hear the same
                refusal.compareAndSet(null, e);
            }
            return new Outcome<>(grant, null, e);
        } catch (IllegalArgumentException e) { // an id that no path can hold: this grant's problem, not the others'
            KratyException unusable = new KratyNetworkException("grant " + grant.id() + " cannot be addressed", 1, e);
            return new Outcome<>(grant, null, unusable);
        }
    }

    /** Together they are refused more often than there are retries in store; who gets none waits with the others. */
    private <R> R patiently(Grant grant, Function<Grant, R> how) {
        try {
            return how.apply(grant);
        } catch (KratyException e) {
            if (!RateLimit.isReasonOf(e) || !e.retryBudgetSpent()) {
                throw e;
            }
            pace.await();
            return how.apply(grant);
        }
    }

    private synchronized void tell(Grant grant, @Nullable KratyException error) {
        done++;
        progress.report(done, total, grant, error);
    }
}
