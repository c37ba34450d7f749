package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.Idempotent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;

/** Keys nobody else has: 16 random bytes as 22 URL-safe characters. Thread-safe. */
public final class IdempotencyKeys implements Supplier<String> {
    private static final int BYTES = 16;
    // The platform remembers a key for 24 hours; less the time that an attempt and its way may take.
    private static final Duration MEMORY = Duration.ofHours(23);
    // A clock that was set back by more than this does not tell how long something is ago.
    private static final Duration BACKWARDS = Duration.ofHours(-1);

    /** Made for the first key: looking for where chance comes from takes a while, and opens a file. */
    private static final class Chance {
        private static final SecureRandom RANDOM = new SecureRandom();
    }

    /**
     * The same keys, but never none: a supplier of the game's that returns a blank one is stopped before
     * anything is sent.
     */
    public static Supplier<String> checked(Supplier<String> keys) {
        return new Checked(keys);
    }

    private record Checked(Supplier<String> keys) implements Supplier<String> {
        @Override
        public String get() {
            String key = Idempotent.keyOrNone(keys.get());
            if (key == null) {
                throw new IllegalStateException("idempotencyKeys: the supplier returned a blank key");
            }
            return key;
        }
    }

    /**
     * Whether the platform may have forgotten, by {@code now}, the key of a write that was first sent at {@code
     * sent}.
     */
    public static boolean mayBeForgotten(Instant sent, Instant now) {
        Duration ago = Duration.between(sent, now); // of any two: a moment far off has no sum
        return ago.compareTo(MEMORY) > 0 || ago.compareTo(BACKWARDS) < 0;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        Chance.RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
