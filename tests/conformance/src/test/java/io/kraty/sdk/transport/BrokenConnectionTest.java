package io.kraty.sdk.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.RequestInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(90)
class BrokenConnectionTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource(Fault.class)
    void call_onABrokenConnection_isRepeatedWithTheSameKey(Fault fault) {
        platform.answers(
                aResponse().withStatus(200).withFault(fault),
                aResponse().withStatus(200).withFault(fault),
                MockPlatform.json(200, MockPlatform.DEBITED));

        assertEquals(95, platform.client().wallet().debit("gold", 5).balance());

        assertEquals(3, platform.sent().size());
        assertEquals(1, new HashSet<>(platform.sent().stream().map(Sent::key).toList()).size());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void call_onConnectionsThatAlwaysBreak_isANetworkFailureWithItsCause(Fault fault) {
        platform.answers(aResponse().withStatus(200).withFault(fault));

        KratyNetworkException e = assertThrows(
                KratyNetworkException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(4, e.attempts());
        assertEquals(4, platform.sent().size());
        assertNotNull((IOException) e.getCause());
    }

    @Test
    void call_whoseConnectionIsClosedBeforeTheRequestIsRead_isRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.json(200, MockPlatform.DEBITED))) {
            server.refuse(2);
            List<RequestInfo> seen = new ArrayList<>();
            try (Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                    .onRequest(seen::add)
                    .build())) {
                assertEquals(95, kraty.wallet().debit("gold", 5).balance());
            }
            assertEquals(1, server.sent().size());
            assertEquals(3, seen.size());
        }
    }

    @Test
    void call_onAKeptConnectionThatTheServerClosed_isCountedToo() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                // Says nothing of closing, and closes.
                (request, out) -> ScriptedServer.write(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Length: " + MockPlatform.WALLET.length() + "\r\n\r\n"
                                + MockPlatform.WALLET),
                ScriptedServer.json(200, MockPlatform.WALLET),
                ScriptedServer.json(200, MockPlatform.WALLET))) {
            List<RequestInfo> seen = new ArrayList<>();
            try (Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                    .onRequest(seen::add)
                    .build())) {
                kraty.wallet().list();
                kraty.wallet().list();
            }
            assertEquals(2, server.sent().size());
            assertEquals(2, seen.stream().filter(RequestInfo::ok).count());
        }
    }

    @Test
    void call_whoseAnswerIsCutInTheMiddle_isRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.cut(200, MockPlatform.DEBITED),
                ScriptedServer.cut(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"\"}}"),
                ScriptedServer.json(200, MockPlatform.DEBITED))) {
            List<RequestInfo> seen = new ArrayList<>();
            try (Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                    .onRequest(seen::add)
                    .build())) {
                assertEquals(95, kraty.wallet().debit("gold", 5).balance());
            }
            assertEquals(3, server.sent().size());
            assertEquals(3, seen.size());
            assertNull(seen.get(0).status());
            assertNull(seen.get(1).status());
        }
    }
}
