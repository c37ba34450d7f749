package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyOutboxException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.store.OutboxStore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in its {@link OutboxStore}: one text, {@code kraty/<environment>/outbox}, so that each change is one step, for all
 * processes. A text that is no outbox is kept under {@code …/damaged}, with a warning, and the outbox starts anew.
 *
 * <p>Whatever the store throws comes out as a {@link KratyOutboxException}, or as a {@link KratyNetworkException} if the thread
 * is interrupted.
 */
final class Journal {
    private static final Log LOG = Log.of("outbox");
    // Far more than a thousand writes come to. Results may take as much again, since they must always fit.
    private static final int MOST_TEXT = 4 << 20;

    private final OutboxStore store;
    private final String name;
    private final int capacity;
    private final AtomicBoolean warned = new AtomicBoolean();

    Journal(OutboxStore store, String environment, int capacity) {
        this.store = store;
        this.name = "kraty/" + environment + "/outbox";
        this.capacity = capacity;
    }

    Contents read() {
        String text = this.<@Nullable String>using("read", () -> store.read(name));
        Contents contents = Contents.parse(text);
        if (contents == null) {
            setAside(text);
            return new Contents();
        }
        if (contents.unreadable() > 0 && warned.compareAndSet(false, true)) {
            LOG.get()
                    .log(
                            Level.WARNING,
                            "{0} writes in the outbox cannot be read: they are damaged or of a newer version; they are kept as they"
                                    + " are, and not sent",
                            contents.unreadable());
        }
        return contents;
    }

    /** Changes what is kept, and gives what it is then. {@code change} may be asked several times. */
    Contents update(Consumer<Contents> change) {
        AtomicReference<@Nullable Contents> after = new AtomicReference<>();
        AtomicReference<@Nullable String> damaged = new AtomicReference<>();
        using("change", () -> {
            store.update(name, text -> {
                Contents contents = Contents.parse(text);
                after.set(contents);
                damaged.set(contents == null ? text : null);
                if (contents == null) {
                    return text;
                }
                change.accept(contents);
                return contents.format();
            });
            return true;
        });
        Contents changed = after.get();
        if (changed != null) {
            return changed;
        }
        setAside(damaged.get());
        return update(change);
    }

    /**
     * Keeps one more, on the disk when this returns; or finds it, if its key is there.
     *
     * @throws KratyOutboxException if it is full, or the store fails: then nothing is kept
     */
    Entry add(Entry fresh) {
        AtomicReference<@Nullable Entry> kept = new AtomicReference<>();
        AtomicBoolean isDamaged = new AtomicBoolean();
        using("change", () -> {
            store.update(name, text -> {
                Contents contents = Contents.parse(text);
                isDamaged.set(contents == null);
                Entry known = contents == null ? null : contents.get(fresh.key());
                kept.set(known);
                if (contents == null || known != null) {
                    return text;
                }
                contents.put(fresh);
                if (!contents.shrink(capacity, MOST_TEXT)) {
                    return text;
                }
                kept.set(fresh);
                return contents.format();
            });
            return true;
        });
        Entry entry = kept.get();
        if (entry != null) {
            return entry;
        }
        if (isDamaged.get()) {
            read(); // sets it aside, if nobody else has
            return add(fresh);
        }
        throw new KratyOutboxException(
                "the outbox is full: it holds " + capacity + " writes that could not be sent yet, or "
                        + (MOST_TEXT >> 20) + " Mi characters",
                null);
    }

    /** Keeps how a write ended, if nobody was first. */
    Contents end(String key, Verdict how) {
        return update(contents -> {
            contents.changeOpen(key, entry -> entry.ended(how));
            String text = contents.format();
            if (text != null && text.length() > 2 * MOST_TEXT) {
                contents.changeAny(key, entry -> entry.ended(how.shorter()));
                contents.shrink(Integer.MAX_VALUE, 2 * MOST_TEXT);
            }
        });
    }

    /** Of several who find it damaged, one moves it. */
    private void setAside(@Nullable String damaged) {
        AtomicBoolean isOurs = new AtomicBoolean();
        using("change", () -> {
            store.update(name + "/damaged", any -> damaged);
            store.update(name, now -> {
                isOurs.set(now != null && now.equals(damaged));
                return isOurs.get() ? null : now;
            });
            return true;
        });
        if (isOurs.get()) {
            LOG.get().log(Level.WARNING, "the outbox is damaged; it was moved to {0}/damaged, and starts anew", name);
        }
    }

    private <T extends @Nullable Object> T using(String how, Supplier<T> use) {
        try {
            return use.get();
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            if (Thread.currentThread().isInterrupted()) {
                throw new KratyNetworkException(
                        "interrupted while the outbox was to be used; nothing changed", 1, e, Outcome.NOT_SENT, null);
            }
            throw new KratyOutboxException("cannot " + how + " the outbox: " + e.getMessage(), e);
        }
    }
}
