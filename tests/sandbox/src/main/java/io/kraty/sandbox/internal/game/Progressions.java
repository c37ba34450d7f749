package io.kraty.sandbox.internal.game;

import static io.kraty.sandbox.internal.game.DemoCatalog.GOLD;
import static io.kraty.sandbox.internal.game.DemoCatalog.LEVEL;
import static io.kraty.sandbox.internal.game.DemoCatalog.XP;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.DerivedProgressionChange;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import java.util.List;

/**
 * What clients may do to progressions, and the level that follows xp, whatever moved it.
 *
 * <p>[choice] Clients may write xp only. 250 xp make a level, up to level 100; xp taken away takes the level back. A new
 * level is worth 25 gold, once: losing a level and reaching it again brings nothing. Where the studio keeps the holdings,
 * nothing is client-writable.
 */
public final class Progressions implements Holdings.Listener {
    private static final long XP_PER_LEVEL = 250;
    private static final long HIGHEST_LEVEL = 100;
    private static final long GOLD_PER_LEVEL = 25;

    private final Settings settings;
    private final Holdings holdings;
    private final Grants grants;

    Progressions(Settings settings, Holdings holdings, Grants grants) {
        this.settings = settings;
        this.holdings = holdings;
        this.grants = grants;
    }

    /** Moves a progression by a signed amount, down to zero at most. */
    public ProgressWalletResult progress(Player player, String key, long amount, String reason) {
        if (!settings.keepsHoldings() || !key.equals(XP)) {
            throw ApiError.forbidden(ErrorCode.FORBIDDEN, "Clients may not write " + key + ".");
        }
        long level = balance(player, LEVEL);
        int known = player.grants.size();
        long delta = Math.max(amount, -balance(player, key));
        if (delta != 0) {
            holdings.change(player, ResourceKind.BALANCE, key, delta, reason, ChangeOrigin.CLIENT);
        }
        long now = balance(player, LEVEL);
        List<String> brought = player.grants.keySet().stream().skip(known).toList();
        return new ProgressWalletResult(
                key,
                balance(player, key),
                true,
                now == level
                        ? List.of()
                        : List.of(new DerivedProgressionChange(LEVEL, level, now, now - level, brought)));
    }

    @Override
    public void changed(Player player, LedgerEntry change) {
        if (change.kind() != ResourceKind.BALANCE || !change.key().equals(XP)) {
            return;
        }
        long before = balance(player, LEVEL);
        long delta = levelAt(change.balance()) - levelAt(change.balance() - change.delta());
        long after = Math.max(0, before + delta);
        if (after != before) {
            holdings.change(player, ResourceKind.BALANCE, LEVEL, after - before, "derived");
        }
        for (; player.rewardedLevel < after; player.rewardedLevel++) {
            grants.give(player, List.of(Rewards.currency(GOLD, GOLD_PER_LEVEL)), "level_reward", LEVEL, null);
        }
    }

    private static long levelAt(long xp) {
        return Math.min(HIGHEST_LEVEL, xp / XP_PER_LEVEL);
    }

    private long balance(Player player, String key) {
        return holdings.amount(player, ResourceKind.BALANCE, key);
    }
}
