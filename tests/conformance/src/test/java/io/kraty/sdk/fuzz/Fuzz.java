package io.kraty.sdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Feeds the readers of the SDK with what nobody should send, in a process with little memory:
 * {@code Fuzz <seed> <inputs> <first> <target>...}. Each input follows from the seed, its number and its target alone, so that
 * one is made again by {@code Fuzz <seed> 1 <number> <target>}. Prints a line per target, or what went wrong and how to
 * see it again.
 */
public final class Fuzz {
    private static final int BATCH = 500;
    private static final long PATIENCE_MILLIS = 120_000;

    /** What can be fed. */
    enum Kind {
        ANSWERS(AnswerTarget::new, 8),
        STREAMS(StreamTarget::new, 4),
        TIMESTAMPS(TimestampTarget::new, 8),
        FILES(FileTarget::new, 4),
        SEALED(SealedTarget::new, 2),
        IDENTITY(IdentityTarget::new, 1),
        BOARDS(BoardsTarget::new, 2),
        OUTBOX(OutboxTarget::new, 2);

        @SuppressWarnings("ImmutableEnumChecker") // a constructor
        private final Callable<Target> opening;

        private final int share;

        Kind(Callable<Target> opening, int share) {
            this.opening = opening;
            this.share = share;
        }
    }

    private static final int SHARES =
            Arrays.stream(Kind.values()).mapToInt(kind -> kind.share).sum();

    private final long seed;
    private final Kind kind;
    private volatile long number;
    private volatile String what = "";
    private volatile byte[] bytes = {};
    private volatile long begun = System.nanoTime();

    private Fuzz(long seed, Kind kind) {
        this.seed = seed;
        this.kind = kind;
    }

    /** Runs, and exits with 1 if something was wrong. */
    public static void main(String... arguments) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("io.kraty").setLevel(Level.WARNING); // what is said is made, and not shown
        long seed = Long.parseLong(arguments[0]);
        long inputs = Long.parseLong(arguments[1]);
        long first = Long.parseLong(arguments[2]);
        boolean all = arguments.length == 3;
        boolean clean = true;
        for (Kind kind : Kind.values()) {
            if (all || Arrays.asList(arguments).contains(kind.name())) {
                long count = all ? Math.max(1, inputs * kind.share / SHARES) : inputs;
                clean &= new Fuzz(seed, kind).run(first, count);
            }
        }
        System.out.println(clean ? "clean" : "failed");
        System.exit(clean ? 0 : 1);
    }

    private boolean run(long first, long count) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> failure.compareAndSet(null, e));
        long start = System.nanoTime();
        Thread reader = new Thread(() -> feed(first, count, failure), "fuzz-reader");
        reader.setDaemon(true);
        reader.start();
        while (reader.isAlive()) {
            reader.join(1000);
            if (reader.isAlive() && (System.nanoTime() - begun) / 1_000_000 > PATIENCE_MILLIS) {
                AssertionError hang = new AssertionError("hangs");
                hang.setStackTrace(reader.getStackTrace());
                failure.compareAndSet(null, hang);
                break;
            }
        }
        Throwable e = failure.get();
        if (e != null) {
            tell(e);
            return false;
        }
        long millis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
        System.out.println(kind + ": " + count + " inputs, " + count * 1000 / millis + " per second, 0 violations");
        return true;
    }

    private void feed(long first, long count, AtomicReference<Throwable> failure) {
        try (Target target = kind.opening.call()) {
            for (long i = first; i < first + count && failure.get() == null; i++) {
                number = i;
                begun = System.nanoTime();
                target.feed(new Random(seed * 1_000_003 + i), (input, content) -> {
                    what = input;
                    bytes = content;
                });
                if ((i + 1) % BATCH == 0 || i == first + count - 1) {
                    target.check();
                }
            }
        } catch (Throwable e) { // an Error too is what this is about
            failure.compareAndSet(null, e);
        }
    }

    private void tell(Throwable e) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        System.out.println(kind + ": input " + number + " of seed " + seed + ": " + what);
        System.out.println(text.length() > 2000 ? text.substring(0, 2000) + "…" : text);
        e.printStackTrace(System.out);
        System.out.println("to see it again: -Dtest=FuzzTest -Dkraty.fuzz.replay=" + seed + "," + number + "," + kind);
    }
}
