package io.kraty.sdk.internal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keeps the players of one game and environment apart from all others, without giving away the key. */
public final class Environment {
    private static final int DIGEST_BYTES = 6;

    private Environment() {}

    /** The key's public prefix (or a digest of a key that has none) and where it is used. */
    public static String of(String apiKey, String authority) {
        int dot = apiKey.indexOf('.');
        return (dot > 0 ? apiKey.substring(0, dot) : digest(apiKey)) + "@" + authority;
    }

    /** The same, as a name that every file system takes. */
    public static String fileName(String environment) {
        String readable = environment.replaceAll("[^A-Za-z0-9._-]", "_");
        String shortened = readable.length() > 60 ? readable.substring(0, 60) : readable;
        return shortened + "-" + digest(environment) + ".json";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < DIGEST_BYTES; i++) {
                hex.append(Character.forDigit(hash[i] >> 4 & 0xF, 16)).append(Character.forDigit(hash[i] & 0xF, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
