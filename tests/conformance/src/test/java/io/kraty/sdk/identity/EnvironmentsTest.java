package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.OneAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    private static final String TEST_KEY = "kraty_test.one";
    private static final String RENEWED_TEST_KEY = "kraty_test.two";
    private static final String LIVE_KEY = "kraty_live.one";

    private final ListedStore store = new ListedStore();
    private final KratySandbox test = KratySandbox.start();
    private final KratySandbox live =
            KratySandbox.builder().seed(2).liveKey(true).start();
    private final OneAddress platform =
            new OneAddress().key(TEST_KEY, test).key(RENEWED_TEST_KEY, test).key(LIVE_KEY, live);

    @AfterEach
    void stop() {
        platform.close();
        test.close();
        live.close();
    }

    private Kraty open(String apiKey) {
        return open(PlayTestOptions.at(platform.url(), FakeTiming.flowing()).apiKey(apiKey));
    }

    private Kraty open(KratyClientOptions.Builder options) {
        return Kraty.create(options.secretStore(store).build());
    }

    /** Whose secret the environment accepts. */
    private static PlayerCredentials playerOf(Kraty opened) {
        try (Kraty kraty = opened) {
            kraty.inventory().list();
            return kraty.ensureIdentity();
        }
    }

    @Test
    void otherKeyPrefix_isAnotherPlayerInTheSameStore() {
        PlayerCredentials tester = playerOf(open(TEST_KEY));
        PlayerCredentials player = playerOf(open(LIVE_KEY));

        assertNotEquals(tester, player);
        assertEquals(tester, playerOf(open(RENEWED_TEST_KEY)), "a renewed key is the same game");
        assertEquals(List.of(tester.externalPlayerId()), test.players());
        assertEquals(List.of(player.externalPlayerId()), live.players());
    }

    @Test
    void otherHost_isAnotherPlayerInTheSameStore() {
        PlayerCredentials here = playerOf(open(PlayTestOptions.on(test, FakeTiming.flowing())));
        try (KratySandbox there = KratySandbox.start()) { // of the same seed, and so with the same key
            assertEquals(test.apiKey(), there.apiKey());
            assertNotEquals(here, playerOf(open(PlayTestOptions.on(there, FakeTiming.flowing()))));
        }
        assertEquals(here, playerOf(open(PlayTestOptions.on(test, FakeTiming.flowing()))));
    }

    @Test
    void logout_leavesTheOtherEnvironmentAlone() {
        PlayerCredentials player = playerOf(open(LIVE_KEY));
        playerOf(open(TEST_KEY));
        try (Kraty kraty = open(TEST_KEY)) {
            kraty.logout();
        }
        assertEquals(player, playerOf(open(LIVE_KEY)));
    }
}
