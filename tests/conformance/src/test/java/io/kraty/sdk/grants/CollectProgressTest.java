package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.CollectProgress;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.wire.Warnings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectProgressTest {
    // Not a list for many threads: one is told after the other.
    private final List<CollectProgress> progress = new ArrayList<>();

    @Test
    void everyGrant_isToldOnce_andCounted() {
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(12))) {
            grants.kraty
                    .grants()
                    .collectAll(
                            CollectOptions.builder().onProgress(progress::add).build());

            assertEquals(
                    IntStream.rangeClosed(1, 12).boxed().toList(),
                    progress.stream().map(CollectProgress::done).toList());
            assertEquals(
                    Set.copyOf(grants.ids),
                    progress.stream().map(told -> told.last().id()).collect(Collectors.toSet()));
            progress.forEach(told -> assertEquals(12, told.total()));
            progress.forEach(told -> assertNull(told.error()));
        }
    }

    @Test
    void failure_isToldWithItsReason() {
        try (WaitingGrants grants = WaitingGrants.of("rr")) {
            grants.sandbox.addTrouble(Trouble.on("POST " + grants.path(0))
                    .effect(Effect.error(404, "not_found"))
                    .build());

            CollectAllResult result = grants.kraty
                    .grants()
                    .collectAll(CollectOptions.builder()
                            .atATime(1)
                            .onProgress(progress::add)
                            .build());

            assertEquals(result.failures().get(0).error(), progress.get(0).error());
            assertTrue(((KratyApiException) progress.get(0).error()).isNotFound());
            assertEquals(2, progress.get(1).done());
            assertNull(progress.get(1).error());
        }
    }

    @Test
    void furtherRound_addsToTheTotal() {
        try (WaitingGrants grants = WaitingGrants.of("rc")) {
            grants.kraty
                    .grants()
                    .collectAll(CollectOptions.builder()
                            .untilEmpty(true)
                            .onProgress(progress::add)
                            .build());

            assertEquals(
                    List.of("1/2", "2/2", "3/3"),
                    progress.stream()
                            .map(told -> told.done() + "/" + told.total())
                            .toList());
        }
    }

    @Test
    void whatTheListenerThrows_isLoggedAndChangesNothing() {
        try (WaitingGrants grants = WaitingGrants.of("rcr");
                Warnings warnings = Warnings.of("io.kraty.sdk.callback")) {
            CollectAllResult result = grants.kraty
                    .grants()
                    .collectAll(CollectOptions.builder()
                            .onProgress(told -> {
                                throw new AssertionError("the screen is gone");
                            })
                            .build());

            assertEquals(3, result.processed());
            assertFalse(result.hasFailures());
            assertEquals(3, warnings.texts().size());
            assertTrue(warnings.texts().get(0).contains("the screen is gone"), warnings.texts()::toString);
        }
    }

    @Test
    void listener_isCalledWhereTheGameSays_inOrder() {
        List<Runnable> frame = new CopyOnWriteArrayList<>();
        try (WaitingGrants grants = WaitingGrants.of("rcr");
                Kraty drawing = Kraty.create(PlayTestOptions.on(grants.sandbox, FakeTiming.flowing())
                        .callbackExecutor(frame::add)
                        .build())) {
            drawing.signIn(grants.player, grants.sandbox.secretOf(grants.player).orElseThrow());

            drawing.grants()
                    .collectAll(
                            CollectOptions.builder().onProgress(progress::add).build());

            assertEquals(List.of(), progress, "not on the threads that collect");
            frame.forEach(Runnable::run);
            assertEquals(
                    List.of(1, 2, 3),
                    progress.stream().map(CollectProgress::done).toList());
        }
    }

    @Test
    void oneAtATime_isOne() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(8), chain -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Response answer = chain.proceed(chain.request());
            underWay.decrementAndGet();
            return answer;
        })) {
            grants.kraty.grants().collectAll(CollectOptions.builder().atATime(1).build());

            assertEquals(1, most.get());
            assertEquals(List.of(), grants.waiting());
        }
    }

    @Test
    void sixteenAtATime_areSixteen() {
        // Nobody gets on before sixteen are here.
        CyclicBarrier sixteen = new CyclicBarrier(16);
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(16), chain -> {
            if (chain.request().method().equals("POST")) {
                meet(sixteen);
            }
            return chain.proceed(chain.request());
        })) {
            CollectAllResult result = grants.kraty
                    .grants()
                    .collectAll(CollectOptions.builder().atATime(16).build());

            assertEquals(16, result.claimed().size(), result.failures()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, -1, Integer.MAX_VALUE})
    void atATime_isOneToSixteen(int atATime) {
        CollectOptions.Builder options = CollectOptions.builder().atATime(atATime);

        assertTrue(assertThrows(IllegalArgumentException.class, options::build)
                .getMessage()
                .startsWith("atATime: "));
    }

    private static void meet(CyclicBarrier others) throws IOException {
        try {
            others.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
