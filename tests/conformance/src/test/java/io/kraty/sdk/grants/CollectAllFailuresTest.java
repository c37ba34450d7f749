package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CollectAllFailuresTest {
    @Test
    void oneThatFails_doesNotStopTheOthers() {
        try (WaitingGrants grants = WaitingGrants.of("rcrcrr")) {
            grants.sandbox.addTrouble(
                    at(grants.path(1), Effect.error(404, "not_found")),
                    at(grants.path(2), Effect.status(503)),
                    at(grants.path(4), Effect.resetBefore()));

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(grants.ids(0, 5), WaitingGrants.ids(result.claimed()));
            assertEquals(grants.ids.get(3), result.opened().get(0).crate().id());
            assertTrue(result.hasFailures());
            assertEquals(6, result.processed());
            assertEquals(grants.ids(1, 2, 4), failed(result));
            assertEquals(grants.ids(1, 2, 4), grants.uncollected());
            assertTrue(assertInstanceOf(
                            KratyApiException.class, result.failures().get(0).error())
                    .isNotFound());
            assertEquals(
                    503,
                    assertInstanceOf(
                                    KratyApiException.class,
                                    result.failures().get(1).error())
                            .status());
            assertInstanceOf(
                    KratyNetworkException.class, result.failures().get(2).error());
        }
    }

    @Test
    void afterARefusedSecret_noFurtherCallIsMade() {
        // All that are under way meet before the secret is replaced, so that their number is certain.
        CyclicBarrier underWay = new CyclicBarrier(8);
        AtomicReference<Runnable> replaceSecret = new AtomicReference<>(() -> {});
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(20), chain -> {
            if (chain.request().method().equals("POST")) {
                meet(underWay);
                replaceSecret.get().run();
            }
            return chain.proceed(chain.request());
        })) {
            replaceSecret.set(() -> grants.sandbox.rotateSecret(grants.player));

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(8, grants.writes().size());
            assertEquals(grants.ids, failed(result));
            assertEquals(grants.ids, grants.uncollected());
            for (CollectAllResult.Failure failure : result.failures()) {
                assertEquals(
                        401,
                        assertInstanceOf(KratyApiException.class, failure.error())
                                .status());
            }
        }
    }

    @Test
    void afterARefusedSecretAtACrate_noRewardIsClaimed() {
        try (WaitingGrants grants = WaitingGrants.of("rc")) {
            grants.sandbox.addTrouble(at(grants.path(1), Effect.error(401, "player_secret_invalid")));

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(1, grants.writes().size());
            assertEquals(grants.ids(1, 0), failed(result));
            assertEquals(grants.ids, grants.uncollected());
        }
    }

    private static Trouble at(String path, Effect effect) {
        return Trouble.on("POST " + path).effect(effect).build();
    }

    private static List<String> failed(CollectAllResult result) {
        return result.failures().stream().map(failure -> failure.grant().id()).toList();
    }

    private static void meet(CyclicBarrier others) throws IOException {
        try {
            others.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
