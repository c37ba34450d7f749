package io.kraty.sdk.internal.engine;

import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.transport.Libraries;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one SDK instance, made when it is first needed. It is two hundred classes, whose loading takes as long as a few
 * frames of a game; so the first instance of a process has it made, with the HTTP client, by a thread beside whoever makes the
 * instance. Whoever needs it meanwhile waits for that and for nothing else. Thread-safe.
 */
public final class Wiring {
    /** Later instances find the classes loaded. */
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private final Settings settings;
    private final Object lock = new Object();
    private volatile @Nullable Engine engine;

    /**
     * Has it made, unless {@code settings} say not to.
     *
     * @throws IllegalStateException if what stands on the class path is too old for the SDK
     */
    public Wiring(Settings settings) {
        Libraries.check();
        this.settings = settings;
        if (settings.warmUp() && WARM.compareAndSet(false, true)) {
            Threads.named("warm-up").newThread(new WarmUp()).start();
        }
    }

    /** The same every time. */
    public Engine engine() {
        Engine made = engine;
        if (made == null) {
            synchronized (lock) {
                made = engine;
                if (made == null) {
                    made = new Engine(settings);
                    engine = made;
                }
            }
        }
        return made;
    }

    // Not a lambda: the first of a process costs as much as everything else here.
    private final class WarmUp implements Runnable {
        @Override
        public void run() {
            try {
                engine().warmUp();
            } catch (RuntimeException | LinkageError | AssertionError e) {
                // It is closed by now, or there is something wrong, which the first call will say to who makes it.
            }
        }
    }
}
