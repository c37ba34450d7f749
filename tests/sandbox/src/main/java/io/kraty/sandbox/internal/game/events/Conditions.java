package io.kraty.sandbox.internal.game.events;

import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.Condition;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.holdings.Purchases;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is true of a player.
 *
 * <p>[choice] Where the studio keeps the holdings, what is said about holdings counts as true: nobody here knows better.
 */
public final class Conditions {
    private final Settings settings;
    private final Holdings holdings;
    private final Purchases purchases;

    public Conditions(Settings settings, Holdings holdings, Purchases purchases) {
        this.settings = settings;
        this.holdings = holdings;
        this.purchases = purchases;
    }

    /** Whether there is a mistake anywhere in it. */
    static boolean isMalformed(@Nullable Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().anyMatch(Conditions::isMalformed);
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(Conditions::isMalformed);
        }
        if (condition instanceof Condition.Not not) {
            return isMalformed(not.condition());
        }
        return condition instanceof Condition.Malformed;
    }

    /** Nothing is known of a player who is null, so little is true of them. */
    boolean hold(@Nullable Condition condition, @Nullable Player player) {
        if (condition == null) {
            return true;
        }
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(part -> hold(part, player));
        }
        if (condition instanceof Condition.Any any) {
            return any.conditions().stream().anyMatch(part -> hold(part, player));
        }
        if (condition instanceof Condition.Not not) {
            return !hold(not.condition(), player);
        }
        return player != null && holdsOf(condition, player);
    }

    private boolean holdsOf(Condition condition, Player player) {
        if (condition instanceof Condition.OwnsItem owns) {
            return has(player, ResourceKind.ITEM, owns.itemKey(), owns.quantity());
        }
        if (condition instanceof Condition.HasBalance has) {
            return has(player, ResourceKind.BALANCE, has.economyKey(), has.amount());
        }
        if (condition instanceof Condition.HasSpent spent) {
            return purchases.spent(player) >= spent.amountMinor();
        }
        return condition instanceof Condition.ComesFrom from
                && from.countries()
                        .contains(Objects.requireNonNullElse(player.identity().country(), ""));
    }

    private boolean has(Player player, ResourceKind kind, String key, long amount) {
        return !settings.keepsHoldings() || holdings.amount(player, kind, key) >= amount;
    }

    /** As the list of events shows it. */
    static Map<String, @Nullable Object> listing(Condition condition) {
        Map<String, @Nullable Object> listing = new LinkedHashMap<>();
        if (condition instanceof Condition.All all) {
            listing.put("type", "all");
            listing.put("conditions", listings(all.conditions()));
        } else if (condition instanceof Condition.Any any) {
            listing.put("type", "any");
            listing.put("conditions", listings(any.conditions()));
        } else if (condition instanceof Condition.Not not) {
            listing.put("type", "not");
            listing.put("condition", listing(not.condition()));
        } else if (condition instanceof Condition.OwnsItem owns) {
            listing.put("type", "owns_item");
            listing.put("itemKey", owns.itemKey());
            listing.put("quantity", owns.quantity());
        } else if (condition instanceof Condition.HasBalance has) {
            listing.put("type", "has_balance");
            listing.put("economyKey", has.economyKey());
            listing.put("amount", has.amount());
        } else if (condition instanceof Condition.HasSpent spent) {
            listing.put("type", "has_spent");
            listing.put("amountMinor", spent.amountMinor());
        } else if (condition instanceof Condition.ComesFrom from) {
            listing.put("type", "comes_from");
            listing.put("countries", from.countries());
        } else {
            listing.put("type", "malformed");
        }
        return listing;
    }

    private static List<Map<String, @Nullable Object>> listings(List<Condition> conditions) {
        return conditions.stream().map(Conditions::listing).toList();
    }
}
