package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.game.grants.Rewards;
import org.jspecify.annotations.Nullable;

/** What a player wants to give. */
public record GiftOrder(
        GiftableResource resource, long amount, @Nullable String message) {
    RewardEntry content() {
        return resource.type().equals(GiftResourceType.ITEM)
                ? Rewards.item(resource.key(), amount)
                : Rewards.currency(resource.key(), amount);
    }
}
