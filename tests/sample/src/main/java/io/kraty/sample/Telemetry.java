package io.kraty.sample;

import io.kraty.sdk.request.RequestInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the game's own metrics would keep of each HTTP attempt. It is told on whichever thread made the attempt. */
final class Telemetry {
    private int attempts;
    private int repeated;
    private int failed;
    private int writes;
    private Duration total = Duration.ZERO;
    private @Nullable RequestInfo slowest;
    private long sent;
    private long received;
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();

    synchronized void record(RequestInfo info) {
        attempts++;
        repeated += info.attempt() > 1 ? 1 : 0;
        failed += info.ok() ? 0 : 1;
        writes += info.idempotencyKey() == null ? 0 : 1;
        total = total.plus(info.duration());
        if (slowest == null || slowest.duration().compareTo(info.duration()) < 0) {
            slowest = info;
        }
        sent += info.bytesSent();
        received += info.bytesReceived();
        outcomes.merge(info.outcomeCode(), 1, Integer::sum);
    }

    synchronized int attempts() {
        return attempts;
    }

    synchronized List<String> summary() {
        RequestInfo slow = slowest;
        if (slow == null) {
            return List.of("nothing was sent");
        }
        return List.of(
                attempts + " HTTP attempts, " + repeated + " of them repeated, " + failed
                        + " not answered with success",
                writes + " carried an idempotency key, so repeating them is safe",
                "by outcome: " + outcomes,
                sent + " bytes of content out, " + received + " in",
                String.format(
                        Locale.ROOT,
                        "%d ms each on average, at most %d ms (%s, after waiting for %d ms)",
                        total.toMillis() / attempts,
                        slow.duration().toMillis(),
                        slow.operation(),
                        slow.waited().toMillis()));
    }
}
