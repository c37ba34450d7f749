package io.kraty.sdk.secrecy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must be found nowhere: secrets, as they are, in part, and as Base64 and URLs spell them. */
final class Needles {
    private static final int PART = 9;

    private final Set<String> needles = new LinkedHashSet<>();

    void add(String secret) {
        needles.add(secret.substring(0, Math.min(PART, secret.length())));
        needles.add(secret.substring(Math.max(0, secret.length() - PART)));
        needles.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        // Base64 of a text looks different at each of three offsets; what depends on its neighbours is left out.
        for (int offset = 0; offset < 3; offset++) {
            String padded = "x".repeat(offset) + secret;
            String encoded = Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
            String sure = encoded.substring(offset == 0 ? 0 : 4, encoded.length() - 4);
            needles.add(sure);
            needles.add(sure.replace('+', '-').replace('/', '_'));
        }
    }

    /** Those that are in {@code text}. */
    List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (String needle : needles) {
            if (text.contains(needle)) {
                found.add(needle);
            }
        }
        return found;
    }
}
