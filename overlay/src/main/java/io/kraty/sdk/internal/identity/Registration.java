package io.kraty.sdk.internal.identity;

import io.kraty.api.runtime.Checks;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to repeat a registration and get the same player: stored before the call, so that a process that dies
 * between the platform's answer and our own write resumes that player instead of making a second one.
 */
record Registration(String externalPlayerId, String idempotencyKey) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FRESH_PREFIX = "kp_";
    private static final int FRESH_BYTES = 16;

    /** An id nobody else has, in the platform's form for ids that a client makes up. */
    static String freshId() {
        byte[] bytes = new byte[FRESH_BYTES];
        RANDOM.nextBytes(bytes);
        StringBuilder id = new StringBuilder(FRESH_PREFIX);
        for (byte b : bytes) {
            id.append(Character.forDigit(b >> 4 & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return id.toString();
    }

    /** The key first: an id may hold spaces, a key does not matter to anybody but us. */
    String format() {
        return idempotencyKey.replace(' ', '_') + " " + externalPlayerId;
    }

    /** Not what a record brings: in JDK 17, the last class that used that is never unloaded (a cache in ObjectMethods). */
    boolean isSame(Registration other) {
        return format().equals(other.format());
    }

    /** Whether a player can be called that; somebody may have changed what was kept. */
    static boolean isId(String text) {
        try {
            return Checks.pathSegment("externalPlayerId", text).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What {@link #format} made; null if it is something else. */
    static @Nullable Registration parse(String text) {
        int space = text.indexOf(' ');
        return space <= 0 || !isId(text.substring(space + 1))
                ? null
                : new Registration(text.substring(space + 1), text.substring(0, space));
    }
}
