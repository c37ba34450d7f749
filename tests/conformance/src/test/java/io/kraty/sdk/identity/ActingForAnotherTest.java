package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActingForAnotherTest {
    private final ListedStore store = new ListedStore();
    private final KratySandbox sandbox = KratySandbox.start();
    private final String secretOfBob = sandbox.register("bob");
    private Kraty kraty;

    @BeforeEach
    void start() {
        kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private RecordedRequest only() {
        List<RecordedRequest> requests = sandbox.requests();
        assertEquals(1, requests.size(), requests.toString());
        return requests.get(0);
    }

    @Test
    void as_neverCarriesTheActivePlayersSecret() {
        kraty.signIn("ann", secretOfBob); // if it were carried along, it would even be the right one

        KratyApiException refused = assertThrows(
                KratyApiException.class, () -> kraty.as("bob").inventory().list());

        assertTrue(refused.isPlayerSecretInvalid(), refused.toString());
        assertEquals("bob", only().externalPlayerId());
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void asWithASecret_sendsThatSecret() {
        kraty.signIn("ann", sandbox.register("ann"));
        kraty.with(RequestOptions.as("bob").playerSecret(secretOfBob))
                .inventory()
                .list(); // any other would be refused

        assertEquals("bob", only().externalPlayerId());
        assertEquals(200, only().status());
    }

    @Test
    void as_registersNobodyAndStoresNothing() {
        kraty.with(RequestOptions.as("bob").playerSecret(secretOfBob))
                .inventory()
                .list();

        assertEquals("listInventory", only().operation());
        assertEquals(List.of("bob"), sandbox.players());
        assertEquals(Map.of(), store.content());
        assertEquals(0, kraty.activeExternalPlayerId().stream().count());
    }
}
