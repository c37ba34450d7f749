package io.kraty.game.debug;

import io.kraty.sdk.request.RequestInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The SDK's {@code onRequest} hook: keeps the last attempts, those that got no connection included. */
public final class Telemetry implements Consumer<RequestInfo> {
    private final Latest<Entry> kept = new Latest<>(500);
    private final Wire wire;

    /** What an attempt was on the wire is looked for in {@code wire}. */
    public Telemetry(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void accept(RequestInfo attempt) {
        kept.add(new Entry(Instant.now(), attempt, wire.tie(attempt).orElse(null)));
    }

    List<Entry> entries() {
        return kept.all();
    }

    /** When an attempt was over, what the SDK says about it, and what went over the wire; null for nothing. */
    record Entry(Instant at, RequestInfo info, Wire.@Nullable Exchange exchange) implements DebugPanel.Noted {
        @Override
        public boolean isGood() {
            return info.ok();
        }

        @Override
        public String line() {
            String status = info.status() == null ? "—" : info.status().toString();
            return Wire.line(
                    at,
                    status,
                    info.method(),
                    info.url(),
                    info.attempt(),
                    info.duration().toMillis() + " ms");
        }

        @Override
        public String text() {
            return line() + "\noperation: " + info.operation() + "\noutcome: " + info.outcomeCode() + "\nattempt: "
                    + info.attempt() + ", after waiting for " + info.waited().toMillis() + " ms"
                    + "\nbytes of content: " + info.bytesSent() + " out, " + info.bytesReceived() + " in"
                    + "\nidempotency key: " + info.idempotencyKey()
                    + "\nrequest id: "
                    + (exchange == null ? null : exchange.requestId()) + "\n\n"
                    + (exchange == null ? "Nothing went over the wire." : exchange.text());
        }
    }
}
