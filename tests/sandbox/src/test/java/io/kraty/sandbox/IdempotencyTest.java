package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends SandboxTest {
    private static final String TEN = "{\"amount\":10,\"idempotencyKey\":\"one\"}";

    private TestPlayer ana;

    @BeforeEach
    void richPlayer() {
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 1000);
    }

    @Test
    void sameKeyAndBody_happensOnce_andSaysSo() {
        Reply first = ana.post("wallet/gold/debit", TEN).expect(200);
        Reply second = ana.post("wallet/gold/debit", "{\"idempotencyKey\":\"one\",\"amount\":10}")
                .expect(200);
        assertEquals("{\"data\":{\"economyKey\":\"gold\",\"balance\":990,\"applied\":true}}", first.body());
        assertEquals("{\"data\":{\"economyKey\":\"gold\",\"balance\":990,\"applied\":false}}", second.body());
        assertEquals(990, ana.balance("gold"));
    }

    @Test
    void sameKey_withAnotherBodyOrResource_isAConflict() {
        ana.post("wallet/gold/debit", TEN).expect(200);
        ana.post("wallet/gold/debit", "{\"amount\":11,\"idempotencyKey\":\"one\"}")
                .expectError(409, "idempotency_conflict");
        ana.post("wallet/gems/debit", TEN).expectError(409, "idempotency_conflict");
    }

    @Test
    void sameKey_ofAnotherPlayerOrOperation_isAnotherKey() {
        TestPlayer rui = api.register("rui");
        sandbox.credit("rui", "gold", 10);
        sandbox.grantItem("ana", "arena_ticket", 1);
        ana.post("wallet/gold/debit", TEN).expect(200);
        rui.post("wallet/gold/debit", TEN).expect(200);
        ana.post("events/bounty_hunt/start", "{\"idempotencyKey\":\"one\"}").expect(201);
    }

    @Test
    void withoutKey_everyCallCounts() {
        ana.post("wallet/gold/debit", "{\"amount\":10}").expect(200);
        ana.post("wallet/gold/debit", "{\"amount\":10}").expect(200);
        assertEquals(980, ana.balance("gold"));
    }

    @Test
    void keysBeyondTheRoomForThem_areForgottenEarly_theOldestFirst() {
        restart(KratySandbox.builder().rememberedKeys(2));
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 1000);
        for (String key : List.of("1", "2", "3", "3", "2", "1")) {
            ana.post("wallet/gold/debit", "{\"amount\":10,\"idempotencyKey\":\"" + key + "\"}")
                    .expect(200);
        }
        assertEquals(960, ana.balance("gold"), "the first was forgotten, so it was carried out twice");
    }

    @Test
    void keyIsForgotten_afterADay() {
        ana.post("wallet/gold/debit", TEN).expect(200);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        ana.post("wallet/gold/debit", TEN).expect(200);
        assertEquals(990, ana.balance("gold"));
        clock.advance(Duration.ofSeconds(1));
        ana.post("wallet/gold/debit", TEN).expect(200);
        assertEquals(980, ana.balance("gold"));
    }

    @Test
    void refusal_isReplayed_evenIfItWouldWorkNow() {
        String body = "{\"amount\":5000,\"idempotencyKey\":\"dear\"}";
        ana.post("wallet/gold/debit", body).expectError(409, "conflict");
        sandbox.credit("ana", "gold", 5000);
        ana.post("wallet/gold/debit", body).expectError(409, "conflict");
    }

    @Test
    void startReplay_returnsTheSameAttempt_andIsPaidOnce() {
        String body = "{\"idempotencyKey\":\"start\"}";
        Reply first = ana.post("events/bounty_hunt/start", body).expect(201);
        Reply second = ana.post("events/bounty_hunt/start", body).expect(201);
        assertEquals(first.body(), second.body());
        assertEquals(900, ana.balance("gold"));
    }

    @Test
    void oneKey_usedByManyAtOnce_hasOneEffect() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> replies = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> ana.post("wallet/gold/debit", TEN)))
                    .toList();
            int applied = 0;
            for (Future<Reply> reply : replies) {
                applied += reply.get().expect(200).at("data.applied").getAsBoolean() ? 1 : 0;
            }
            assertEquals(1, applied);
            assertEquals(990, ana.balance("gold"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void requests_recordTheKeys_andWhatWasReplayed() {
        ana.post("wallet/gold/debit", TEN).expect(200);
        ana.post("wallet/gold/debit", TEN).expect(200);
        List<RecordedRequest> recorded = sandbox.requests().stream()
                .filter(request -> request.idempotencyKey() != null)
                .toList();
        assertEquals(List.of(debit("req_2", false), debit("req_3", true)), recorded);
    }

    private RecordedRequest debit(String id, boolean replayed) {
        String path = "/sdk/v1/players/ana/wallet/gold/debit";
        return new RecordedRequest(
                id, clock.instant(), "POST", path, "debitWallet", "ana", "one", 200, true, replayed, null);
    }
}
