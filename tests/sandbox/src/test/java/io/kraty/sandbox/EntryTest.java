package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EntryCostItem;
import io.kraty.sandbox.internal.definition.Condition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a player has to be, to have and to pay to play. */
class EntryTest extends SandboxTest {
    private TestPlayer ana;

    private void play(TestEvent event) {
        restart(KratySandbox.builder().game(Games.of(event)));
        ana = api.register("ana");
    }

    private void unlockedBy(Condition condition) {
        play(new TestEvent("cup").unlockedBy(condition));
    }

    @ParameterizedTest
    @CsvSource({"99, 5, 2", "100, 4, 2", "100, 5, 1", "100, 5, 0"})
    void costOfSeveralKinds_isPaidAsAWhole_orNotAtAll(int gold, int gems, int potions) {
        playForAPrice();
        have(gold, gems, potions);
        ana.start("cup").expectError(402, "insufficient_entry_cost");
        assertHas(gold, gems, potions);
        assertEquals(
                0, sandbox.ledger().stream().filter(entry -> entry.delta() < 0).count());
    }

    @Test
    void costOfSeveralKinds_isTakenOnce() {
        playForAPrice();
        have(101, 6, 3);
        ana.start("cup").expect(201);
        ana.start("cup").expect(201);
        assertHas(1, 1, 1);
    }

    @Test
    void costThatNamesACurrencyTwice_needsBoth() {
        play(new TestEvent("cup")
                .cost(new EntryCost(
                        List.of(new EntryCostCurrency("gold", 60), new EntryCostCurrency("gold", 60)), List.of())));
        sandbox.credit("ana", "gold", 100);
        ana.start("cup").expectError(402, "insufficient_entry_cost");
        sandbox.credit("ana", "gold", 20);
        ana.start("cup").expect(201);
        assertEquals(0, ana.balance("gold"));
    }

    @Test
    void spending_unlocks() {
        unlockedBy(new Condition.HasSpent(500));
        pay("t1", 499);
        assertLocked();
        pay("t2", 1);
        assertUnlocked();
    }

    @Test
    void country_unlocks() {
        restart(KratySandbox.builder().game(Games.of(new TestEvent("cup"))));
        api.register("ana");
        String country = api.get("players/ana/identity").text("data.displayIdentity.country");
        unlockedBy(new Condition.ComesFrom(List.of("AQ", country)));
        assertUnlocked();
        unlockedBy(new Condition.ComesFrom(List.of("AQ")));
        assertLocked();
    }

    @Test
    void all_needsEachOfThem() {
        unlockedBy(
                new Condition.All(List.of(new Condition.HasBalance("gold", 5), new Condition.HasBalance("gems", 5))));
        sandbox.credit("ana", "gold", 5);
        assertLocked();
        sandbox.credit("ana", "gems", 5);
        assertUnlocked();
    }

    @Test
    void any_needsOneOfThem() {
        unlockedBy(
                new Condition.Any(List.of(new Condition.HasBalance("gold", 5), new Condition.OwnsItem("vip_pass", 1))));
        assertLocked();
        sandbox.credit("ana", "gold", 5);
        assertUnlocked();
    }

    @Test
    void not_needsTheOpposite() {
        unlockedBy(new Condition.Not(new Condition.HasBalance("gold", 5)));
        assertUnlocked();
        clock.advance(Duration.ofMinutes(30));
        sandbox.credit("ana", "gold", 5);
        assertLocked();
    }

    @Test
    void malformedUnlockCondition_isTheStudiosMistake() {
        unlockedBy(new Condition.Any(List.of(new Condition.All(List.of()), new Condition.Malformed())));
        ana.start("cup").expectError(500, "invalid_unlock_condition");
        assertEquals(List.of(), api.get("players/ana/events").expect(200).objects("data"));
    }

    @Test
    void malformedEntryRequirement_isTheStudiosMistake_butTheEventIsListed() {
        play(new TestEvent("cup").requires(new Condition.Not(new Condition.Malformed())));
        ana.start("cup").expectError(500, "invalid_entry_requirement");
        Reply list = api.get("players/ana/events").expect(200);
        assertEquals("malformed", list.text("data.0.entryRequirement.condition.type"));
    }

    @Test
    void entryRequirement_canBeCombined_andIsListed() {
        play(new TestEvent("cup")
                .requires(new Condition.All(List.of(
                        new Condition.HasSpent(1), new Condition.Any(List.of(new Condition.HasBalance("gold", 1)))))));
        ana.start("cup").expectError(403, "entry_requirement_failed");
        pay("t", 1);
        sandbox.credit("ana", "gold", 1);
        ana.start("cup").expect(201);
        Reply list = api.get("players/ana/events");
        assertEquals("has_spent", list.text("data.0.entryRequirement.conditions.0.type"));
        assertEquals("gold", list.text("data.0.entryRequirement.conditions.1.conditions.0.economyKey"));
    }

    @Test
    void quotas_ofWindowAndDay_holdTogether() {
        play(new TestEvent("cup").quota(1, 2));
        ana.start("cup").expect(201);
        clock.advance(Duration.ofMinutes(30));
        ana.start("cup").expectError(429, "max_attempts_reached");
        clock.advance(Duration.ofMinutes(90));
        ana.start("cup").expect(201);
        clock.advance(Duration.ofHours(2));
        ana.start("cup").expectError(429, "max_daily_attempts_reached");
        assertEquals(2, api.get("players/ana/events").number("data.0.attemptQuota.usedToday"));
    }

    private void playForAPrice() {
        play(new TestEvent("cup")
                .cost(new EntryCost(
                        List.of(new EntryCostCurrency("gold", 100), new EntryCostCurrency("gems", 5)),
                        List.of(new EntryCostItem("health_potion", 2)))));
    }

    private void have(int gold, int gems, int potions) {
        sandbox.credit("ana", "gold", gold);
        sandbox.credit("ana", "gems", gems);
        if (potions > 0) {
            sandbox.grantItem("ana", "health_potion", potions);
            ana.post("grants/" + ana.get("pending-grants").text("data.0.id") + "/claim", "{}")
                    .expect(200);
        }
    }

    private void assertHas(int gold, int gems, int potions) {
        assertEquals(gold, ana.balance("gold"));
        assertEquals(gems, ana.balance("gems"));
        assertEquals(potions, ana.items("health_potion"));
    }

    private void pay(String transaction, int cents) {
        ana.post(
                        "purchases",
                        "{\"transactionId\":\"" + transaction
                                + "\",\"store\":\"web\",\"productId\":\"p\",\"currency\":\"USD\",\"amountMinor\":"
                                + cents + "}")
                .expect(201);
    }

    private void assertLocked() {
        ana.start("cup").expectError(403, "unlock_condition_failed");
        assertEquals(List.of(), api.get("players/ana/events").expect(200).objects("data"));
    }

    private void assertUnlocked() {
        assertTrue(api.get("players/ana/events").texts("data", "eventKey").contains("cup"));
        ana.start("cup").expect(201);
    }
}
