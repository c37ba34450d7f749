package io.kraty.sandbox.internal.game.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Ids, tokens and dice that depend on nothing but the seed and the names they are asked for. So the same game comes out
 * of the same seed, in whatever order players turn up.
 */
public final class Seeds {
    private final long seed;

    public Seeds(long seed) {
        this.seed = seed;
    }

    /** The UUID of the thing of these names. */
    public String id(String... names) {
        return uuid(names).toString();
    }

    /** Dice of their own for the thing of these names. */
    public SplittableRandom dice(String... names) {
        return new SplittableRandom(uuid(names).getMostSignificantBits());
    }

    /** 43 characters that cannot be guessed by accident. */
    public String token(String... names) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text(names));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One of {@code list}. */
    public static <T> T pick(SplittableRandom dice, List<T> list) {
        return list.get(dice.nextInt(list.size()));
    }

    private UUID uuid(String... names) {
        return UUID.nameUUIDFromBytes(text(names));
    }

    private byte[] text(String... names) {
        return (seed + "\n" + String.join("\n", names)).getBytes(StandardCharsets.UTF_8);
    }
}
