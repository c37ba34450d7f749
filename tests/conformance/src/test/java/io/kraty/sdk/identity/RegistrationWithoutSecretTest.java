package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted answers: no platform gives them, and so neither does the sandbox. */
class RegistrationWithoutSecretTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"externalPlayerId\":\"x\"}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":null}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":{\"plain\":\"s\"}}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":[\"s\"]}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":true}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":\"\"}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":\"  \"}}",
                "{\"data\":{}}"
            })
    void isAnErrorAndNobodyBecomesActive(String answer) throws Exception {
        ListedStore store = new ListedStore();
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(201, answer));
                Kraty kraty = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                        .secretStore(store)
                        .build())) {
            KratyApiException failure = assertThrows(KratyApiException.class, kraty::ensureIdentity);

            assertEquals(KratyErrorCode.INTERNAL_ERROR, failure.code());
            assertEquals(1, server.requests().size(), "not repeated");
            assertTrue(kraty.activeExternalPlayerId().isEmpty());
            assertFalse(store.content().keySet().stream()
                    .anyMatch(name -> name.contains("/secret/") || name.endsWith("/active")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 299})
    void tellsTheAnswersOwnStatusAndRequest(int status) throws Exception {
        try (TinyServer server = TinyServer.answering(exchange -> exchange.answer(
                        status, "application/json", "{\"data\":{\"secret\":\"\"}}", "X-Request-Id: req_7"));
                Kraty kraty = Kraty.create(
                        PlayTestOptions.at(server.url(), FakeTiming.flowing()).build())) {
            KratyApiException failure = assertThrows(KratyApiException.class, kraty::ensureIdentity);

            assertEquals(status, failure.status());
            assertEquals("req_7", failure.requestId());
            assertTrue(failure.getMessage().contains("/register"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "ünlaut", "line\\nbreak"})
    void isAnErrorAlsoByHandAndChangesNobody(String secret) throws Exception {
        String answer = "{\"data\":{\"externalPlayerId\":\"ann\",\"secret\":\"" + secret + "\"}}";
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(201, answer));
                Kraty kraty = Kraty.create(
                        PlayTestOptions.at(server.url(), FakeTiming.flowing()).build())) {
            kraty.signIn("ann", "ps_of_ann");

            for (Executable call : List.<Executable>of(
                    () -> kraty.players().register("ann"),
                    () -> kraty.players().rotate("ann"),
                    () -> Kraty.connectAsPlayer(
                            PlayTestOptions.at(server.url(), FakeTiming.flowing())
                                    .build(),
                            "ann",
                            new ListedStore()))) {
                KratyApiException failure = assertThrows(KratyApiException.class, call);
                assertEquals(KratyErrorCode.INTERNAL_ERROR, failure.code());
                assertTrue(secret.trim().isEmpty() || !failure.getMessage().contains(secret), failure.getMessage());
            }
            assertEquals(new PlayerCredentials("ann", "ps_of_ann"), kraty.ensureIdentity());
        }
    }
}
