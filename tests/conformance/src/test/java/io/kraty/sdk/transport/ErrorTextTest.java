package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.TinyServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However long an answer is, what an exception says of it, causes included, fits into a log. */
class ErrorTextTest {
    private static final int LONG = 100_000;

    static Stream<TinyServer.Handler> longAnswers() {
        String text = "x".repeat(LONG);
        return Stream.of(
                asked -> asked.answer(
                        400,
                        "application/json",
                        "{\"error\":{\"code\":\"" + text + "\",\"message\":\"" + text.repeat(30) + "\"}}",
                        "X-Request-Id: " + text),
                asked -> asked.answer(500, "text/" + text, text),
                asked -> asked.answer(200, "text/" + text, "<" + text),
                asked -> asked.json(200, "{\"data\":{\"economyKey\":\"gold\",\"balance\":\"" + text + "\"}}"),
                asked -> asked.json(200, "{\"data\":{\"economyKey\":\"gold\",\"balance\":" + "7".repeat(LONG) + ".5}}"),
                asked -> asked.json(200, "{\"data\":{\"economyKey\":\"gold\",\"" + text + "\":}}"),
                asked -> asked.raw("NOTHTTP/" + text + "\r\n\r\n").drop(),
                asked -> asked.raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: " + text + "\r\n\r\n{}")
                        .drop());
    }

    @ParameterizedTest(name = "#{index}")
    @MethodSource("longAnswers")
    void longAnswer_isSaidInShort(TinyServer.Handler answer) throws Exception {
        KratyException e = failureOf(answer);

        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertTrue(trace.toString().length() < 40_000, () -> trace.toString().length() + " characters");
        assertTrue(e.getMessage().length() < 6_000, () -> e.getMessage().length() + " characters");
    }

    @Test
    void partsOfALongError_areShort_andItsDetailsComplete() throws Exception {
        String text = "x".repeat(LONG);
        KratyApiException e = (KratyApiException) failureOf(asked -> asked.answer(
                400,
                "application/json",
                "{\"error\":{\"code\":\"c" + text + "\",\"message\":\"m" + text + "\",\"details\":{\"d\":\"" + text
                        + "\"}}}",
                "X-Request-Id: r" + text));

        assertEquals("c" + text.substring(0, 199) + "…", e.rawCode());
        assertEquals("m" + text.substring(0, 3999) + "…", e.message());
        assertEquals("r" + text.substring(0, 199) + "…", e.requestId());
        assertEquals(Map.of("d", text), e.details());
    }

    private static KratyException failureOf(TinyServer.Handler answer) throws Exception {
        try (TinyServer server = TinyServer.answering(answer);
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                        .retry(KratyRetryConfig.none())
                        .build())) {
            return assertThrows(KratyException.class, () -> kraty.wallet().debit("gold", 1));
        }
    }
}
