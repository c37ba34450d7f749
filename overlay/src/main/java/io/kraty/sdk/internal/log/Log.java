package io.kraty.sdk.internal.log;

import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A logger that is looked up when there is something to log. The first look-up of a process reads the logging configuration from
 * disk and takes several milliseconds, which nobody should wait for who only makes a client. Thread-safe.
 */
public final class Log {
    private final String name;
    // Nobody else may hold it, and what the game set on it would be lost.
    private volatile @Nullable Logger logger;

    private Log(String name) {
        this.name = name;
    }

    /** That of a topic: {@code io.kraty.sdk.<topic>}. */
    public static Log of(String topic) {
        return new Log("io.kraty.sdk." + topic);
    }

    /** The logger itself, so that a record names who logs. */
    public Logger get() {
        Logger found = logger;
        if (found == null) {
            found = Logger.getLogger(name);
            logger = found;
        }
        return found;
    }
}
