package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.KratyClientOptions;
import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that looks like one is taken without asking OkHttp. It has to be what OkHttp would have made of it. */
class PlainBaseUrlTest {
    private static final int MANY = 20_000;
    private static final String[] PIECES = {
        "a", "z", "0", "9", "api", "xn", "io", "127", "1", ".", ".", ".", "-", "--", "_", "A", "%", ":", "/", "ä", " ",
        "[", "@"
    };

    private static String address(String baseUrl) {
        return KratyClientOptions.builder()
                .apiKey("client.key")
                .baseUrl(baseUrl)
                .build()
                .toString();
    }

    @Test
    void anyName_isReadAsOkHttpDoes() {
        Random random = new Random(14);
        int read = 0;
        for (int i = 0; i < MANY; i++) {
            StringBuilder name = new StringBuilder("https://");
            for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
                name.append(PIECES[random.nextInt(PIECES.length)]);
            }
            read += check(name.toString()) ? 1 : 0;
        }
        assertTrue(read > MANY / 10, () -> "too few were any good for that");
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64})
    void longName_isReadAsOkHttpDoes(int length) {
        String label = "a".repeat(length);
        check("https://" + label);
        check("https://" + label + ".io");
        check("https://" + (label + ".").repeat(3) + "io");
        check("https://" + (label + ".").repeat(3) + "b".repeat(62));
    }

    /** Whether it was taken. */
    private static boolean check(String text) {
        HttpUrl expected = HttpUrl.parse(text);
        boolean isGuess = text.startsWith("https:///");
        if (expected == null || isGuess || !(expected.username() + expected.password()).isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> address(text), text);
            return false;
        }
        assertEquals("KratyClientOptions[baseUrl=" + expected + ", activeExternalPlayerId=null]", address(text));
        return true;
    }
}
