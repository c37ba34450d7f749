package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.DerivedProgressionChange;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.Grant;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.ProgressionDefinition;
import io.kraty.sandbox.internal.definition.ProgressionDefinition.Derived;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients may do to progressions, and those that follow others, as a level follows experience, whatever moved it.
 *
 * <p>[choice] What is taken away from a progression takes its steps back. A step is rewarded once: losing it and reaching
 * it again brings nothing. Where the studio keeps the holdings, nothing is client-writable.
 */
public final class Progressions implements Holdings.Listener {
    private final Map<String, ProgressionDefinition> definitions;
    private final Settings settings;
    private final Holdings holdings;
    private final Grants grants;
    /** The highest step whose reward was given, by player and by the key of what follows another progression. */
    private final Map<Player, Map<String, Long>> rewardedSteps = new HashMap<>();

    public Progressions(
            Map<String, ProgressionDefinition> definitions, Settings settings, Holdings holdings, Grants grants) {
        this.definitions = definitions;
        this.settings = settings;
        this.holdings = holdings;
        this.grants = grants;
    }

    /** Moves a progression by a signed amount, down to zero at most. */
    public ProgressWalletResult progress(Player player, String key, long amount, String reason) {
        ProgressionDefinition definition = definitions.get(key);
        if (!settings.keepsHoldings() || definition == null || !definition.clientWritable()) {
            throw ApiError.forbidden(ErrorCode.FORBIDDEN, "Clients may not write " + key + ".");
        }
        Map<String, Long> before = following();
        before.replaceAll((derived, none) -> balance(player, derived));
        long known = grants.made(player);
        long delta = Math.max(amount, -balance(player, key));
        if (delta != 0) {
            holdings.change(player, Change.byPlayer(ResourceKind.BALANCE, key, delta, reason, null));
        }
        return new ProgressWalletResult(key, balance(player, key), true, derived(player, before, known));
    }

    @Override
    public void changed(Player player, LedgerEntry change) {
        if (change.kind() != ResourceKind.BALANCE) {
            return;
        }
        definitions.forEach((key, definition) -> {
            Derived derived = definition.derived();
            if (derived != null && derived.from().equals(change.key())) {
                follow(player, key, derived, change);
            }
        });
    }

    private void follow(Player player, String key, Derived derived, LedgerEntry change) {
        long before = balance(player, key);
        long delta = steps(derived, change.balance()) - steps(derived, change.balance() - change.delta());
        long after = Math.max(0, before + delta);
        if (after != before) {
            holdings.change(player, Change.byRule(ResourceKind.BALANCE, key, after - before, "derived", null));
        }
        Map<String, Long> steps = rewardedSteps.computeIfAbsent(player, any -> new HashMap<>());
        long rewarded = steps.getOrDefault(key, 0L);
        for (; rewarded < after && !derived.reward().isEmpty(); rewarded++) {
            grants.give(player, derived.reward(), "level_reward", key, null);
        }
        steps.put(key, Math.max(rewarded, after));
    }

    private List<DerivedProgressionChange> derived(Player player, Map<String, Long> before, long knownGrants) {
        List<DerivedProgressionChange> changes = new ArrayList<>();
        before.forEach((key, previous) -> {
            long now = balance(player, key);
            if (now != previous) {
                List<String> brought = grants.pendingSince(player, knownGrants, key).stream()
                        .map(Grant::id)
                        .toList();
                changes.add(new DerivedProgressionChange(key, previous, now, now - previous, brought));
            }
        });
        return changes;
    }

    private Map<String, Long> following() {
        Map<String, Long> following = new LinkedHashMap<>();
        definitions.forEach((key, definition) -> {
            if (definition.derived() != null) {
                following.put(key, 0L);
            }
        });
        return following;
    }

    private static long steps(Derived derived, long amount) {
        return derived.thresholds().stream()
                .filter(threshold -> amount >= threshold)
                .count();
    }

    private long balance(Player player, String key) {
        return holdings.amount(player, ResourceKind.BALANCE, key);
    }
}
