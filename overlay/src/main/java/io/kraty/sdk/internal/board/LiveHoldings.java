package io.kraty.sdk.internal.board;

import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletChanged;
import io.kraty.api.model.WalletHolding;
import io.kraty.sdk.internal.board.Amounts.Change;
import io.kraty.sdk.internal.stream.Following;
import io.kraty.sdk.internal.stream.FollowingMeans;
import io.kraty.sdk.internal.stream.Subject;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsWatch;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a player holds, kept current. */
public final class LiveHoldings extends Following<InventoryEvent, LiveHoldings.Reading> implements HoldingsWatch {
    private final HoldingsListener listener;
    private final Predicate<InventoryEvent> isWanted;
    private final Amounts<ItemHolding> items =
            new Amounts<>(ItemHolding::itemKey, ItemHolding::quantity, LiveHoldings::item);
    private final Amounts<WalletHolding> balances =
            new Amounts<>(WalletHolding::economyKey, WalletHolding::balance, LiveHoldings::balance);
    private volatile Holdings holdings = new Holdings(0, Map.of(), Map.of());

    /** What was read. */
    public record Reading(List<ItemHolding> items, List<WalletHolding> balances) {}

    /** Begins when it is started. {@code isWanted} tells the events to tell. */
    public LiveHoldings(
            FollowingMeans means,
            Subject<InventoryEvent, Reading> subject,
            Predicate<InventoryEvent> isWanted,
            HoldingsListener listener) {
        super(means, subject, listener, listener::onState);
        this.listener = listener;
        this.isWanted = isWanted;
    }

    @Override
    public Holdings holdings() {
        return holdings;
    }

    @Override
    protected void pushed(InventoryEvent event, long number) {
        if (isWanted.test(event)) {
            tell(() -> listener.onEvent(event));
        }
        boolean follows = true;
        if (event instanceof InventoryChanged change) {
            follows = items.push(
                    new Change(change.itemKey(), change.delta(), change.quantity(), change.occurredAt(), number));
        } else if (event instanceof WalletChanged change) {
            follows = balances.push(
                    new Change(change.economyKey(), change.delta(), change.balance(), change.occurredAt(), number));
        }
        if (holdings.version() != 0) {
            show();
        }
        if (!follows) {
            readSoon();
        }
    }

    @Override
    protected boolean wasRead(Reading reading, long begun) {
        items.read(reading.items(), begun);
        balances.read(reading.balances(), begun);
        show();
        return false;
    }

    /** Also what was read first, even if it is nothing. */
    private void show() {
        Holdings same = new Holdings(holdings.version(), items.held(), balances.held());
        if (holdings.version() == 0 || !same.equals(holdings)) {
            Holdings next = new Holdings(same.version() + 1, same.items(), same.balances());
            holdings = next;
            tell(() -> listener.onHoldings(next));
        }
    }

    private static @Nullable ItemHolding item(@Nullable ItemHolding before, Change change) {
        ItemHolding.Builder item =
                before == null ? ItemHolding.builder().itemKey(change.key()).metadata(Map.of()) : before.toBuilder();
        return change.amount() <= 0
                ? null
                : item.quantity(change.amount()).updatedAt(change.at()).build();
    }

    private static WalletHolding balance(@Nullable WalletHolding before, Change change) {
        WalletHolding.Builder balance = before == null
                ? WalletHolding.builder().economyKey(change.key()).metadata(Map.of())
                : before.toBuilder();
        return balance.balance(change.amount()).updatedAt(change.at()).build();
    }
}
