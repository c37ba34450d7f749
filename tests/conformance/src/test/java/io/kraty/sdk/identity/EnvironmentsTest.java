package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private final ListedStore store = new ListedStore();
    private TinyServer server;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(ScriptedRegistrations::acceptOrEmpty);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Kraty open(String apiKey, String url) {
        return Kraty.create(PlayTestOptions.at(url, FakeTiming.flowing())
                .apiKey(apiKey)
                .secretStore(store)
                .build());
    }

    private PlayerCredentials playerOf(String apiKey, String url) {
        try (Kraty kraty = open(apiKey, url)) {
            return kraty.ensureIdentity();
        }
    }

    @Test
    void otherKeyPrefix_isAnotherPlayerInTheSameStore() {
        PlayerCredentials test = playerOf("kraty_test.one", server.url());

        assertNotEquals(test, playerOf("kraty_live.one", server.url()));
        assertEquals(test, playerOf("kraty_test.two", server.url()), "a renewed key is the same game");
    }

    @Test
    void otherHost_isAnotherPlayerInTheSameStore() throws Exception {
        PlayerCredentials here = playerOf("kraty_test.one", server.url());
        try (TinyServer there = TinyServer.answering(ScriptedRegistrations::acceptOrEmpty)) {
            assertNotEquals(here, playerOf("kraty_test.one", there.url()));
        }
        assertEquals(here, playerOf("kraty_test.one", server.url()));
    }

    @Test
    void logout_leavesTheOtherEnvironmentAlone() {
        PlayerCredentials live = playerOf("kraty_live.one", server.url());
        playerOf("kraty_test.one", server.url());
        try (Kraty kraty = open("kraty_test.one", server.url())) {
            kraty.logout();
        }
        assertEquals(live, playerOf("kraty_live.one", server.url()));
    }
}
