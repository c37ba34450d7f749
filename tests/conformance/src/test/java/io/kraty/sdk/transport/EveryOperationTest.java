package io.kraty.sdk.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every call, whatever it is about. */
class EveryOperationTest {
    private static final String REGISTERED = "{\"data\":{\"secret\":\"fresh-secret\"}}";

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    static Stream<Operation> calls() {
        return Arrays.stream(Operation.values())
                .filter(operation -> !operation.endpoint().isStream());
    }

    static Stream<Operation> streams() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.endpoint().isStream());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_thatFailsForNow_isRepeatedAsItWas(Operation operation) {
        platform.answers(
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                MockPlatform.error(503, "internal_error"),
                MockPlatform.error(403, "forbidden"));
        List<RequestInfo> told = new ArrayList<>();

        KratyApiException e =
                operation.refused(platform.client(platform.signedIn().onRequest(told::add)));

        assertTrue(e.isForbidden());
        assertEquals(3, e.attempts());
        List<Sent> sent = platform.sent();
        assertEquals(Collections.nCopies(3, sent.get(0)), sent);
        assertEquals(List.of(1, 2, 3), told.stream().map(RequestInfo::attempt).toList());
        for (RequestInfo info : told) {
            assertEquals(operation.endpoint().operationId(), info.operation());
            assertEquals(operation.endpoint().path(), info.pathTemplate());
            assertEquals(sent.get(0).method(), info.method());
            assertEquals(platform.url() + sent.get(0).target(), info.url());
            assertEquals(sent.get(0).key(), info.idempotencyKey());
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void stream_thatFailsForNow_isTheGamesToOpenAgain(Operation operation) {
        platform.answers(MockPlatform.error(503, "internal_error"));

        assertEquals(503, operation.refused(platform.client()).status());

        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void firstCall_registersThePlayerItIsAboutAndNobodyElse(Operation operation) {
        platform.answers(MockPlatform.json(201, REGISTERED), MockPlatform.error(404, "not_found"));
        if (!operation.isAboutThePlayer()) {
            platform.answers(MockPlatform.error(404, "not_found"));
        }
        Kraty kraty = platform.client(platform.fresh().activeExternalPlayerId("new"));

        operation.refused(kraty);

        List<Sent> sent = platform.sent();
        assertEquals(operation.isAboutThePlayer() ? 2 : 1, sent.size());
        if (operation.isAboutThePlayer()) {
            assertEquals("/sdk/v1/players/new/register", sent.get(0).target());
            assertEquals(
                    operation.isPersonal() ? "fresh-secret" : null, sent.get(1).header("X-Player-Secret"));
        }
        assertEquals(
                operation.endpoint(),
                Endpoint.at(
                        sent.get(sent.size() - 1).method(),
                        sent.get(sent.size() - 1).target()));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void prefix_ofTheBaseUrl_isKept(Operation operation) {
        platform.prefix("/a/b");
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client());

        assertTrue(platform.only().target().startsWith("/a/b/sdk/v1/"), platform.only()::target);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void redirect_isNotFollowed(Operation operation) {
        platform.answers(MockPlatform.json(307, "{}").withHeader("Location", "/sdk/v1/catalog"));

        assertEquals(307, operation.refused(platform.client()).status());

        assertEquals(
                operation.endpoint(),
                Endpoint.at(platform.only().method(), platform.only().target()));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void failure_tellsNoSecret(Operation operation) {
        String secrets = TestOptions.API_KEY + " " + (operation.isPersonal() ? TestOptions.SECRET : "");
        platform.answers(
                MockPlatform.json(401, "{\"error\":{\"code\":\"unauthenticated\",\"message\":\"" + secrets + "\"}}"));

        String text = operation.refused(platform.client()).toString();

        assertTrue(text.contains("unauthenticated"), text);
        assertTrue(!text.contains(TestOptions.API_KEY) && !text.contains(TestOptions.SECRET), text);
    }
}
