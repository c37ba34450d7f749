package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleArgumentsTest {
    @Test
    void defaults_areAllRequests_forEver_andNothing() {
        Trouble expected = new Trouble("*", null, 0, null, 1, Duration.ZERO, Duration.ZERO, List.of(new Effect.Pass()));
        assertEquals(expected, Trouble.on("*").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "**",
                "debitWalet",
                "DEBIT_WALLET",
                "POST debitWallet",
                "post /time",
                "POST players/*",
                "/players/a*",
                "/**/time",
                "/players/***",
                "/time?timezone=UTC",
                "GET /time /ping"
            })
    void pattern_mustBeOneOfTheForms(String on) {
        expectRefusal("on", on, "operationId", () -> Trouble.on(on).build());
    }

    @Test
    void numbers_mustBeInTheirRange() {
        expectRefusal("skip", "-1", "from 0", () -> Trouble.on("*").skip(-1).build());
        expectRefusal("times", "0", "from 1", () -> Trouble.on("*").times(0).build());
        expectRefusal(
                "probability",
                "1.5",
                "from 0 to 1",
                () -> Trouble.on("*").probability(1.5).build());
        expectRefusal(
                "probability",
                "NaN",
                "from 0 to 1",
                () -> Trouble.on("*").probability(Double.NaN).build());
        expectRefusal("share", "-0.1", "from 0 to 1", () -> Effect.cut(-0.1));
        expectRefusal("share", "2.0", "from 0 to 1", () -> Effect.stall(2));
        expectRefusal("status", "100", "from 200 to 599", () -> Effect.status(100));
        expectRefusal("status", "600", "from 200 to 599", () -> Effect.bare(600));
        expectRefusal("afterEvents", "-1", "from 0", () -> Effect.drop(-1));
        expectRefusal("afterEvents", "-1", "from 0", () -> Effect.silence(-1));
        expectRefusal("events", "1", "from 2", () -> Effect.reverse(1));
    }

    @Test
    void times_mustBeInTheirRange() {
        Duration negative = Duration.ofMillis(-1);
        Duration tooLong = Duration.ofHours(1).plusMillis(1);
        expectRefusal(
                "delay",
                "PT-0.001S",
                "from PT0S to PT1H",
                () -> Trouble.on("*").delay(negative).build());
        expectRefusal(
                "jitter",
                "PT1H0.001S",
                "from PT0S to PT1H",
                () -> Trouble.on("*").jitter(tooLong).build());
        expectRefusal("time", "PT0S", "more than PT0S, up to PT1H", () -> Effect.refuse(Duration.ZERO));
        expectRefusal("retryAfter", "PT-0.001S", "at least PT0S", () -> Effect.rateLimited(negative));
    }

    @Test
    void headers_mustNotBreakUpTheAnswer() {
        expectRefusal("headers", "content-length", "other than", () -> answer("content-length", "1"));
        expectRefusal("headers", "A B", "names of headers", () -> answer("A B", "1"));
        expectRefusal("headers", "A: 1\r\nB: 2", "printable ASCII", () -> answer("A", "1\r\nB: 2"));
        expectRefusal("headers", "Content-Type: \n", "printable ASCII", () -> Effect.contentType("\n"));
        expectRefusal("headers", "Location: \n", "printable ASCII", () -> Effect.redirect("\n"));
    }

    private static void answer(String name, String value) {
        Effect.answer(200, Map.of(name, value), "");
    }

    private static void expectRefusal(String argument, String value, String allowed, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.startsWith(argument + " must be "), message);
        assertTrue(message.contains(allowed), message);
        assertTrue(message.endsWith(", was " + value), message);
    }
}
