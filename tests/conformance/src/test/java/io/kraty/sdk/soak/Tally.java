package io.kraty.sdk.soak;

import io.kraty.sdk.request.RequestInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what happens. */
final class Tally {
    private final long start = System.nanoTime();
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final Map<String, LongAdder> activities = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentSkipListMap<>();

    void request(RequestInfo info) {
        requests.increment();
        if (info.attempt() > 1) {
            retries.increment();
        }
    }

    void activity(String name) {
        count(activities, name);
    }

    void error(String code) {
        count(errors, code);
    }

    private static void count(Map<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, any -> new LongAdder()).increment();
    }

    /** The block that ends a soak. */
    String report(long seed, int registered, int effects, Map<String, Long> troubles, int violations) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.join(
                "\n",
                "Soak of seed " + seed + ": " + (violations == 0 ? "all books are right" : violations + " VIOLATIONS"),
                String.format(
                        Locale.ROOT,
                        "  %d requests in %.1f s (%.0f/s), %d of them retries",
                        requests.sum(),
                        seconds,
                        requests.sum() / seconds,
                        retries.sum()),
                "  " + registered + " players registered, " + effects + " changes of holdings",
                "  activities: " + activities,
                "  troubles:   " + (troubles.isEmpty() ? "none" : troubles),
                "  errors:     " + (errors.isEmpty() ? "none" : errors));
    }

    long requests() {
        return requests.sum();
    }

    /** Activities that nobody ever finished, of those in {@code names}. */
    List<String> neverDone(Set<String> names) {
        return names.stream().filter(name -> !activities.containsKey(name)).collect(Collectors.toList());
    }
}
