package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.RequestInfo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The player pays, the answer gets lost, and the repeated request must not make them pay again. */
@Timeout(90)
class LostAnswerTest {
    static Stream<Effect> waysToLoseAnAnswer() {
        return Stream.of(
                Effect.resetAfter(),
                Effect.cut(0),
                Effect.cut(0.5),
                Effect.status(503).afterProcessing(),
                Effect.bare(502).afterProcessing());
    }

    @ParameterizedTest
    @MethodSource("waysToLoseAnAnswer")
    void debit_whoseFirstAnswerGetsLost_isChargedOnce(Effect lost) {
        List<RequestInfo> seen = new CopyOnWriteArrayList<>();
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                        .onRequest(seen::add)
                        .build())) {
            sandbox.credit(kraty.ensureIdentity().externalPlayerId(), "gold", 100);
            seen.clear();
            sandbox.addTrouble(Trouble.on("debitWallet").times(1).effect(lost).build());

            assertEquals(95, kraty.wallet().debit("gold", 5).balance());

            List<Long> debits = sandbox.ledger().stream()
                    .filter(entry -> entry.reason().equals("debit"))
                    .map(LedgerEntry::delta)
                    .toList();
            assertEquals(List.of(-5L), debits);
            List<RecordedRequest> sent = sandbox.requests().stream()
                    .filter(request -> "debitWallet".equals(request.operation()))
                    .toList();
            assertEquals(2, sent.size());
            assertTrue(sent.get(0).processed(), "the first one got through");
            assertTrue(sent.get(1).replayed(), "the second one is the same, down to its body");
            Set<String> keys =
                    sent.stream().map(RecordedRequest::idempotencyKey).collect(Collectors.toSet());
            assertEquals(1, keys.size());
            assertEquals(
                    keys,
                    Set.copyOf(seen.stream().map(RequestInfo::idempotencyKey).toList()));
        }
        assertEquals(List.of(1, 2), seen.stream().map(RequestInfo::attempt).toList());
        assertEquals(List.of(false, true), seen.stream().map(RequestInfo::ok).toList());
    }
}
