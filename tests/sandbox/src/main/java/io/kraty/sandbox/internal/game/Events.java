package io.kraty.sandbox.internal.game;

import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EntryCostItem;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which events a player sees, and starting an attempt.
 *
 * <p>[choice] Starting while an attempt is open returns that attempt with 201 and costs nothing: the contract has no
 * code for it, and a client that lost its answer finds its attempt again. The checks run in this order: window, unlock
 * condition, open attempt, entry requirement, quota, entry cost, lobby. So nobody waits in a lobby without being able to
 * play, and the cost is taken when the attempt starts. Studio-managed games look after costs and requirements
 * themselves, since no holdings are known here.
 */
public final class Events {
    private final Settings settings;
    private final Seeds seeds;
    private final Holdings holdings;
    private final EventBoards boards;
    private final Lobbies lobbies;
    private final Windows windows;
    private final List<EventDefinition> events;

    Events(
            Settings settings,
            Seeds seeds,
            Holdings holdings,
            EventBoards boards,
            Lobbies lobbies,
            Windows windows,
            List<EventDefinition> events) {
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.boards = boards;
        this.lobbies = lobbies;
        this.windows = windows;
        this.events = events;
    }

    /** The events with an open window that are unlocked for the player, who may be unknown. */
    public List<EventListing> list(@Nullable Player player) {
        List<EventListing> list = new ArrayList<>();
        for (EventDefinition event : events) {
            EventWindow window = windows.open(event);
            if (window != null && isUnlocked(player, event)) {
                list.add(listing(player, event, window));
            }
        }
        return list;
    }

    public StartAttemptResponse start(Player player, String eventKey) {
        EventDefinition event = find(eventKey);
        if (event.schedule == EventDefinition.Schedule.SWITCHED_OFF) {
            throw new ApiError(409, ErrorCode.EVENT_DISABLED, "The event is switched off.");
        }
        EventWindow window = windows.open(event);
        if (window == null) {
            throw new ApiError(409, ErrorCode.NO_ACTIVE_WINDOW, "The event has no open window.");
        }
        if (!isUnlocked(player, event)) {
            throw ApiError.forbidden(ErrorCode.UNLOCK_CONDITION_FAILED, "The event is not unlocked for this player.");
        }
        return running(player, event)
                .map(attempt -> response(attempt))
                .orElseGet(() -> response(begin(player, event, window)));
    }

    /** Ends the event's window early. */
    public void closeWindow(String eventKey) {
        windows.close(find(eventKey));
        lobbies.advanceAll();
    }

    void advance() {
        events.forEach(windows::open);
        lobbies.advanceAll();
    }

    private AttemptState begin(Player player, EventDefinition event, EventWindow window) {
        requireEntry(player, event);
        Quotas.require(player, event, window, now());
        requireCost(player, event);
        EventBoard board = board(player, event, window);
        event.cost.currencies().forEach(cost -> pay(player, ResourceKind.BALANCE, cost.key(), cost.amount()));
        event.cost.items().forEach(cost -> pay(player, ResourceKind.ITEM, cost.key(), cost.quantity()));
        String id = seeds.id("attempt", player.externalId(), Integer.toString(player.attempts.size()));
        AttemptState attempt = new AttemptState(id, player, window, board, now());
        player.attempts.put(id, attempt);
        board.attempts.add(attempt);
        boards.join(board, player);
        return attempt;
    }

    private EventBoard board(Player player, EventDefinition event, EventWindow window) {
        if (window.board != null) {
            return window.board;
        }
        LobbyRoom lobby = lobbies.seat(player, event, window);
        if (lobby.board == null) {
            throw new ApiError(
                    202, ErrorCode.LOBBY_FORMING, "The lobby is still forming.", Map.of("lobbyId", lobby.id));
        }
        return lobby.board;
    }

    private void requireEntry(Player player, EventDefinition event) {
        String item = event.requiredItem;
        if (settings.keepsHoldings() && item != null && holdings.amount(player, ResourceKind.ITEM, item) < 1) {
            throw ApiError.forbidden(
                    ErrorCode.ENTRY_REQUIREMENT_FAILED, "The player needs the item " + item + " to enter.");
        }
    }

    private void requireCost(Player player, EventDefinition event) {
        for (EntryCostCurrency cost : event.cost.currencies()) {
            requireCost(player, ResourceKind.BALANCE, cost.key(), cost.amount());
        }
        for (EntryCostItem cost : event.cost.items()) {
            requireCost(player, ResourceKind.ITEM, cost.key(), cost.quantity());
        }
    }

    private void requireCost(Player player, ResourceKind kind, String key, long needed) {
        long have = holdings.amount(player, kind, key);
        if (settings.keepsHoldings() && have < needed) {
            throw new ApiError(
                    402,
                    ErrorCode.INSUFFICIENT_ENTRY_COST,
                    "Not enough " + key + " to enter.",
                    Ordered.<Object>map("resource", key, "needed", needed, "have", have));
        }
    }

    private void pay(Player player, ResourceKind kind, String key, long amount) {
        if (settings.keepsHoldings()) {
            holdings.change(player, kind, key, -amount, "entry_cost");
        }
    }

    private boolean isUnlocked(@Nullable Player player, EventDefinition event) {
        return event.unlockKey == null
                || (player != null && holdings.amount(player, ResourceKind.BALANCE, event.unlockKey) >= event.unlockAt);
    }

    private Optional<AttemptState> running(@Nullable Player player, EventDefinition event) {
        return player == null
                ? Optional.empty()
                : player.attempts.values().stream()
                        .filter(attempt -> attempt.event == event && attempt.isOpen(now()))
                        .findFirst();
    }

    private EventListing listing(@Nullable Player player, EventDefinition event, EventWindow window) {
        EventListing.Builder listing = EventListing.builder()
                .eventKey(event.key)
                .name(event.name)
                .windowId(window.id)
                .startsAt(window.startsAt)
                .endsAt(window.endsAt)
                .leaderboardId(window.board == null ? null : window.board.board.id)
                .currentAttemptId(
                        running(player, event).map(attempt -> attempt.id).orElse(null))
                .type(event.type())
                .leaderboardMode(event.mode)
                .metrics(event.metrics.stream().map(Metric::listing).toList())
                .entryCost(event.cost)
                .metadata(event.metadata)
                .milestoneRewards(
                        event.milestones.stream().map(Milestone::listing).toList())
                .rewardPolicy(event.rewards);
        if (event.requiredItem != null) {
            Map<String, @Nullable Object> requirement = new LinkedHashMap<>();
            requirement.put("type", "owns_item");
            requirement.put("itemKey", event.requiredItem);
            requirement.put("quantity", 1);
            listing.entryRequirement(requirement);
        }
        if (player != null) {
            listing.attemptQuota(Quotas.of(player, event, window, now()));
        }
        return listing.build();
    }

    private static StartAttemptResponse response(AttemptState attempt) {
        return new StartAttemptResponse(attempt.model(), attempt.board.board.id, attempt.window.endsAt);
    }

    private EventDefinition find(String key) {
        return events.stream()
                .filter(event -> event.key.equals(key))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("event"));
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
