package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Gate;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyntheticIdentityTest {
    private final ListedStore store = new ListedStore();
    private final KratySandbox sandbox = KratySandbox.start();
    private Kraty kraty;

    @BeforeEach
    void start() {
        kraty = open(new OkHttpClient());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private Kraty open(OkHttpClient http) {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .httpClient(http)
                .build());
    }

    private String register() {
        return kraty.ensureIdentity().externalPlayerId();
    }

    /** What the platform calls the player, whatever name they chose. */
    private SyntheticIdentity pooled(String player) {
        PlayerIdentity pooled =
                kraty.as(player).players().getAnonymizedIdentity().orElseThrow();
        return new SyntheticIdentity(pooled.name(), pooled.avatar());
    }

    /** The next registration is answered with this, whatever the platform would have said. */
    private void scriptedRegistration(String identities) {
        String body = "{\"data\":{\"externalPlayerId\":\"x\",\"secret\":\"ps_x\"" + identities + "}}";
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .times(1)
                .effect(Effect.answer(201, Map.of("Content-Type", "application/json"), body))
                .build());
    }

    @Test
    void isKnown_onceThisSessionRegisteredThePlayer() {
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        kraty.inventory().list();

        String player = kraty.activeExternalPlayerId().orElseThrow();
        assertEquals(Optional.of(pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isTheOneTheRegistrationCallsSo() {
        scriptedRegistration(",\"syntheticIdentity\":{\"name\":\"Pool\",\"avatar\":\"fox\"},"
                + "\"displayIdentity\":{\"name\":\"Display\"},\"anonymizedIdentity\":{\"name\":\"Nobody\"}");
        register();

        assertEquals(Optional.of(new SyntheticIdentity("Pool", "fox")), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_ifThePlatformGaveNone() {
        scriptedRegistration("");
        register();

        assertEquals(Optional.empty(), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_forThePlayerOfAnEarlierLaunch() {
        PlayerCredentials player = kraty.ensureIdentity();
        try (Kraty nextLaunch = open(new OkHttpClient())) {
            assertEquals(player, nextLaunch.ensureIdentity());
            assertEquals(Optional.empty(), nextLaunch.syntheticIdentity());
        }
    }

    @Test
    void isEmpty_afterLogoutUntilTheNextPlayerIsRegistered() {
        register();
        kraty.logout();
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        String next = register();
        assertEquals(Optional.of(pooled(next)), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_afterSignInOfSomebodyElseAndOfTheSamePlayer() {
        PlayerCredentials player = kraty.ensureIdentity();
        kraty.signIn("ann", sandbox.register("ann"));
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        kraty.signIn(player);
        assertEquals(Optional.empty(), kraty.syntheticIdentity());
    }

    @Test
    void isEmpty_afterASignInThatWonOverARegistrationUnderWay() throws Exception {
        Gate gate = new Gate("/register");
        try (Kraty gated = open(gate.client())) {
            Background<PlayerCredentials> waiting = Background.of(gated::ensureIdentity);
            gate.awaitArrival();
            gated.signIn("ann", sandbox.register("ann"));
            gate.open();

            assertEquals("ann", waiting.result().externalPlayerId());
            Await.until(
                    "the registration succeeds all the same",
                    () -> sandbox.players().size() == 2);
            gated.signIn("ann", gated.ensureIdentity().secret()); // in turn, so after what it still had to store
            assertEquals(Optional.empty(), gated.syntheticIdentity());
        }
    }

    @Test
    void isNotTouched_byWhatIsDoneForOthers() {
        RequestOptions bob = RequestOptions.as("bob")
                .playerSecret(kraty.players().register("bob").secret());
        kraty.with(bob).inventory().list();
        assertEquals(Optional.empty(), kraty.syntheticIdentity());

        String player = register();
        kraty.players().register("eve");
        bob = RequestOptions.as("bob")
                .playerSecret(kraty.players().rotate("bob").secret());
        kraty.with(bob).inventory().list();
        assertEquals(Optional.of(pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isNotTouched_byANameThePlayerChooses() {
        String player = register();
        assertEquals("Zoë", kraty.players().setIdentity("Zoë").displayIdentity().name());

        assertEquals(Optional.of(pooled(player)), kraty.syntheticIdentity());
    }

    @Test
    void isKept_whenTheActivePlayerGetsANewSecret() {
        PlayerCredentials before = kraty.ensureIdentity();
        String player = before.externalPlayerId();
        String rotated = kraty.players().rotate(player).secret();

        assertEquals(rotated, kraty.ensureIdentity().secret());
        assertEquals(Optional.of(rotated), sandbox.secretOf(player));
        assertEquals(Optional.of(pooled(player)), kraty.syntheticIdentity());
    }
}
