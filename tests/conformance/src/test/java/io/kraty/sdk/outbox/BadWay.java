package io.kraty.sdk.outbox;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.util.stream.Stream;

/** What happens to a write on a bad way: it is lost before it arrives, its answer is lost, or nobody has time for it. */
public final class BadWay {
    private BadWay() {}

    /** For three in ten debits. */
    public static void ofDebits(KratySandbox sandbox) {
        Stream.of(Effect.resetAfter(), Effect.resetBefore(), Effect.status(503))
                .forEach(effect -> sandbox.addTrouble(Trouble.on("debitWallet")
                        .probability(0.1)
                        .effect(effect)
                        .build()));
    }
}
