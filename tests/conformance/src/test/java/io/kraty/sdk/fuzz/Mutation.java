package io.kraty.sdk.fuzz;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes a wrong input out of a right one: structurally where it is JSON, by its bytes else, and often in several steps. */
final class Mutation {
    private static final int MOST_STEPS = 6;
    // What parsers stumble over.
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u",
            "\\ud83c",
            "\\u0000",
            ":",
            ",",
            "\n",
            "\r",
            "\r\n\r\n",
            "\u0000",
            "\ufeff",
            "-",
            "-0",
            "1e999",
            "1E-999",
            "0x10",
            "NaN",
            "-Infinity",
            "9223372036854775808",
            "18446744073709551616",
            "0.1e+2147483648",
            "T",
            "Z",
            "+14:00",
            "-18:01",
            "24:00:00",
            ":60",
            "-99999-01-01",
            "event:",
            "data:",
            "id:",
            "retry:",
            "data",
            "event: ready",
            "event: closed",
            "\ud83c",
            "\u2028",
            "é",
            "%00",
            "/*",
            "//",
            "#",
            "'",
            "=",
            ";",
            ")]}'\n",
            "[[[[[[[[",
            "{\"a\":{\"a\":{\"a\":");

    private Mutation() {}

    /** A mutant of one of {@code corpus}. */
    static byte[] of(List<String> corpus, Random random) {
        String text = corpus.get(random.nextInt(corpus.size()));
        if (random.nextInt(3) > 0) {
            text = structural(text, random);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int steps = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            bytes = step(bytes, corpus, random);
        }
        return bytes;
    }

    private static String structural(String text, Random random) {
        try {
            return JsonMutation.of(JsonParser.parseString(text), random);
        } catch (RuntimeException e) { // no JSON
            return text;
        }
    }

    private static byte[] step(byte[] from, List<String> corpus, Random random) {
        int at = random.nextInt(from.length + 1);
        int end = Math.min(from.length, at + 1 + random.nextInt(16));
        switch (random.nextInt(8)) {
            case 0 -> {
                return joined(from, 0, at, new byte[0], end, from.length);
            }
            case 1 -> {
                return joined(from, 0, at, token(random), at, from.length);
            }
            case 2 -> {
                return joined(from, 0, at, token(random), end, from.length);
            }
            case 3 -> {
                return joined(from, 0, end, part(from, at, end), end, from.length);
            }
            case 4 -> {
                return joined(from, 0, at, new byte[0], from.length, from.length);
            }
            case 5 -> {
                byte[] other = corpus.get(random.nextInt(corpus.size())).getBytes(StandardCharsets.UTF_8);
                int start = random.nextInt(other.length + 1);
                return joined(from, 0, at, part(other, start, other.length), from.length, from.length);
            }
            case 6 -> {
                byte[] some = new byte[1 + random.nextInt(4)];
                random.nextBytes(some);
                return joined(from, 0, at, some, at, from.length);
            }
            default -> {
                byte[] flipped = from.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            }
        }
    }

    private static byte[] token(Random random) {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] from, int start, int end) {
        return Arrays.copyOfRange(from, start, end);
    }

    private static byte[] joined(byte[] from, int start, int end, byte[] middle, int next, int last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(from, start, end - start);
        out.write(middle, 0, middle.length);
        out.write(from, next, last - next);
        return out.toByteArray();
    }
}
