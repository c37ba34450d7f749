package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardEntry;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.sandbox.internal.game.boards.Participant;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.grants.Rewards;
import io.kraty.sandbox.internal.game.players.Player;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the final ranks of an event's board win.
 *
 * <p>[choice] Who scored nothing wins nothing. A fixed bundle is for everybody else. A shared pool is divided in
 * proportion to the scores, those of bots included, whose shares are lost; shares are rounded down, so that no more than
 * the pool is paid.
 */
public final class Prizes {
    private static final String SOURCE = "event_completion";

    private final Grants grants;

    public Prizes(Grants grants) {
        this.grants = grants;
    }

    /** Gives everybody on the board what they won. */
    void award(EventBoard board) {
        RewardPolicySummary policy = board.event.rewards();
        List<Participant> ranked = board.board.ranked();
        switch (policy.type().known()) {
            case FIXED_BUNDLE -> ranked.forEach(row -> give(board, row, policy.bundle()));
            case RANK_SCALED -> byRank(board, policy, ranked);
            case SHARED_POOL -> shares(board, policy, ranked);
            case NONE, UNRECOGNIZED -> {}
        }
    }

    private void byRank(EventBoard board, RewardPolicySummary policy, List<Participant> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            for (RankTier tier : policy.tiers()) {
                if (i + 1 >= tier.fromRank() && i + 1 <= tier.toRank()) {
                    give(board, ranked.get(i), tier.bundle());
                }
            }
        }
    }

    private void shares(EventBoard board, RewardPolicySummary policy, List<Participant> ranked) {
        Double pool = policy.pool();
        String currency = policy.currencyKey();
        // Exact numbers: a share that is rounded up by accident could break the bank.
        BigDecimal total = ranked.stream()
                .filter(row -> row.score() > 0)
                .map(row -> BigDecimal.valueOf(row.score()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (pool == null || currency == null || total.signum() == 0) {
            return;
        }
        for (Participant row : ranked) {
            long share = BigDecimal.valueOf(pool)
                    .multiply(BigDecimal.valueOf(Math.max(0, row.score())))
                    .divideToIntegralValue(total)
                    .longValue();
            if (share > 0) {
                give(board, row, List.of(Rewards.currency(currency, share)));
            }
        }
    }

    private void give(EventBoard board, Participant row, @Nullable RewardBundlePreview bundle) {
        if (bundle != null) {
            give(board, row, bundle.entries());
        }
    }

    private void give(EventBoard board, Participant row, List<RewardEntry> entries) {
        Player player = row.player();
        if (player != null && row.score() > 0) {
            grants.give(player, entries, SOURCE, board.id(), null);
        }
    }
}
