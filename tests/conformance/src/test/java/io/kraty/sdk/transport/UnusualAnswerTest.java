package io.kraty.sdk.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.error.KratyApiException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no API description holds, and that networks bring all the same. */
class UnusualAnswerTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>Welcome to the airport Wi-Fi</body></html>",
                "null",
                "[]",
                "{}",
                "true",
                "42",
                "\"text\"",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":\"x\"}",
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true}",
                "{\"data\":{\"economyKey\":\"gold\",\"bal",
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":\"many\"}}",
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true}} trailing",
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true}}{}",
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":null,\"applied\":true}}",
                "\u0000\u0001\u0002",
                "{\"error\":null}",
                "{\"error\":{}}",
                "{\"error\":{\"code\":\"\"}}",
                "{\"error\":\"no\"}",
            })
    void success_thatIsNotTheResult_isAnInternalErrorAndNotRepeated(String body) {
        platform.answers(MockPlatform.json(200, body), MockPlatform.json(200, MockPlatform.DEBITED));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(200, e.status());
        assertEquals("internal_error", e.rawCode());
        assertEquals(KratyErrorCode.INTERNAL_ERROR, e.code());
        assertEquals(1, e.attempts());
        assertEquals(1, platform.sent().size());
        assertEquals(List.of(), platform.timing().sleeps());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void success_withoutABody_isAnInternalError(int status) {
        platform.answers(aResponse().withStatus(status));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(status, e.status());
        assertEquals("internal_error", e.rawCode());
        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 299})
    void success_withAnyStatus_isASuccess(int status) {
        platform.answers(MockPlatform.json(status, MockPlatform.DEBITED));

        assertEquals(95, platform.client().wallet().debit("gold", 5).balance());
    }

    @Test
    void success_withUnknownFieldsAndOddTypes_isRead() {
        platform.answers(aResponse()
                .withBody("\n {\"meta\":[1,{}],\"error\":null,\"data\":{\"new\":{\"a\":[]},\"economyKey\":\"gold\","
                        + "\"balance\":9007199254740993,\"applied\":false}} \n"));

        assertEquals(
                9_007_199_254_740_993L,
                platform.client().wallet().debit("gold", 5).balance());
    }

    @Test
    void success_withOneOddEvent_listsTheOthers() {
        String event = "{'eventKey':'%s','windowId':'w','leaderboardId':%s,'currentAttemptId':null,"
                + "'startsAt':'2026-03-01 12:00:00+0000','endsAt':%s}";
        String events = String.join(
                ",",
                String.format(event, "a", "'l'", "'2026-03-02T12:00Z'"),
                String.format(event, "b", "{'id':'l'}", "'2026-03-02T23:59:60+00:00'"),
                String.format(event, "c", "'l'", "{'day':2}"),
                "7",
                String.format(event, "d", "null", "'2026-03-02T12:00:00+00'"));
        platform.answers(MockPlatform.json(200, ("{'data':[" + events + "]}").replace('\'', '"')));

        List<EventListing> listed = platform.client().events().listForPlayer();

        assertEquals(
                List.of("a", "b", "d"),
                listed.stream().map(EventListing::eventKey).toList());
        assertNull(listed.get(1).leaderboardId());
        assertEquals(Instant.parse("2026-03-02T23:59:59Z"), listed.get(1).endsAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'error':{'code':'conflict','message':'too few'}}",
                "200 | {'data':{'economyKey':'gold','balance':95,'applied':true},'error':{'code':'conflict','message':'too few'}}",
                "200 | {'error':{'code':'conflict','message':'too few'},'data':{'economyKey':'gold','balance':95,'applied':true}}",
                "201 | { 'data':null, 'error' : { 'message':'too few', 'code':'conflict' } }",
                "202 | {'error':{'code':'conflict','message':'too few','details':{'error':1}}}",
            })
    void success_withAnErrorEnvelope_isThatErrorAndNotRepeated(int status, String body) {
        platform.answers(MockPlatform.json(status, body.replace('\'', '"')));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(status, e.status());
        assertTrue(e.isConflict());
        assertEquals("too few", e.message());
        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | <html><h1>Not here</h1></html>",
                "404 | ''",
                "404 | {}",
                "404 | null",
                "404 | []",
                "404 | {'error':null}",
                "404 | {'error':'no'}",
                "404 | {'error':{}}",
                "404 | {'error':{'code':''}}",
                "404 | {'error':{'code':7}",
                "404 | {'message':'no'}",
                "404 | {'error':{'code':'not_fou",
                "501 | gateway",
                "502 | <html>",
                "418 | short and stout",
            })
    void failure_withoutAnEnvelope_isAnInternalErrorWithItsStatus(int status, String body) {
        platform.answers(MockPlatform.json(status, body.replace('\'', '"')));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(status, e.status());
        assertEquals("internal_error", e.rawCode());
        assertEquals(status >= 500 ? 4 : 1, e.attempts());
    }

    @Test
    void failure_withAPage_quotesItsBeginningInTheMessage() {
        platform.answers(aResponse()
                .withStatus(404)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>\n<h1>Not   here</h1>" + "x".repeat(5000)));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().list());

        assertTrue(e.getMessage().contains("<html> <h1>Not here</h1>"), e::getMessage);
        assertTrue(e.getMessage().contains("text/html"), e::getMessage);
        assertTrue(e.getMessage().length() < 500, e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'error':{'code':'conflict'}}", "{'error':{'code':'conflict','message':null}}"})
    void failure_withoutAMessage_hasAnEmptyOne(String body) {
        platform.answers(MockPlatform.json(409, body.replace('\'', '"')));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals("", e.message());
        assertTrue(e.isConflict());
        assertTrue(e.getMessage().contains("409 conflict"), e::getMessage);
    }
}
