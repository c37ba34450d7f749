package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check behind all other tests can fail. */
class ContractTest {
    private static final String DEBIT = "/sdk/v1/players/p1/wallet/gold/debit";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void violations_ofWhatTheSdkSends_areNone() {
        platform.answers(MockPlatform.json(200, MockPlatform.DEBITED));

        platform.client().wallet().debit("gold", 5);

        assertEquals(List.of(), platform.violations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown path         | POST | /sdk/v1/nowhere | {}                | key    | secret",
                "wrong method         | PUT  | " + DEBIT + "   | {\"amount\":5}  | key    | secret",
                "missing field        | POST | " + DEBIT + "   | {}                | key    | secret",
                "number as text       | POST | " + DEBIT + "   | {\"amount\":\"5\"} | key | secret",
                "below the minimum    | POST | " + DEBIT + "   | {\"amount\":0}  | key    | secret",
                "unknown field        | POST | " + DEBIT + "   | {\"amount\":5,\"x\":1} | key | secret",
                "no API key           | POST | " + DEBIT + "   | {\"amount\":5}  |        | secret",
                "no player secret     | POST | " + DEBIT + "   | {\"amount\":5}  | key    | ",
                "limit beyond maximum | GET  | /sdk/v1/leaderboards/a?limit=201 |  | key    | ",
            })
    void violations_ofABadRequest_areFound(
            String why, String method, String target, String body, String key, String secret) throws Exception {
        platform.answers(MockPlatform.json(200, "{}"));
        platform.doNotJudge();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + target))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (secret != null) {
            request.header("X-Player-Secret", secret);
        }

        CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding());

        assertEquals(1, platform.sent().size());
        assertTrue(!platform.violations().isEmpty(), why);
    }
}
