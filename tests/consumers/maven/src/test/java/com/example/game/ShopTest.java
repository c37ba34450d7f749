package com.example.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.junit.KratySandboxExtension;
import io.kraty.sandbox.junit.PlayAs;
import io.kraty.sdk.Kraty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The game's own test on the published sandbox, as the README has it. */
@ExtendWith(KratySandboxExtension.class)
class ShopTest {
    @Test
    void purchase_whoseAnswerGetsLost_isChargedOnce(KratySandbox sandbox, @PlayAs("ana") Kraty ana) {
        sandbox.credit("ana", "gold", 100);
        sandbox.addTrouble(Trouble.on("debitWallet").times(1).effect(Trouble.Effect.resetAfter()).build());

        ana.wallet().debit("gold", 30); // the SDK repeats the request, and the sandbox tells what really happened

        assertEquals(List.of(100L, -30L), sandbox.ledger().stream().map(LedgerEntry::delta).toList());
    }
}
