package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyntheticIdentityTest {
    private final ListedStore store = new ListedStore();
    private final AtomicReference<TinyServer.Handler> registration =
            new AtomicReference<>(ScriptedRegistrations::acceptWithAName);
    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> {
            if (exchange.request().isRegistration()) {
                registration.get().handle(exchange);
            } else if (exchange.request().target().endsWith("/identity")) {
                exchange.json(
                        200,
                        "{\"data\":{\"displayIdentity\":{\"name\":\"New\"},\"anonymizedIdentity\":{\"name\":\"Other\"}}}");
            } else {
                ScriptedRegistrations.emptyInventory(exchange);
            }
        });
        kraty = open();
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    private Kraty open() {
        return Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .secretStore(store)
                .build());
    }

    private String register() {
        return kraty.ensureIdentity().externalPlayerId();
    }

    @Test
    void isKnown_onceThisSessionRegisteredThePlayer() {
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        kraty.inventory().list();

        String player = kraty.activeExternalPlayerId().orElseThrow();
        assertEquals(Optional.of(ScriptedRegistrations.pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_ifThePlatformGaveNone() {
        registration.set(ScriptedRegistrations::accept);
        register();

        assertEquals(Optional.empty(), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_forThePlayerOfAnEarlierLaunch() {
        PlayerCredentials player = kraty.ensureIdentity();
        try (Kraty nextLaunch = open()) {
            assertEquals(player, nextLaunch.ensureIdentity());
            assertEquals(Optional.empty(), nextLaunch.syntheticIdentity());
        }
    }

    @Test
    void isEmpty_afterLogoutUntilTheNextPlayerIsRegistered() {
        register();
        kraty.logout();
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        assertEquals(Optional.of(ScriptedRegistrations.pooled(register())), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_afterSignInOfSomebodyElseAndOfTheSamePlayer() {
        PlayerCredentials player = kraty.ensureIdentity();
        kraty.signIn("ann", "ps_of_ann");
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        kraty.signIn(player);
        assertEquals(Optional.empty(), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_afterASignInThatWonOverARegistrationUnderWay() throws Exception {
        registration.set(exchange -> {
            kraty.signIn("ann", "ps_of_ann");
            ScriptedRegistrations.acceptWithAName(exchange);
        });
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);

        assertEquals("ann", waiting.result().externalPlayerId());
        assertEquals(Optional.empty(), kraty.syntheticIdentity());
    }

    @Test
    void isNotTouched_byWhatIsDoneForOthers() {
        kraty.players().register("bob");
        kraty.inventory().list(RequestOptions.as("bob"));
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        String player = register();
        kraty.players().register("bob");
        kraty.players().rotate("bob");
        kraty.inventory().list(RequestOptions.as("bob"));
        assertEquals(Optional.of(ScriptedRegistrations.pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isNotTouched_byANameThePlayerChooses() {
        String player = register();
        kraty.players().setIdentity("Zoë");

        assertEquals(Optional.of(ScriptedRegistrations.pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isKept_whenTheActivePlayerGetsANewSecret() {
        String player = register();
        registration.set(exchange -> exchange.json(201, "{\"data\":{\"secret\":\"ps_new\"}}"));
        kraty.players().rotate(player);

        assertEquals("ps_new", kraty.ensureIdentity().secret());
        assertEquals(Optional.of(ScriptedRegistrations.pooled(player)), kraty.syntheticIdentity());
    }
}
