package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyErrorCode;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationWithoutSecretTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"externalPlayerId\":\"x\"}}",
                "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":null}}",
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
}
