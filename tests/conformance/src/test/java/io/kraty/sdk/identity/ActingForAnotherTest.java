package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActingForAnotherTest {
    private final ListedStore store = new ListedStore();
    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(ScriptedRegistrations::acceptOrEmpty);
        kraty = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .secretStore(store)
                .build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    @Test
    void as_neverCarriesTheActivePlayersSecret() {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().list(RequestOptions.as("bob"));

        Received request = server.requests().get(0);
        assertEquals("bob", request.player());
        assertNull(request.header("X-Player-Secret"));
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void asWithASecret_sendsThatSecret() {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().list(RequestOptions.as("bob").playerSecret("ps_of_bob"));

        assertEquals("ps_of_bob", server.requests().get(0).header("X-Player-Secret"));
    }

    @Test
    void as_registersNobodyAndStoresNothing() {
        kraty.inventory().list(RequestOptions.as("bob").playerSecret("ps_of_bob"));

        assertEquals(1, server.requests().size());
        assertEquals(Map.of(), store.content());
        assertEquals(0, kraty.activeExternalPlayerId().stream().count());
    }
}
