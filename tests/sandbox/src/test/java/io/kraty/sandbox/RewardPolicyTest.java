package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.AmountRange;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardEntry;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the end of an event's board brings, besides tiers by rank. */
class RewardPolicyTest extends SandboxTest {
    private TestEvent event = new TestEvent("race");

    @Test
    void fixedBundle_isForEverybodyWhoScored() {
        play(bundle(new CurrencyRewardEntry("gold", RewardAmount.of(7.0))));
        TestPlayer ana = score("ana", 10);
        TestPlayer rui = score("rui", 1);
        TestPlayer eva = score("eva", 0);
        sandbox.closeWindow("race");
        assertEquals(List.of(7L), won(ana));
        assertEquals(List.of(7L), won(rui));
        assertEquals(List.of(), won(eva));
        assertEquals("event_completion", ana.get("pending-grants").text("data.0.sourceKind"));
        assertEquals(
                "fixed_bundle", rewardPolicy().text("data.0.rewardPolicy.type"), "the next window shows what to win");
    }

    @Test
    void rangesOfABundle_areRolledPerPlayer_andAgainTheSame() {
        Set<Long> amounts = new HashSet<>();
        List<Long> first = ranges();
        amounts.addAll(first);
        assertTrue(amounts.size() > 1, first::toString);
        assertTrue(amounts.stream().allMatch(amount -> amount >= 100 && amount <= 1000 && amount % 50 == 0));
        assertEquals(first, ranges());
    }

    @Test
    void sharedPool_isDividedInProportionToScores_andNeverMoreThanThePool() {
        play(pool(100));
        TestPlayer ana = score("ana", 1);
        TestPlayer rui = score("rui", 1);
        TestPlayer eva = score("eva", 1);
        TestPlayer tom = score("tom", 0);
        sandbox.closeWindow("race");
        assertEquals(List.of(33L), won(ana));
        assertEquals(List.of(33L), won(rui));
        assertEquals(List.of(33L), won(eva));
        assertEquals(List.of(), won(tom));
    }

    @Test
    void sharedPool_goesByFractionsOfScores() {
        play(pool(1000));
        TestPlayer ana = score("ana", 30);
        TestPlayer rui = score("rui", 10);
        sandbox.closeWindow("race");
        assertEquals(List.of(750L), won(ana));
        assertEquals(List.of(250L), won(rui));
    }

    @Test
    void sharesOfBots_areLost() {
        event = event.bots(1);
        play(pool(100));
        TestPlayer ana = score("ana", 10);
        for (int i = 0; i < 10; i++) {
            sandbox.tickBots();
        }
        sandbox.closeWindow("race");
        assertEquals(List.of(50L), won(ana), "the bot has as much as the player");
    }

    @Test
    void poolThatNobodyScoredFor_paysNothing() {
        play(pool(100));
        TestPlayer ana = score("ana", 0);
        sandbox.closeWindow("race");
        assertEquals(List.of(), won(ana));
    }

    private List<Long> ranges() {
        play(bundle(new CurrencyRewardEntry("gold", new RewardAmount.Range(new AmountRange(100, 1000, 50L)))));
        List<TestPlayer> players = List.of(score("ana", 1), score("rui", 1), score("eva", 1), score("tom", 1));
        sandbox.closeWindow("race");
        return players.stream().map(player -> won(player).get(0)).toList();
    }

    private void play(RewardPolicySummary rewards) {
        restart(KratySandbox.builder().game(Games.of(event.rewards(rewards))));
    }

    private Reply rewardPolicy() {
        sandbox.openWindow("race", Duration.ofHours(1));
        return api.get("players/ana/events");
    }

    private TestPlayer score(String id, int score) {
        TestPlayer player = api.register(id);
        String attempt = player.start("race").expect(201).text("data.attempt.id");
        player.increment("race", attempt, score).expect(200);
        return player;
    }

    private static List<Long> won(TestPlayer player) {
        return player.get("pending-grants").objects("data").stream()
                .map(grant -> grant.getAsJsonObject("contents")
                        .getAsJsonArray("entries")
                        .get(0)
                        .getAsJsonObject()
                        .get("amount")
                        .getAsLong())
                .toList();
    }

    private static RewardPolicySummary bundle(RewardEntry entry) {
        return RewardPolicySummary.builder()
                .type(RewardPolicyType.FIXED_BUNDLE)
                .bundle(new RewardBundlePreview("all", null, List.of(entry)))
                .build();
    }

    private static RewardPolicySummary pool(double amount) {
        return RewardPolicySummary.builder()
                .type(RewardPolicyType.SHARED_POOL)
                .pool(amount)
                .currencyKey("gold")
                .build();
    }
}
