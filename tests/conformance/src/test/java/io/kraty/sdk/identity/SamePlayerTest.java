package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.ChildJvm;
import io.kraty.sdk.wire.SecondCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies that share a store share a player, however their first launches meet. */
@Timeout(120)
class SamePlayerTest {
    private static final int LAUNCHES = 30;

    @TempDir
    Path directory;

    private final KratySandbox sandbox = KratySandbox.start();
    private final String[] platform = {sandbox.apiKey(), sandbox.baseUrl()};

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private KratyClientOptions.Builder options(SecretStore store) {
        return PlayTestOptions.on(sandbox, FakeTiming.flowing()).secretStore(store);
    }

    @Test
    void copyThatLookedBeforeTheOtherWasDone_takesTheOthersPlayer() throws Exception {
        HeldStore store = new HeldStore(once("read", "/active"));
        assertSamePlayer(store, options(store).build());
    }

    @Test
    void copyThatLookedBeforeTheOtherWasDone_takesTheOthersSecretOfTheNamedPlayer() throws Exception {
        HeldStore store = new HeldStore(once("read", "/secret/ann"));
        assertSamePlayer(store, options(store).activeExternalPlayerId("ann").build());
    }

    private void assertSamePlayer(HeldStore store, KratyClientOptions options) throws Exception {
        try (Kraty early = Kraty.create(options);
                Kraty late = Kraty.create(options)) {
            Background<PlayerCredentials> looked = Background.of(early::ensureIdentity);
            store.awaitHeld(); // saw that there is nobody
            PlayerCredentials player = late.ensureIdentity();
            store.letGo();

            assertEquals(player, looked.result());
            assertEquals(List.of(player.externalPlayerId()), sandbox.players());
            assertEquals(1, sandbox.requests().size());
            assertEquals(player.externalPlayerId(), store.activePlayer());
            assertFalse(store.mentions("/registering"), "what was begun in vain is forgotten");
        }
    }

    @Test
    void copyThatIsDoneLate_leavesAloneWhatAnotherHasBegunSince() throws Exception {
        HeldStore store = new HeldStore(once("write", "/active"));
        try (Kraty slow = Kraty.create(options(store).build())) {
            Background<PlayerCredentials> resolving = Background.of(slow::ensureIdentity);
            store.awaitHeld();
            String begun = store.content().keySet().stream()
                    .filter(name -> name.contains("/registering"))
                    .findFirst()
                    .orElseThrow();
            store.write(begun, "key kp_another");
            store.letGo();
            resolving.result();

            assertEquals("key kp_another", store.content().get(begun));
        }
    }

    @Test
    void twoClassLoaders_atTheSameMoment() throws Exception {
        try (SecondCopy one = SecondCopy.ofTheSdk();
                SecondCopy two = SecondCopy.ofTheSdk()) {
            BiFunction<String[], Path, String> first = launches(one);
            BiFunction<String[], Path, String> second = launches(two);
            CyclicBarrier together = new CyclicBarrier(2);
            for (int i = 0; i < LAUNCHES; i++) {
                Path file = directory.resolve("player" + i + ".json");
                Background<String> other = Background.of(() -> {
                    together.await();
                    return second.apply(platform, file);
                });
                together.await();
                String player = first.apply(platform, file);

                assertEquals(player, other.result());
                assertOnePlayer(file, player, i + 1);
            }
        }
    }

    @Test
    void twoProcesses_atTheSameMoment() throws Exception {
        ChildJvm one = ChildJvm.run(RegisteringChild.class, platform);
        ChildJvm two = ChildJvm.run(RegisteringChild.class, platform);
        for (int i = 0; i < LAUNCHES; i++) {
            Path file = directory.resolve("player" + i + ".json");
            one.say(file.toString());
            two.say(file.toString());
            String player = one.line();

            assertEquals(player, two.line());
            assertOnePlayer(file, player, i + 1);
        }
        assertEquals(0, one.say("").exitCode());
        assertEquals(0, two.say("").exitCode());
    }

    private void assertOnePlayer(Path file, String player, int players) throws Exception {
        assertEquals(players, sandbox.players().size());
        String kept = Files.readString(file);
        assertEquals(1, kept.split(player, -1).length - 1 - (kept.contains("/secret/" + player) ? 1 : 0), kept);
        assertFalse(kept.contains("registering"), kept);
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<String[], Path, String> launches(SecondCopy copy) throws ReflectiveOperationException {
        return copy.make(FirstPlayer.class, BiFunction.class);
    }

    /** The first such operation, and no other. */
    private static Predicate<String> once(String operation, String name) {
        AtomicBoolean met = new AtomicBoolean();
        return used -> used.startsWith(operation) && used.endsWith(name) && met.compareAndSet(false, true);
    }
}
