package io.kraty.sdk.internal.transport;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Keys nobody else has: 16 random bytes as 22 URL-safe characters. Thread-safe. */
public final class IdempotencyKeys implements Supplier<String> {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
