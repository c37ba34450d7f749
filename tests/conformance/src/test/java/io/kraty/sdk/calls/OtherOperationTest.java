package io.kraty.sdk.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.SystemApi;
import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import io.kraty.api.runtime.Idempotent;
import io.kraty.api.runtime.Json;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.transport.MockPlatform;
import io.kraty.sdk.transport.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What this SDK has no method for goes the way of all calls. */
class OtherOperationTest {
    private static final String SECRET = "X-Player-Secret";
    private static final String NEWS = "{\"data\":[\"Sale!\",\"Maintenance\"]}";
    private static final String VOTED = "{\"data\":{\"votes\":12}}";

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    /** A body that carries a key, as a game may write one. */
    private record Vote(String option, String idempotencyKey) implements Idempotent<Vote> {
        @Override
        public Vote withIdempotencyKey(String key) {
            return new Vote(option, key);
        }

        static final TypeAdapter<Vote> ADAPTER = new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, Vote vote) throws IOException {
                out.beginObject().name("option").value(vote.option);
                out.name("idempotencyKey").value(vote.idempotencyKey).endObject();
            }

            @Override
            public Vote read(JsonReader in) {
                throw new UnsupportedOperationException("it is only sent");
            }
        };
    }

    private static ApiRequest<List<String>> news(String language) {
        return ApiRequest.builder(
                        "listNews",
                        "GET",
                        "/sdk/v1/news",
                        Json.unwrapped("NewsEnvelope", "data", Json.list(Json.STRING)))
                .credential(Credential.bearer())
                .query("language", language)
                .build();
    }

    private static ApiRequest<Integer> vote(String player, String poll) {
        return ApiRequest.builder(
                        "vote",
                        "POST",
                        "/sdk/v1/players/{player}/polls/{poll}/votes",
                        Json.unwrapped("VoteEnvelope", "data", Json.unwrapped("Votes", "votes", Json.INT32)))
                .credential(Credential.bearer())
                .credential(Credential.header(SECRET))
                .path("player", player)
                .path("poll", poll)
                .body(new Vote("red", null), Vote.ADAPTER)
                .build();
    }

    /** A platform that is newer than the description. */
    private static void knows(String... answers) {
        platform.doNotJudge();
        platform.answers(Arrays.stream(answers)
                .map(answer -> MockPlatform.json(200, answer))
                .toArray(ResponseDefinitionBuilder[]::new));
    }

    @Test
    void whatBelongsToNobody_isCalledWithTheKeyAlone() {
        knows(NEWS);

        List<String> news = platform.client().call(news("pt"));

        assertEquals(List.of("Sale!", "Maintenance"), news);
        Sent sent = platform.only();
        assertEquals("GET /sdk/v1/news?language=pt", sent.method() + " " + sent.target());
        assertEquals("Bearer " + TestOptions.API_KEY, sent.header("Authorization"));
        assertNotNull(sent.header("X-Kraty-SDK"));
        assertNull(sent.header(SECRET));
    }

    @Test
    void whatBelongsToAPlayer_isCalledAboutTheActiveOneWithTheSecret() {
        knows(VOTED);

        int votes = platform.client().call(player -> vote(player, "a/b"));

        assertEquals(12, votes);
        Sent sent = platform.only();
        assertEquals("/sdk/v1/players/player_42/polls/a%2Fb/votes", sent.target());
        assertEquals(TestOptions.SECRET, sent.header(SECRET));
        assertEquals("red", sent.json().get("option"));
        assertTrue(sent.key().matches("[A-Za-z0-9_-]{22}"), sent::key);
    }

    @Test
    void firstUse_registersThePlayer() {
        knows("{\"data\":{\"player\":{\"externalPlayerId\":\"x\"},\"secret\":\"ps_new\"}}", VOTED);
        Kraty kraty = platform.client(platform.fresh().activeExternalPlayerId("marta"));

        assertThrows(IllegalArgumentException.class, () -> kraty.call(player -> vote(player, "..")));
        assertEquals(List.of(), platform.sent(), "arguments are checked before anybody is registered");
        kraty.call(player -> vote(player, "p1"));

        assertEquals("/sdk/v1/players/marta/register", platform.sent().get(0).target());
        assertEquals(
                "/sdk/v1/players/marta/polls/p1/votes", platform.sent().get(1).target());
        assertEquals("ps_new", platform.sent().get(1).header(SECRET));
    }

    @Test
    void viewsOptions_countForIt() {
        knows(VOTED);

        platform.client()
                .with(RequestOptions.as("other").playerSecret("theirs").idempotencyKey("mine"))
                .call(player -> vote(player, "p1"));

        Sent sent = platform.only();
        assertEquals("/sdk/v1/players/other/polls/p1/votes", sent.target());
        assertEquals("theirs", sent.header(SECRET));
        assertEquals("mine", sent.key());
    }

    @Test
    void failure_isRepeatedWithTheSameKey_andReported() {
        platform.doNotJudge();
        platform.answers(
                MockPlatform.error(503, "internal_error"),
                MockPlatform.error(429, "rate_limited"),
                MockPlatform.json(200, VOTED));
        List<RequestInfo> reported = new ArrayList<>();

        platform.client(platform.signedIn().onRequest(reported::add)).call(player -> vote(player, "p1"));

        assertEquals(3, platform.sent().size());
        assertEquals(1, platform.sent().stream().map(Sent::key).distinct().count());
        assertEquals(2, platform.timing().sleeps().size());
        assertEquals(
                List.of(503, 429, 200),
                reported.stream().map(RequestInfo::status).toList());
        assertEquals(platform.sent().get(0).key(), reported.get(2).idempotencyKey(), "the hook sees the key");
    }

    @Test
    void refusal_isAnErrorLikeAnyOther() {
        platform.doNotJudge();
        platform.answers(MockPlatform.error(409, "poll_closed"));

        KratyApiException refused =
                assertThrows(KratyApiException.class, () -> platform.client().call(player -> vote(player, "p1")));

        assertTrue(refused.is("poll_closed"));
        assertTrue(refused.getMessage().contains("POST /sdk/v1/players/player_42/polls/p1/votes"), refused::toString);
        assertEquals(1, platform.sent().size());
    }

    @Test
    void answerThatIsNotWhatWasDescribed_isAnError() {
        knows("{\"data\":\"none\"}");

        assertThrows(KratyApiException.class, () -> platform.client().call(news(null)));
    }

    @Test
    void operationThatWasGenerated_isCalledByItsDescription() {
        platform.answers(
                MockPlatform.json(200, MockPlatform.DEBITED),
                MockPlatform.json(
                        200,
                        "{\"data\":{\"now\":\"2026-09-01T12:00:00Z\",\"epochMs\":1788264000000,\"timezone\":\"UTC\","
                                + "\"local\":\"2026-09-01T12:00:00\",\"offsetMinutes\":0}}"));
        Kraty kraty = platform.client();
        DebitWalletInput five = DebitWalletInput.builder().amount(5).build();

        assertEquals(
                95,
                kraty.call(player -> WalletApi.debitWallet(player, "gold", five))
                        .balance());
        assertEquals(1788264000000L, kraty.call(SystemApi.getServerTime(null)).epochMs());

        assertEquals(
                "/sdk/v1/players/player_42/wallet/gold/debit",
                platform.sent().get(0).target());
        assertNotNull(platform.sent().get(0).key());
        assertEquals("/sdk/v1/time", platform.sent().get(1).target());
    }

    @Test
    void afterTheEndAndAfterAnInterrupt_nothingIsSent() {
        Kraty kraty = platform.client();

        Thread.currentThread().interrupt();
        assertThrows(KratyNetworkException.class, () -> kraty.call(news(null)));
        assertTrue(Thread.interrupted());
        kraty.close();
        assertThrows(IllegalStateException.class, () -> kraty.call(news(null)));
        assertThrows(IllegalStateException.class, () -> kraty.call(player -> vote(player, "p1")));

        assertEquals(List.of(), platform.sent());
    }
}
