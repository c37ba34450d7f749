package io.kraty.sdk.wire;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the SDK logs at WARNING and above, as text. */
public final class Warnings implements AutoCloseable {
    private final Logger logger;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                texts.add(new SimpleFormatter().formatMessage(entry)
                        + (entry.getThrown() == null ? "" : " " + entry.getThrown()));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Warnings(String name) {
        this.logger = Logger.getLogger(name);
        this.logger.addHandler(handler);
        this.logger.setUseParentHandlers(false);
    }

    public static Warnings of(String logger) {
        return new Warnings(logger);
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }
}
