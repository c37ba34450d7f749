package io.kraty.sdk.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Does the same with every element of a list, a few at a time, and keeps the order. */
public final class Parallel {
    private Parallel() {}

    /**
     * Applies {@code work} to each element, on the calling thread and up to {@code width - 1} others.
     *
     * @return the results in the order of {@code items}
     * @throws InterruptedException if the calling thread is interrupted; the others are, too, and begin nothing more
     */
    public static <T, R> List<R> map(List<T> items, int width, Executor executor, Function<T, R> work)
            throws InterruptedException {
        return map(items, width, executor, worker -> true, work);
    }

    /**
     * The same, with fewer threads if need be.
     *
     * @param goesOn asked on each thread before it takes an element, with the thread's number; 0 is the calling one, which must
     *     go on, or nobody might
     */
    public static <T, R> List<R> map(
            List<T> items, int width, Executor executor, IntPredicate goesOn, Function<T, R> work)
            throws InterruptedException {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        AtomicInteger next = new AtomicInteger();
        IntConsumer share = worker -> {
            while (next.get() < items.size() && goesOn.test(worker) && !isInterrupted()) {
                int i = next.getAndIncrement();
                if (i < items.size()) {
                    results.set(i, work.apply(items.get(i)));
                }
            }
        };
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(width, items.size()); i++) {
            int worker = i;
            FutureTask<Void> other = new FutureTask<>(() -> share.accept(worker), null);
            others.add(other);
            executor.execute(other);
        }
        try {
            share.accept(0);
            for (FutureTask<Void> other : others) {
                join(other);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            others.forEach(other -> other.cancel(true)); // nobody waits for what they do
            throw e;
        }
        List<R> ordered = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            R result = results.get(i);
            if (result == null) {
                throw new InterruptedException("before all was done");
            }
            ordered.add(result);
        }
        return ordered;
    }

    private static boolean isInterrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private static void join(FutureTask<Void> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
