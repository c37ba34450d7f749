package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What players give themselves, in games that let them.
 *
 * <p>[choice] A crate grant holds one crate and nothing else; several crates, or crates among other things, make a
 * reward, which puts each of them into a grant of its own. A grant that would have lapsed already is refused.
 */
public final class SelfGrants {
    private static final String SOURCE = "client";

    private final Settings settings;
    private final Grants grants;

    public SelfGrants(Settings settings, Grants grants) {
        this.settings = settings;
        this.grants = grants;
    }

    public Grant grant(Player player, GrantKind kind, List<RewardEntry> entries, @Nullable Instant expiresAt) {
        if (settings.inventory() != InventoryManagement.PERMISSIVE) {
            throw ApiError.forbidden(
                    ErrorCode.INVENTORY_NOT_PERMISSIVE, "This game does not let clients grant to their own player.");
        }
        if (expiresAt != null && !settings.clock().instant().isBefore(expiresAt)) {
            throw ApiError.invalid("expiresAt", "must be in the future");
        }
        return switch (kind.known()) {
            case REWARD -> grants.deposited(player, entries, SOURCE, expiresAt);
            case CRATE -> grants.crate(player, crateKey(entries), SOURCE, expiresAt);
            case UNRECOGNIZED -> throw ApiError.invalid("kind", "must be reward or crate");
        };
    }

    private static String crateKey(List<RewardEntry> entries) {
        if (entries.size() == 1
                && entries.get(0) instanceof CrateRewardEntry crate
                && crate.quantity() != null
                && crate.quantity().min() == 1) {
            return crate.crateItemKey();
        }
        throw ApiError.invalid("entries", "must be one crate, for a grant of that kind");
    }
}
