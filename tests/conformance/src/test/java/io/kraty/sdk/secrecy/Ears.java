package io.kraty.sdk.secrecy;

import io.kraty.sdk.wire.EveryThread;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears all that this process says by itself: every logger at its finest, both outputs, the names of threads. */
final class Ears {
    // OkHttp's own, which do not take the level of the root.
    private static final List<String> LOUD = List.of(
            "io.kraty",
            "okhttp3",
            "okhttp3.OkHttpClient",
            "okhttp3.internal.http2.Http2",
            "okhttp3.internal.concurrent.TaskRunner");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Set<String> loggers = new ConcurrentSkipListSet<>();
    private final Set<String> threads = new TreeSet<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<Logger> kept = new CopyOnWriteArrayList<>(); // or they are made anew, with their own level

    /** From here on. */
    static Ears open() {
        Ears ears = new Ears();
        LogManager.getLogManager().reset();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                ears.loggers.add(entry.getLoggerName() + " " + entry.getLevel());
                ears.logged.add(new SimpleFormatter().format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        root.addHandler(handler);
        for (String name : LOUD) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.ALL);
            ears.kept.add(logger);
        }
        PrintStream both = new PrintStream(ears.printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        return ears;
    }

    /** Whoever runs now. */
    void lookAtThreads() {
        EveryThread.now().forEach(thread -> threads.add(thread.name()));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getThreadGroup() != null) {
                threads.add(thread.getThreadGroup().getName());
            }
        }
    }

    String logged() {
        return String.join("\n", logged);
    }

    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    String threads() {
        return String.join("\n", threads);
    }

    /** Which loggers said something. */
    Set<String> loggers() {
        return loggers;
    }
}
