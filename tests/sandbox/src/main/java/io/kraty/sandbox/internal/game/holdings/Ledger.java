package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every change of a holding, oldest first. Only the latest are kept one by one; those before are carried forward, one
 * entry per holding, so that the sums stay right however long the sandbox runs.
 */
final class Ledger {
    private static final int MOST = 100_000;
    private static final String CARRIED = "carried_forward";

    private record Account(String externalPlayerId, ResourceKind kind, String key) {}

    private final Deque<LedgerEntry> latest = new ArrayDeque<>();
    private final Map<Account, LedgerEntry> carried = new LinkedHashMap<>();

    void add(LedgerEntry entry) {
        if (latest.size() == MOST) {
            carry(latest.removeFirst());
        }
        latest.addLast(entry);
    }

    List<LedgerEntry> all() {
        List<LedgerEntry> all = new ArrayList<>(carried.values());
        all.addAll(latest);
        return List.copyOf(all);
    }

    private void carry(LedgerEntry entry) {
        carried.merge(
                new Account(entry.externalPlayerId(), entry.kind(), entry.key()),
                carried(entry),
                (before, next) -> carried(new LedgerEntry(
                        next.id(),
                        next.externalPlayerId(),
                        next.kind(),
                        next.key(),
                        before.delta() + next.delta(),
                        next.balance(),
                        next.reason(),
                        next.origin(),
                        null,
                        null,
                        next.at())));
    }

    private static LedgerEntry carried(LedgerEntry entry) {
        return new LedgerEntry(
                entry.id(),
                entry.externalPlayerId(),
                entry.kind(),
                entry.key(),
                entry.delta(),
                entry.balance(),
                CARRIED,
                ChangeOrigin.ENGINE,
                null,
                null,
                entry.at());
    }
}
