package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.schedule.Schedule;
import io.kraty.sdk.internal.schedule.Task;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.LiveListener;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
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

    private final Means means;
    private final Subject<E, R> subject;
    private final LiveListener<E> listener;
    private final Consumer<SubscriptionState> onState;
    private final Deliveries deliveries;
    private final Pace pace;

    private final Object lock = new Object();
    private Runnable whenOver = () -> {};
    private Runnable forgetGate = () -> {};
    private Runnable forgetConnect = () -> {};
    private Runnable forgetRead = () -> {};
    private @Nullable Connection connection;
    private @Nullable Thread reader;
    private BackOff connects = BackOff.NONE;
    private long pushes;
    private boolean due;
    private boolean again;
    private boolean declined;
    private boolean ending;
    private boolean isFinal;
    private long finalSince;
    private long notBefore;
    private @Nullable KratyException refusal;
    private volatile boolean over;
    private volatile SubscriptionState state = new SubscriptionState.Connecting();

    /** What it works with. */
    public record Means(EventStreams streams, Schedule schedule, Callbacks callbacks) {}

    /** Begins when it is started. */
    protected Following(
            Means means, Subject<E, R> subject, LiveListener<E> listener, Consumer<SubscriptionState> onState) {
        this.means = means;
        this.subject = subject;
        this.listener = listener;
        this.onState = onState;
        this.deliveries = means.callbacks().deliveriesBeside();
        this.pace = new Pace(means.schedule().timing());
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
            readNow();
        });
    }

    /** Reads as soon as it can be: after the read under way, and not while reads fail, since another follows anyway. */
    protected final void readSoon() {
        if (reader != null) {
            again = true;
        } else if (!pace.isFailing()) {
            readIn(pace.soon());
        }
    }

    /** What was missed has to be caught up on, and there is reason to hope that it can be read now. */
    private void readNow() {
        pace.hope();
        if (reader != null) {
            again = true;
        } else {
            readIn(pace.now());
        }
    }

    @Override
    public final void start(Runnable whenOver) {
        synchronized (lock) {
            this.whenOver = whenOver;
            forgetGate = means.schedule().gate().tell(new Pause());
            connect();
            readIn(Duration.ZERO);
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
        forgetRead.run();
        forgetGate.run();
        disconnect();
        if (reader != null && reader != Thread.currentThread()) {
            reader.interrupt();
        }
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
        long wait = notBefore - now();
        if (refusal != null && wait > 0) {
            become(new SubscriptionState.Degraded(refusal));
            connectIn(Duration.ofNanos(wait));
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
        forgetConnect.run();
        if (connection != null && connection.stream != null) {
            connection.stream.close();
        }
        connection = null;
    }

    private void connectIn(Duration delay) {
        forgetConnect.run();
        forgetConnect = means.schedule().after(delay, () -> on(this::connect));
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
            connectLater(why, health);
        } else {
            declined = true;
        }
        Duration read = pace.regular(subject.withoutStream());
        if (read != null && !due && reader == null) {
            readIn(read);
        }
    }

    /** A wish of the platform holds, whatever else there is reason to hope for. */
    private void heed(KratyException why) {
        Duration asked = RetryPolicy.asked(why, Duration.ZERO, random());
        if (asked != null) {
            refusal = why;
            notBefore = now() + Durations.nanos(asked);
        }
    }

    private void connectLater(KratyException why, Duration health) {
        connects = connects.failed(health);
        connectIn(connects.delay(why, random()));
    }

    private void readIn(Duration delay) {
        forgetRead.run();
        due = true;
        forgetRead = means.schedule().after(delay, this::read, () -> over);
    }

    @SuppressWarnings("Interruption") // the flag that is cleared is one that was meant for this read
    private void read() {
        synchronized (lock) {
            due = false;
            if (over || reader != null) {
                again = true;
                return;
            }
            reader = Thread.currentThread();
        }
        deliveries.awaitRoom(); // one read waits for a listener that is far behind, and no other follows
        long begun;
        boolean last;
        Connection wired;
        synchronized (lock) {
            if (over) {
                done();
                return;
            }
            again = false;
            begun = pushes;
            last = ending;
            wired = connection != null && connection.isWired ? connection : null;
        }
        R reading = null;
        KratyException failure = null;
        try {
            reading = subject.read().get();
        } catch (KratyException e) {
            failure = e;
        } catch (Throwable e) { // a part of the game's; whatever it is, nobody else is to suffer from it
            failure = new KratyNetworkException("the read in the background failed: " + e, 1, e);
        }
        finish(reading, failure, begun, last, wired);
    }

    private void finish(
            @Nullable R reading,
            @Nullable KratyException failure,
            long begun,
            boolean last,
            @Nullable Connection wired) {
        synchronized (lock) {
            try {
                if (!over) {
                    if (reading == null || failure != null) {
                        failed(failure);
                    } else {
                        succeeded(reading, begun, last, wired);
                    }
                }
            } catch (Throwable e) { // want of memory: the next read may find some
                failed(new KratyNetworkException("what was read could not be kept: " + e, 1, e));
            } finally {
                done();
            }
        }
        deliveries.start();
    }

    private void done() {
        reader = null;
        Thread.interrupted(); // one that was meant for the read is not for what the worker does next
    }

    private void succeeded(R reading, long begun, boolean last, @Nullable Connection wired) {
        pace.hope();
        finalSince = isFinal ? finalSince : now();
        isFinal = wasRead(reading, begun);
        if (last || (isFinal && (connection == null || now() - finalSince >= GRACE.toNanos()))) {
            end(null);
            return;
        }
        if (subject.source() == null || (wired != null && wired == connection && !wired.isBehind)) {
            become(new SubscriptionState.Live());
        }
        if (ending) { // the stream said so while this was read
            readIn(pace.now());
            return;
        }
        Duration next = isFinal ? GRACE : again ? pace.soon() : pace.regular(interval());
        if (next != null) {
            readIn(next);
        }
    }

    private Duration interval() {
        return state instanceof SubscriptionState.Degraded ? subject.withoutStream() : subject.interval();
    }

    private void failed(@Nullable KratyException failure) {
        KratyException why = failure == null ? new KratyNetworkException("nothing was read", 1, null) : failure;
        tell(() -> listener.onError(why));
        if (!RetryPolicy.mayPass(why)) {
            end(why);
            return;
        }
        if (subject.source() == null || ending) { // no stream tells of changes
            become(new SubscriptionState.Degraded(why));
        }
        readIn(pace.after(why));
    }

    private long now() {
        return means.schedule().timing().nanoTime();
    }

    private double random() {
        return means.schedule().timing().random();
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
            on(() -> {
                if (connection == this) {
                    heard(event);
                }
            });
            keepUp();
        }

        /** Nothing is read on while the listener is so far behind that what waits for it has no room any more. */
        private void keepUp() {
            if (deliveries.isFull()) {
                boolean wasLive = state instanceof SubscriptionState.Live;
                on(this::fallBehind);
                deliveries.awaitRoom();
                on(() -> catchUp(wasLive));
            }
        }

        private void fallBehind() {
            if (connection == this) {
                isBehind = true;
                become(new SubscriptionState.Degraded(
                        new KratyNetworkException("the listener is too far behind for the stream", 1, null)));
            }
        }

        /** What came meanwhile is heard now, so nothing was missed, unless something was before. */
        private void catchUp(boolean wasLive) {
            if (connection == this) {
                isBehind = false;
                if (wasLive) {
                    become(new SubscriptionState.Live());
                } else {
                    readNow();
                }
            }
        }

        private void heard(E event) {
            problem = null;
            if (!isWired) {
                isWired = true;
                since = now();
                readNow();
            }
            pushed(event, ++pushes);
            Source<E> source = subject.source();
            if (source != null && source.isLast().test(event)) {
                ending = true;
                readNow();
            }
        }

        @Override
        public void error(KratyException error) {
            on(() -> {
                if (connection == this) {
                    problem = error;
                    heed(error);
                    tell(() -> listener.onError(error));
                    if (isWired) {
                        readSoon(); // perhaps for one event that could not be read
                    }
                }
            });
            keepUp();
        }

        @Override
        public void end() {
            on(() -> {
                if (connection == this) {
                    lost(problem, isWired ? Duration.ofNanos(now() - since) : Duration.ZERO);
                }
            });
        }
    }

    /** Without a connection while the game is in the background. */
    private final class Pause implements Gate.Passage {
        @Override
        public void shut() {
            synchronized (lock) {
                if (!over && means.schedule().gate().isShut()) {
                    disconnect();
                    connects = BackOff.NONE;
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
                        readNow(); // nothing else catches up
                    }
                }
            }
        }
    }
}
