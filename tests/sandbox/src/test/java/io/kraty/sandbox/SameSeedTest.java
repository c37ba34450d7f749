package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a game does with boards, progressions and purchases follows from the seed, too. */
class SameSeedTest extends SandboxTest {
    @Test
    void sameRequests_haveTheSameAnswers() {
        List<String> first = game(7, new MutableClock());
        assertEquals(first, game(7, new MutableClock()));
        assertNotEquals(first, game(8, new MutableClock()));
    }

    private static List<String> game(long seed, MutableClock clock) {
        KratySandbox.Builder settings = KratySandbox.builder().seed(seed).clock(clock);
        try (KratySandbox sandbox = settings.inventoryManagement(InventoryManagement.PERMISSIVE)
                .botInterval(Duration.ofMinutes(10))
                .start()) {
            Api api = new Api(sandbox);
            List<String> answers = new ArrayList<>();
            TestPlayer ana = api.register("ana");
            answers.add(ana.score("region_cup", "eu", 10).body());
            answers.add(ana.post("wallet/xp/progress", "{\"amount\":700}").body());
            answers.add(ana.post(
                            "grants",
                            "{\"kind\":\"crate\",\"entries\":"
                                    + "[{\"type\":\"crate\",\"crateItemKey\":\"gold_crate\",\"quantity\":1}]}")
                    .body());
            answers.add(ana.post(
                            "purchases",
                            "{\"transactionId\":\"t\",\"store\":\"web\",\"productId\":\"p\",\"amountMinor\":1,"
                                    + "\"currency\":\"USD\"}")
                    .body());
            clock.advance(Duration.ofDays(7));
            answers.add(api.get("leaderboards/region_cup/standings").body());
            answers.add(api.get("leaderboards/xp_league?period=2026-08-31T00:00:00Z")
                    .body());
            answers.add(api.get("leaderboards/weekly_score").body());
            answers.add(ana.get("wallet").body());
            answers.add(sandbox.ledger().toString());
            return answers;
        }
    }
}
