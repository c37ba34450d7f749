package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.RequestInfo;
import io.kraty.sdk.TestOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The player pays, the answer gets lost, and the repeated request must not make them pay again. */
@Timeout(30)
class LostAnswerTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void debit_whoseFirstAnswerGetsLost_isChargedOnce() throws Exception {
        Set<String> charged = ConcurrentHashMap.newKeySet();
        List<RequestInfo> seen = new CopyOnWriteArrayList<>();
        ScriptedServer.Step chargeAndVanish = (request, out) -> {
            charged.add(request.key());
            Thread.sleep(200); // how slow the server is; nothing waits for it to pass
        };
        ScriptedServer.Step chargeAndAnswer = (request, out) -> {
            charged.add(request.key());
            ScriptedServer.json(200, MockPlatform.DEBITED).answer(request, out);
        };
        try (ScriptedServer server = new ScriptedServer(chargeAndVanish, chargeAndAnswer);
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                        .onRequest(seen::add)
                        .build())) {
            assertEquals(95, kraty.wallet().debit("gold", 5).balance());

            assertEquals(2, server.sent().size());
            assertEquals(1, charged.size());
            assertEquals(server.sent().get(0).body(), server.sent().get(1).body());
        }
        assertEquals(List.of(1, 2), seen.stream().map(RequestInfo::attempt).toList());
        assertEquals(
                charged,
                Set.copyOf(seen.stream().map(RequestInfo::idempotencyKey).toList()));
        assertEquals(List.of(false, true), seen.stream().map(RequestInfo::ok).toList());
    }
}
