package io.kraty.sdk.internal.finalization;

import com.google.gson.TypeAdapter;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.live.MembershipRef;
import io.kraty.sdk.store.MembershipStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of each player, in a {@link MembershipStore} under {@code kraty/<environment>/boards/<id>}, oldest first.
 * What was reported is forgotten after a week; and of results that nobody comes for, all but the latest 100.
 *
 * <p>A store that fails, whatever it throws, is as good as empty, and one warning is logged; none for what an
 * interrupt ended, which is a {@code KratyNetworkException}.
 */
final class Registry {
    /** For how long what is over is remembered. */
    static final Duration MEMORY = Duration.ofDays(7);

    private static final Log LOG = Log.of("finalization");
    private static final int MOST_WAITING = 100;

    private final MembershipStore store;
    private final String prefix;
    private final Timing timing;
    private final AtomicBoolean warned = new AtomicBoolean();

    Registry(MembershipStore store, String environment, Timing timing) {
        this.store = store;
        this.prefix = "kraty/" + environment + "/boards/";
        this.timing = timing;
    }

    /** What is known of the player. */
    Map<MembershipRef, Membership> read(String player) {
        try {
            return parse(store.read(prefix + player), player);
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            failed("read", e);
            return new LinkedHashMap<>();
        }
    }

    /** Changes what is known of the player; false if the store failed. {@code change} may be asked several times. */
    boolean update(String player, Consumer<Map<MembershipRef, Membership>> change) {
        try {
            store.update(prefix + player, text -> {
                Map<MembershipRef, Membership> all = parse(text, player);
                change.accept(all);
                forget(all);
                return all.isEmpty()
                        ? null
                        : Format.TEXTS.toJson(
                                all.values().stream().map(Membership::format).collect(Collectors.toList()));
            });
            return true;
        } catch (Throwable e) { // as above
            failed("changed", e);
            return false;
        }
    }

    private void failed(String how, Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            throw new KratyNetworkException("interrupted while the membership store was " + how, 1, e);
        }
        warn(e);
    }

    private void forget(Map<MembershipRef, Membership> all) {
        Instant weekAgo = timing.now().minus(MEMORY);
        all.values().removeIf(known -> isBefore(known.reportedAt(), weekAgo));
        List<Membership> waiting =
                all.values().stream().filter(known -> known.result() != null).collect(Collectors.toList());
        for (Membership oldest : waiting.subList(0, Math.max(0, waiting.size() - MOST_WAITING))) {
            all.remove(oldest.ref());
        }
    }

    private static boolean isBefore(@Nullable Instant time, Instant other) {
        return time != null && time.isBefore(other);
    }

    private Map<MembershipRef, Membership> parse(@Nullable String text, String player) {
        Map<MembershipRef, Membership> all = new LinkedHashMap<>();
        for (Map<String, String> each : texts(text)) {
            try {
                Membership known = Membership.parse(each, player);
                all.put(known.ref(), known);
            } catch (IOException | RuntimeException e) { // damaged, or of a newer version; the others are kept
                warn(e);
            }
        }
        return all;
    }

    private List<Map<String, String>> texts(@Nullable String text) {
        try {
            return text == null ? List.of() : Json.orEmpty(Format.TEXTS.fromJson(text));
        } catch (IOException | RuntimeException e) {
            warn(e);
            return List.of();
        }
    }

    private void warn(Throwable e) {
        if (warned.compareAndSet(false, true)) {
            LOG.get().log(Level.WARNING, "the membership store failed; results of boards may not be reported", e);
        }
    }

    /** Made when something is read or kept first, not when a client is made. */
    private static final class Format {
        private static final TypeAdapter<List<Map<String, String>>> TEXTS = Json.list(Json.map(Json.STRING));
    }
}
