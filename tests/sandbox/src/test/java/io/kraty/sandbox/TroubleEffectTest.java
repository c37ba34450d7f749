package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.wire.RawSocket;
import io.kraty.sandbox.internal.wire.RawSocket.RawReply;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleEffectTest extends TroubleTest {
    private static final String PAID = "{\"data\":{\"economyKey\":\"gold\",\"balance\":99,\"applied\":true}}";

    @Test
    void debit_whoseAnswerGotLost_isCarriedOutOnce_andItsRepetitionReplays() throws IOException {
        trouble("debitWallet", Effect.resetAfter(), Effect.pass());
        try (RawSocket client = connect().send(debit("one"))) {
            client.expectReset();
        }
        assertEquals(1, debits());
        expectRecord(0, true, false, "reset instead of the answer");
        RawReply reply = ask(debit("one"));
        assertEquals("{\"data\":{\"economyKey\":\"gold\",\"balance\":99,\"applied\":false}}", reply.body());
        expectRecord(200, true, true, null);
        assertEquals(last().id(), reply.header("X-Request-Id"));
        assertEquals(1, debits());
    }

    @Test
    void requestThatNeverGotThere_hasNoEffect() throws IOException {
        trouble("debitWallet", Effect.resetBefore(), Effect.pass());
        try (RawSocket client = connect().send(debit("one"))) {
            client.expectReset();
        }
        expectRecord(0, false, false, "reset before it was processed");
        assertEquals("one", last().idempotencyKey());
        assertEquals(0, debits());
        assertEquals(PAID, ask(debit("one")).body());
    }

    @Test
    void connections_areRefused_whileItIsNotTimeYet() throws IOException {
        trouble("debitWallet", Effect.refuse(Duration.ofHours(1)));
        try (RawSocket client = connect().send(debit("one"))) {
            client.expectReset();
        }
        assertThrows(ConnectException.class, this::connect);
        expectRecord(0, false, false, "reset, and connections refused for 3600000 ms");
    }

    @Test
    void refusedConnections_areTakenAgain_whenTimeIsUp() throws IOException {
        int port = sandbox.port();
        trouble("debitWallet", Effect.refuse(Duration.ofMillis(1)), Effect.pass());
        try (RawSocket client = connect().send(debit("one"))) {
            client.expectReset();
        }
        while (true) {
            try (RawSocket client = connect()) {
                assertEquals(PAID, client.send(debit("one")).reply().body());
                break;
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        assertEquals(port, sandbox.port());
    }

    @Test
    void cutAnswer_breaksOff_afterItsShare() throws IOException {
        trouble("debitWallet", Effect.cut(0.5));
        try (RawSocket client = connect().send(debit("one"))) {
            assertEquals(Integer.toString(PAID.length()), client.head().header("Content-Length"));
            assertEquals(PAID.substring(0, PAID.length() / 2), client.rest());
        }
        expectRecord(200, true, false, "cut after 50 % of the body");
        assertEquals(1, debits());
    }

    @Test
    void cutBeforeTheFirstByte_leavesTheHeaders() throws IOException {
        trouble("debitWallet", Effect.cut(0));
        try (RawSocket client = connect().send(debit("one"))) {
            assertEquals(200, client.head().status());
            client.expectEnd();
        }
    }

    @Test
    void stalledAnswer_stops_butTheConnectionStays_untilTheSandboxCloses() throws IOException {
        trouble("debitWallet", Effect.stall(0.25));
        try (RawSocket client = connect().send(debit("one"))) {
            client.head();
            client.exactly(PAID.length() / 4);
            // Others go on meanwhile, and by the time they are answered more would have come.
            assertEquals(99, ana.balance("gold"));
            assertTrue(client.isQuiet());
            assertEquals(
                    "stalled after 25 % of the body", sandbox.requests().get(1).trouble());
            sandbox.close();
            client.expectEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "202, lobby_forming",
        "400, validation_failed",
        "401, unauthenticated",
        "402, insufficient_entry_cost",
        "403, forbidden",
        "404, not_found",
        "409, conflict",
        "418, internal_error",
        "429, rate_limited",
        "500, internal_error",
        "503, internal_error"
    })
    void status_comesInAnEnvelope_withItsCode(int status, String code) throws IOException {
        trouble("debitWallet", Effect.status(status));
        RawReply reply = ask(debit("one"));
        assertEquals(status, reply.status());
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(last().id(), reply.header("X-Request-Id"));
        assertEquals(code, code(reply));
        expectRecord(status, false, false, "answered with " + status);
        assertEquals(0, debits());
    }

    @Test
    void error_hasTheCodeThatWasAskedFor() throws IOException {
        trouble("*", Effect.error(429, "max_attempts_reached"));
        RawReply reply = ask(debit("one"));
        assertEquals(429, reply.status());
        assertEquals("max_attempts_reached", code(reply));
    }

    @Test
    void bareStatus_hasNoBody() throws IOException {
        trouble("*", Effect.bare(502));
        RawReply reply = ask(debit("one"));
        assertEquals(502, reply.status());
        assertEquals("0", reply.header("Content-Length"));
        assertEquals("", reply.header("Content-Type"));
    }

    @Test
    void rateLimit_tellsWhenItIsOver_inSecondsOrAsADate() throws IOException {
        trouble(
                "*",
                Effect.rateLimited(Duration.ofMillis(1_200)),
                Effect.rateLimitedUntil(Instant.parse("2026-09-02T12:00:05.900Z")));
        RawReply seconds = ask(debit("one"));
        assertEquals(429, seconds.status());
        assertEquals("rate_limited", code(seconds));
        assertEquals("2", seconds.header("Retry-After"));
        assertEquals("Wed, 02 Sep 2026 12:00:05 GMT", ask(debit("one")).header("Retry-After"));
    }

    @Test
    void mislabelledAnswer_isTheRealOne() throws IOException {
        trouble("*", Effect.contentType("text/html"));
        RawReply reply = ask(debit("one"));
        assertEquals("text/html", reply.header("Content-Type"));
        assertEquals(PAID, reply.body());
        expectRecord(200, true, false, "labelled as text/html");
    }

    @Test
    void invalidJson_comesWithTheRealStatus() throws IOException {
        trouble("*", Effect.invalidJson());
        RawReply reply = ask(debit("one"));
        assertEquals(200, reply.status());
        assertEquals("application/json", reply.header("Content-Type"));
        JsonReader json = new JsonReader(new StringReader(reply.body()));
        json.setStrictness(Strictness.STRICT);
        assertThrows(JsonParseException.class, () -> JsonParser.parseReader(json));
        assertEquals(1, debits());
    }

    @Test
    void redirect_pointsElsewhere() throws IOException {
        trouble("*", Effect.redirect("https://elsewhere.example/"));
        RawReply reply = ask(debit("one"));
        assertEquals(307, reply.status());
        assertEquals("https://elsewhere.example/", reply.header("Location"));
        assertEquals(0, debits());
    }

    @Test
    void anyAnswer_insteadOfTheRealOneOrAfterIt() throws IOException {
        Effect.Answer answer = Effect.answer(500, Map.of("Server", "proxy"), "<h1>No</h1>");
        trouble("*", answer, answer.afterProcessing());
        RawReply reply = ask(debit("one"));
        assertEquals("<h1>No</h1>", reply.body());
        assertEquals("proxy", reply.header("Server"));
        assertEquals(0, debits());
        assertEquals("<h1>No</h1>", ask(debit("one")).body());
        assertEquals(1, debits());
        expectRecord(500, true, false, "answered with 500 after it was processed");
    }

    @Test
    void delay_holdsUpNobodyElse_andEndsWithTheSandbox() throws IOException {
        sandbox.addTrouble(Trouble.on("debitWallet")
                .delay(Duration.ofHours(1))
                .effect(Effect.pass())
                .build());
        try (RawSocket client = connect().send(debit("one"))) {
            assertEquals(100, ana.balance("gold"));
            sandbox.close();
            assertThrows(IOException.class, client::line);
        }
    }

    @Test
    void delay_isInTheRecord_andTheAnswerComes() throws IOException {
        sandbox.addTrouble(Trouble.on("debitWallet")
                .delay(Duration.ofMillis(3))
                .effect(Effect.cut(1))
                .build());
        try (RawSocket client = connect().send(debit("one"))) {
            assertEquals(PAID, client.reply().body());
        }
        expectRecord(200, true, false, "delayed by 3 ms, cut after 100 % of the body");
    }

    @Test
    void refusalByTheGame_isProcessed() throws IOException {
        assertEquals(401, status(debit("one").replace(ana.secret(), "wrong")));
        expectRecord(401, true, false, null);
        assertFalse(sandbox.requests().isEmpty());
        assertEquals(404, status(get("nothing")));
        assertNull(last().operation());
    }

    private void expectRecord(int status, boolean processed, boolean replayed, String trouble) {
        RecordedRequest last = last();
        assertEquals(status, last.status());
        assertEquals(processed, last.processed());
        assertEquals(replayed, last.replayed());
        assertEquals(trouble, last.trouble());
        assertEquals("debitWallet", last.operation());
        assertEquals("ana", last.externalPlayerId());
        assertEquals(clock.instant(), last.at());
    }

    private static String code(RawReply reply) {
        return JsonParser.parseString(reply.body())
                .getAsJsonObject()
                .getAsJsonObject("error")
                .get("code")
                .getAsString();
    }
}
