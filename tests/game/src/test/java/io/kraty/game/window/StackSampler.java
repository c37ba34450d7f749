package io.kraty.game.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks again and again at what a thread is doing while it draws a frame, and remembers whenever it waits in the SDK. A
 * socket or a file that is touched counts at once; a lock counts when it is still waited for at the next look, since two
 * threads may meet at one for an instant.
 */
final class StackSampler {
    private static final int EVERY_MILLIS = 2;

    private final Thread watched;
    private final Thread watcher = new Thread(this::watch, "stack-sampler");
    private final List<String> waits = new ArrayList<>();
    private long samples;
    /** Whether the look before this one found it waiting; the watcher's alone. */
    private boolean waited;

    private volatile boolean over;

    StackSampler(Thread watched) {
        this.watched = watched;
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        while (!over) {
            StackTraceElement[] stack = watched.getStackTrace();
            Thread.State state = watched.getState();
            if (isDrawing(stack)) {
                note(stack, state);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void note(StackTraceElement[] stack, Thread.State state) {
        boolean ours = isOurs(stack) && !isLoading(stack);
        boolean waiting = ours && isWait(stack, state);
        synchronized (waits) {
            samples++;
            if (ours && (touches(stack) || (waiting && waited))) {
                waits.add(state + " " + Arrays.toString(Arrays.copyOf(stack, Math.min(stack.length, 40))));
            }
        }
        waited = waiting;
    }

    /** Whether the window is drawing: before it opens and after it has closed nobody sees a wait. */
    private static boolean isDrawing(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("com.badlogic.gdx.backends.lwjgl3.Lwjgl3Window")
                        && frame.getMethodName().equals("update"));
    }

    /** Whether the SDK or its HTTP client is what is being done. */
    private static boolean isOurs(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("io.kraty.sdk.") || name.startsWith("okhttp3."));
    }

    /**
     * Whether a class is being loaded or initialized, as it is once in every program: here, or beside, where the SDK does so when
     * its first client is made.
     */
    private static boolean isLoading(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getMethodName().equals("loadClass")
                        || frame.getMethodName().equals("<clinit>")
                        || frame.getClassName().equals("io.kraty.sdk.internal.engine.Wiring"));
    }

    /** Whether a file or a socket is touched. */
    private static boolean touches(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .anyMatch(name -> name.startsWith("sun.nio.ch.")
                        || name.startsWith("java.net.Socket")
                        || name.startsWith("sun.nio.fs.")
                        || name.startsWith("java.io.File"));
    }

    /** Whether the thread waits: for a lock, or for something to happen. */
    private static boolean isWait(StackTraceElement[] stack, Thread.State state) {
        boolean parked = stack.length > 0
                && (stack[0].getMethodName().equals("park")
                        || stack[0].getMethodName().startsWith("wait"));
        return parked || (state == Thread.State.BLOCKED && stack.length > 0);
    }

    List<String> waits() {
        synchronized (waits) {
            return List.copyOf(waits);
        }
    }

    long samples() {
        synchronized (waits) {
            return samples;
        }
    }

    /** Looks no more. */
    void stop() throws InterruptedException {
        over = true;
        watcher.join();
    }
}
