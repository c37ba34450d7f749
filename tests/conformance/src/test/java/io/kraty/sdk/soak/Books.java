package io.kraty.sdk.soak;

import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.WalletChanged;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the clients believe, to be held against what the sandbox did. */
final class Books {
    /** How a write ended, as far as its caller can know. */
    enum Outcome {
        DONE,
        UNKNOWN,
        REFUSED
    }

    /** A change of a holding that a player asked for once, however often it was sent. */
    record Charge(String player, String reason, ResourceKind kind, String key, long delta, Outcome outcome) {}

    /** A write that brings something with an id of its own; null if it is not known. */
    record Made(String player, Outcome outcome, @Nullable String id) {}

    /** A grant that the platform said is collected. */
    record Collected(String player, String grantId) {}

    /** A purchase that was reported, and whether the answer said it was the first time. */
    record Purchase(String player, String transactionId, boolean isNew) {}

    /** A change that a stream told. */
    record News(String player, ResourceKind kind, String key, long delta, long balance) {}

    final Queue<Charge> charges = new ConcurrentLinkedQueue<>();
    final Queue<Made> entries = new ConcurrentLinkedQueue<>();
    final Queue<Made> selfGrants = new ConcurrentLinkedQueue<>();
    final Queue<Made> gifts = new ConcurrentLinkedQueue<>();
    final Queue<Collected> claimed = new ConcurrentLinkedQueue<>();
    final Queue<Collected> opened = new ConcurrentLinkedQueue<>();
    final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
    final Map<String, News> news = new ConcurrentHashMap<>();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** Somebody has this secret; a newer one of the same player replaces it. */
    void know(PlayerCredentials player) {
        secrets.put(player.externalPlayerId(), player.secret());
    }

    Map<String, String> secrets() {
        return secrets;
    }

    Collection<String> players() {
        return secrets.keySet();
    }

    void heard(String player, InventoryEvent event) {
        if (event instanceof WalletChanged change) {
            news.put(
                    change.ledgerId(),
                    new News(player, ResourceKind.BALANCE, change.economyKey(), change.delta(), change.balance()));
        } else if (event instanceof InventoryChanged change) {
            news.put(
                    change.ledgerId(),
                    new News(player, ResourceKind.ITEM, change.itemKey(), change.delta(), change.quantity()));
        }
    }

    /** Notes how {@code write} ended, and lets what it threw go on. */
    static <T> T noting(Supplier<T> write, java.util.function.BiConsumer<Outcome, @Nullable T> note) {
        T result;
        try {
            result = write.get();
        } catch (KratyException | IllegalStateException e) {
            note.accept(isRefusal(e) ? Outcome.REFUSED : Outcome.UNKNOWN, null);
            throw e;
        }
        note.accept(Outcome.DONE, result);
        return result;
    }

    /** Only a refusal of the first attempt says that nothing happened: an earlier one may have got through. */
    private static boolean isRefusal(RuntimeException e) {
        return e instanceof KratyApiException api && api.status() >= 400 && api.status() < 500 && api.attempts() == 1;
    }
}
