package io.kraty.sdk.soak;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Tells what the sandbox reports to its logger: an error there is one of the sandbox's own. */
final class SandboxErrors extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.kraty.sandbox");
    private final Consumer<String> told;

    SandboxErrors(Consumer<String> told) {
        this.told = told;
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            told.accept("the sandbox logged: " + record.getMessage() + ", " + Trace.of(record.getThrown()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
