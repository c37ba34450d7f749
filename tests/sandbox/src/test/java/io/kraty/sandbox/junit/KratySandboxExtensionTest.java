package io.kraty.sandbox.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What happens around tests; the classes that stand at the end are run by those at the start. */
@Timeout(120)
class KratySandboxExtensionTest {
    private static final Set<KratySandbox> SANDBOXES = ConcurrentHashMap.newKeySet();
    private static final List<Kraty> CLIENTS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger STARTS = new AtomicInteger();

    @BeforeEach
    void forget() {
        SANDBOXES.clear();
        CLIENTS.clear();
        STARTS.set(0);
    }

    @Test
    void parameters_areReadyToPlay() {
        succeed(Playing.class, 1);
    }

    @Test
    void eachTest_hasASandboxOfItsOwn() {
        succeed(OwnSandbox.class, 4);
        assertEquals(4, SANDBOXES.size());
    }

    @Test
    void parallelTests_doNotMeet() {
        run(
                OwnSandbox.class,
                "junit.jupiter.execution.parallel.enabled",
                "junit.jupiter.execution.parallel.mode.default");
        assertEquals(4, SANDBOXES.size());
    }

    @Test
    void afterTheTest_sandboxAndClientsAreClosed() {
        succeed(OwnSandbox.class, 4);
        for (KratySandbox sandbox : SANDBOXES) {
            try (KratySandbox next = KratySandbox.builder().port(sandbox.port()).start()) {
                assertEquals(sandbox.port(), next.port());
            }
        }
        assertEquals(4, CLIENTS.size());
        CLIENTS.forEach(client -> assertThrows(IllegalStateException.class, client::ping));
    }

    @Test
    void perClass_sharesTheSandbox_alsoWithNestedClasses_butNoClients() {
        succeed(SharedByClass.class, 3);
        assertEquals(1, SANDBOXES.size());
        assertEquals(1, STARTS.get());
        assertEquals(3, new HashSet<>(CLIENTS).size());
    }

    @Test
    void perClass_endsWithTheClass() {
        succeed(SharedByClass.class, 3);
        KratySandbox ended = SANDBOXES.iterator().next();
        try (KratySandbox next = KratySandbox.builder().port(ended.port()).start()) {
            assertEquals(ended.port(), next.port());
        }
    }

    @Test
    void settings_reachTheSandboxAndTheClients() {
        succeed(OwnGame.class, 1);
    }

    @Test
    void testWithoutParameters_startsNothing() {
        succeed(Uninterested.class, 1);
        assertEquals(0, STARTS.get());
    }

    @Test
    void perClass_inAnInstanceField_saysWhatToDo() {
        fail(PerClassInAnInstance.class, "static field");
    }

    @Test
    void parameterBeforeAnyTest_saysWhatToDo() {
        EngineExecutionResults results = run(TooEarly.class);
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("perClass()"))));
    }

    private static void succeed(Class<?> tests, int count) {
        run(tests)
                .testEvents()
                .assertStatistics(numbers -> numbers.started(count).succeeded(count));
    }

    private static void fail(Class<?> tests, String part) {
        run(tests)
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains(part))));
    }

    private static EngineExecutionResults run(Class<?> tests, String... parallel) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests));
        if (parallel.length > 0) {
            kit.configurationParameter(parallel[0], "true").configurationParameter(parallel[1], "concurrent");
        }
        return kit.execute();
    }

    @ExtendWith(KratySandboxExtension.class)
    static class Playing {
        @BeforeEach
        void sees(KratySandbox sandbox, @PlayAs("ana") Kraty ana) {
            SANDBOXES.add(sandbox);
            CLIENTS.add(ana);
        }

        @Test
        void play(KratySandbox sandbox, Kraty somebody, @PlayAs("ana") Kraty ana, @PlayAs("bo") Kraty bo) {
            assertTrue(SANDBOXES.contains(sandbox));
            assertSame(CLIENTS.get(0), ana);
            assertNotSame(ana, bo);
            assertEquals(List.of(), sandbox.requests());
            assertEquals(List.of("ana", "player", "bo"), sandbox.players());
            sandbox.befriend("ana", "bo");
            assertEquals("bo", ana.friends().list().get(0).externalPlayerId());
            assertEquals("player", somebody.activeExternalPlayerId().orElseThrow());
        }

        @AfterEach
        void seesTheSame(KratySandbox sandbox, @PlayAs("ana") Kraty ana) {
            assertTrue(SANDBOXES.contains(sandbox));
            assertSame(CLIENTS.get(0), ana);
        }
    }

    @ExtendWith(KratySandboxExtension.class)
    static class OwnSandbox {
        @RepeatedTest(4)
        void see(KratySandbox sandbox, Kraty client) {
            assertEquals(List.of("player"), sandbox.players());
            SANDBOXES.add(sandbox);
            CLIENTS.add(client);
            client.ping();
        }
    }

    static class SharedByClass {
        @RegisterExtension
        static final KratySandboxExtension SANDBOX = KratySandboxExtension.builder()
                .sandbox(settings -> STARTS.incrementAndGet())
                .perClass()
                .build();

        @BeforeAll
        static void before(KratySandbox sandbox) {
            SANDBOXES.add(sandbox);
        }

        SharedByClass(KratySandbox sandbox) {
            SANDBOXES.add(sandbox);
        }

        @RepeatedTest(2)
        void see(KratySandbox sandbox, Kraty client) {
            meet(sandbox, client);
        }

        private static void meet(KratySandbox sandbox, Kraty client) {
            SANDBOXES.add(sandbox);
            CLIENTS.add(client);
            // Known from an earlier test: the new client is signed in.
            client.wallet().list();
        }

        @Nested
        class Inner {
            @Test
            void see(KratySandbox sandbox, Kraty client) {
                meet(sandbox, client);
            }
        }
    }

    static class OwnGame {
        @RegisterExtension
        static final KratySandboxExtension SANDBOX = KratySandboxExtension.builder()
                .game(Game.parse("{game: Ants, players: {ana: {items: {}, balances: {}}}}", "test"))
                .sandbox(settings -> settings.trouble(List.of(
                        Trouble.on("*").effect(Trouble.Effect.status(503)).build())))
                .client(settings ->
                        settings.retry(KratyRetryConfig.builder().attempts(1).build()))
                .build();

        @Test
        void see(KratySandbox sandbox, @PlayAs("ana") Kraty ana) {
            assertEquals(List.of("ana"), sandbox.players());
            KratyApiException e = assertThrows(KratyApiException.class, ana::ping);
            assertEquals(503, e.status());
            assertEquals(1, sandbox.requests().size());
        }
    }

    static class Uninterested {
        @RegisterExtension
        final KratySandboxExtension sandbox = KratySandboxExtension.builder()
                .sandbox(settings -> STARTS.incrementAndGet())
                .build();

        @Test
        void nothing() {}
    }

    static class PerClassInAnInstance {
        @RegisterExtension
        final KratySandboxExtension sandbox =
                KratySandboxExtension.builder().perClass().build();

        @Test
        void see(KratySandbox sandbox) {}
    }

    @ExtendWith(KratySandboxExtension.class)
    static class TooEarly {
        @BeforeAll
        static void see(KratySandbox sandbox) {}

        @Test
        void nothing() {}
    }
}
