package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxResult.Refused;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that echoes what it was asked with leaves neither key nor secret in what is kept, or in what a result says. */
class OutboxSecrecyTest {
    private static final String KEY_SECRET = TestOptions.API_KEY.substring(TestOptions.API_KEY.indexOf('.') + 1);

    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    private static String echo(String spelled) {
        return "{\"headers\":{\"" + spelled + "\":[\"is " + spelled + " here\"],\"balance\":7.50}}";
    }

    private static String spelled(String text, boolean isEscaped) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(isEscaped ? String.format(Locale.ROOT, "\\u%04x", c) : (char) c));
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource({"200, false", "200, true", "400, false", "400, true", "401, false"})
    void echoedSecrets_areNeitherKeptNorSaid(int status, boolean isEscaped) throws Exception {
        String both = spelled(TestOptions.SECRET + " " + TestOptions.API_KEY + " " + KEY_SECRET, isEscaped);
        String answer = status == 200
                ? "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true},\"echo\":" + echo(both) + "}"
                : "{\"error\":{\"code\":\"odd " + both + "\",\"message\":\"" + both + "\",\"details\":" + echo(both)
                        + "}}";
        try (TinyServer server = TinyServer.answering(asked -> asked.json(status, answer))) {
            Kraty kraty = tunnel.launch(TestOptions.signedIn(server.url(), tunnel.timing)
                    .retry(KratyRetryConfig.none())
                    .outboxStore(tunnel.store));
            Writes.debit(kraty, 1);
            Await.until("its end", () -> kraty.outbox().pending().isEmpty());
            String kept = tunnel.store.read("kraty/pk_test_7@127.0.0.1:" + server.port() + "/outbox");
            assertTrue(kept.contains(status == 200 ? "7.50" : "7.5"), kept);
            assertClean(kept);

            kraty.outbox().onResult(heard);

            Await.until("the result", () -> !heard.all().isEmpty());
            assertClean(heard.only());
        }
    }

    private static void assertClean(OutboxResult result) {
        assertClean(result.toString());
        if (result instanceof Done done) {
            assertClean(done.answer());
            assertEquals(95, done.as(Writes.ANY_DEBIT).balance());
        } else if (result instanceof Refused refused) {
            assertClean(String.valueOf(refused.error().details()));
        }
    }

    private static void assertClean(String text) {
        for (String secret : List.of(KEY_SECRET, TestOptions.SECRET)) {
            assertFalse(text.contains(secret), () -> secret + " in " + text);
        }
    }
}
