package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.schedule.Task;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.LiveListener;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that is kept current by a stream, which is connected again and again, and by reads. Whatever comes, a push, a
 * reading, the end of a stream, a pause, is dealt with one after the other, under a lock that is never held while the network
 * or a listener is called. Between two reads it has no thread but the stream's, and another only while the listener has
 * something to hear.
 *
 * @param <E> the events of the stream
 * @param <R> what is read
 */
public abstract class Following<E, R> implements Task, AutoCloseable {
    // For a stream to say itself that what it is about is final, once a read has.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final FollowingMeans means;
    private final Subject<E, R> subject;
    private final LiveListener<E> listener;
    private final Consumer<SubscriptionState> onState;
    private final Deliveries deliveries;
    private final Reads reads;
    private final Reconnects reconnects;

    private final Object lock = new Object();
    private Runnable whenOver = () -> {};
    private Runnable forgetGate = () -> {};
    private @Nullable Connection connection;
    private long pushes;
    private boolean declined;
    private boolean ending;
    private boolean isFinal;
    private long finalSince;
    private volatile boolean over;
    private volatile SubscriptionState state = new SubscriptionState.Connecting();

    /** Begins when it is started. */
    protected Following(
            FollowingMeans means,
            Subject<E, R> subject,
            LiveListener<E> listener,
            Consumer<SubscriptionState> onState) {
        this.means = means;
        this.subject = subject;
        this.listener = listener;
        this.onState = onState;
        this.deliveries = means.callbacks().deliveriesBeside();
        this.reads = new Reads(means.schedule(), this::read, () -> over);
        this.reconnects = new Reconnects(means.schedule(), () -> on(this::connect));
    }

    /** An event came, the {@code number}th. The lock is held. */
    protected abstract void pushed(E event, long number);

    /**
     * Something was read, and pushes with a greater number than {@code begun} are newer. The lock is held.
     *
     * @return whether it will never change again
     */
    protected abstract boolean wasRead(R reading, long begun);

    /** Tells the listener after everything before. */
    protected final void tell(Runnable news) {
        deliveries.put(news);
    }

    /** Part of what is held is out of date: {@code change} sees to it, told as which push it counts, and a read follows. */
    protected final void outdated(LongConsumer change) {
        on(() -> {
            change.accept(++pushes);
            reads.now();
        });
    }

    /** Reads as soon as it can be. The lock is held. */
    protected final void readSoon() {
        reads.soon();
    }

    @Override
    public final void start(Runnable whenOver) {
        synchronized (lock) {
            this.whenOver = whenOver;
            forgetGate = means.schedule().gate().tell(new Pause());
            connect();
            reads.in(Duration.ZERO);
        }
    }

    /** How current it is. */
    public final SubscriptionState state() {
        return state;
    }

    @Override
    public final Runnable stop() {
        close();
        return () -> {};
    }

    /** Ends it, and tells nothing more. Touches no network. */
    @Override
    public final void close() {
        deliveries.close();
        synchronized (lock) {
            if (!over) {
                state = new SubscriptionState.Ended(null);
                release();
            }
        }
    }

    private void end(@Nullable KratyException why) {
        become(new SubscriptionState.Ended(why));
        tell(listener::onEnd);
        release();
    }

    private void release() {
        over = true;
        whenOver.run();
        forgetGate.run();
        disconnect();
        reads.stop();
    }

    private void become(SubscriptionState next) {
        if (state.getClass() != next.getClass()) {
            state = next;
            tell(() -> onState.accept(next));
        }
    }

    /** Deals with something that happened; the listener hears of it on another thread. */
    private void on(Runnable input) {
        synchronized (lock) {
            if (!over) {
                input.run();
            }
        }
        deliveries.start();
    }

    private void connect() {
        Source<E> source = subject.source();
        if (source == null || connection != null || declined || ending) {
            return;
        }
        KratyException refusal = reconnects.postponed();
        if (refusal != null) {
            become(new SubscriptionState.Degraded(refusal));
        } else if (!means.schedule().gate().isShut()) {
            Connection next = new Connection();
            connection = next;
            try {
                next.stream = means.streams().follow(source, next);
            } catch (Throwable e) { // no thread to be had
                lost(new KratyNetworkException("the stream could not be opened: " + e, 1, e), Duration.ZERO);
            }
        }
    }

    private void disconnect() {
        reconnects.stop();
        if (connection != null && connection.stream != null) {
            connection.stream.close();
        }
        connection = null;
    }

    private void lost(@Nullable KratyException why, Duration health) {
        connection = null;
        if (ending || why == null) { // the server meant it to, and the last read tells the rest; or all is being closed
            return;
        }
        if (isFinal || !RetryPolicy.mayPass(why)) {
            end(isFinal ? null : why);
            return;
        }
        become(new SubscriptionState.Degraded(why));
        if (subject.reconnect()) {
            reconnects.after(why, health);
        } else {
            declined = true;
        }
        reads.expect(subject.withoutStream());
    }

    private void read() {
        synchronized (lock) {
            if (over || !reads.begin()) {
                return;
            }
        }
        deliveries.awaitRoom(); // one read waits for a listener that is far behind, and no other follows
        Beginning beginning;
        synchronized (lock) {
            if (over) {
                reads.done();
                return;
            }
            reads.seesAll();
            beginning = new Beginning();
        }
        Runnable outcome;
        try {
            R reading = Objects.requireNonNull(subject.read().get(), "nothing was read");
            outcome = () -> succeeded(reading, beginning);
        } catch (KratyException e) {
            outcome = () -> failed(e);
        } catch (Throwable e) { // a part of the game's; whatever it is, nobody else is to suffer from it
            outcome = () -> failed(new KratyNetworkException("the read in the background failed: " + e, 1, e));
        }
        finish(outcome);
    }

    private void finish(Runnable outcome) {
        synchronized (lock) {
            try {
                if (!over) {
                    outcome.run();
                }
            } catch (Throwable e) { // want of memory: the next read may find some
                failed(new KratyNetworkException("what was read could not be kept: " + e, 1, e));
            } finally {
                reads.done();
            }
        }
        deliveries.start();
    }

    private void succeeded(R reading, Beginning beginning) {
        reads.hope();
        finalSince = isFinal ? finalSince : means.now();
        isFinal = wasRead(reading, beginning.pushed);
        if (beginning.isLast || (isFinal && (connection == null || means.now() - finalSince >= GRACE.toNanos()))) {
            end(null);
            return;
        }
        if (subject.source() == null || beginning.isStillWired()) {
            become(new SubscriptionState.Live());
        }
        if (ending) { // the stream said so while this was read
            reads.atOnce();
        } else if (isFinal) {
            reads.in(GRACE);
        } else {
            reads.next(state instanceof SubscriptionState.Degraded ? subject.withoutStream() : subject.interval());
        }
    }

    private void failed(KratyException why) {
        tell(() -> listener.onError(why));
        if (!RetryPolicy.mayPass(why)) {
            end(why);
            return;
        }
        if (subject.source() == null || ending) { // no stream tells of changes
            become(new SubscriptionState.Degraded(why));
        }
        reads.afterFailure(why);
    }

    /** What was so when a read began. */
    private final class Beginning {
        private final long pushed = pushes;
        private final boolean isLast = ending;
        private final @Nullable Connection wired = connection != null && connection.isWired ? connection : null;

        private boolean isStillWired() {
            return wired != null && wired == connection && !wired.isBehind;
        }
    }

    /** One connection; what comes from one before is too late. */
    private final class Connection implements Sink<E> {
        private @Nullable EventStream<E> stream;
        private @Nullable KratyException problem;
        private boolean isWired;
        private boolean isBehind;
        private long since;

        @Override
        public void event(E event) {
            ifCurrent(() -> heard(event));
            keepUp();
        }

        private void ifCurrent(Runnable input) {
            on(() -> {
                if (connection == this) {
                    input.run();
                }
            });
        }

        /** Nothing is read on while the listener is so far behind that what waits for it has no room any more. */
        private void keepUp() {
            if (deliveries.isFull()) {
                boolean wasLive = state instanceof SubscriptionState.Live;
                ifCurrent(this::fallBehind);
                deliveries.awaitRoom();
                ifCurrent(() -> catchUp(wasLive));
            }
        }

        private void fallBehind() {
            isBehind = true;
            become(new SubscriptionState.Degraded(
                    new KratyNetworkException("the listener is too far behind for the stream", 1, null)));
        }

        /** What came meanwhile is heard now, so nothing was missed, unless something was before. */
        private void catchUp(boolean wasLive) {
            isBehind = false;
            if (wasLive) {
                become(new SubscriptionState.Live());
            } else {
                reads.now();
            }
        }

        private void heard(E event) {
            problem = null;
            if (!isWired) {
                isWired = true;
                since = means.now();
                reads.now();
            }
            pushed(event, ++pushes);
            Source<E> source = subject.source();
            if (source != null && source.isLast().test(event)) {
                ending = true;
                reads.now();
            }
        }

        @Override
        public void error(KratyException error) {
            ifCurrent(() -> {
                problem = error;
                reconnects.heed(error);
                tell(() -> listener.onError(error));
                if (isWired) {
                    reads.soon(); // perhaps for one event that could not be read
                }
            });
            keepUp();
        }

        @Override
        public void end() {
            ifCurrent(() -> lost(problem, isWired ? Duration.ofNanos(means.now() - since) : Duration.ZERO));
        }
    }

    /** Without a connection while the game is in the background. */
    private final class Pause implements Gate.Passage {
        @Override
        public void shut() {
            synchronized (lock) {
                if (!over && means.schedule().gate().isShut()) {
                    disconnect();
                    reconnects.hope();
                    if (!declined) {
                        become(new SubscriptionState.Connecting());
                    }
                }
            }
            means.schedule().after(Duration.ZERO, deliveries::start); // on a thread of ours, when it is open again
        }

        @Override
        public void open() {
            synchronized (lock) {
                if (!over) {
                    connect();
                    if (connection == null) {
                        reads.now(); // nothing else catches up
                    }
                }
            }
        }
    }
}
