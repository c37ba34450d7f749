package io.kraty.sandbox.internal.game;

import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EntryCostItem;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.EventDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final List<EventDefinition> events;
    private final Settings settings;
    private final Seeds seeds;
    private final Holdings holdings;
    private final Conditions conditions;
    private final EventBoards boards;
    private final Lobbies lobbies;
    private final Windows windows;

    Events(
            List<EventDefinition> events,
            Settings settings,
            Seeds seeds,
            Holdings holdings,
            Conditions conditions,
            EventBoards boards,
            Lobbies lobbies,
            Windows windows) {
        this.events = events;
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.conditions = conditions;
        this.boards = boards;
        this.lobbies = lobbies;
        this.windows = windows;
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
        if (!event.enabled()) {
            throw new ApiError(409, ErrorCode.EVENT_DISABLED, "The event is switched off.");
        }
        EventWindow window = windows.open(event);
        if (window == null) {
            throw new ApiError(409, ErrorCode.NO_ACTIVE_WINDOW, "The event has no open window.");
        }
        if (Conditions.isMalformed(event.unlockCondition())) {
            throw new ApiError(500, ErrorCode.INVALID_UNLOCK_CONDITION, "The event's unlock condition is malformed.");
        }
        if (!isUnlocked(player, event)) {
            throw ApiError.forbidden(ErrorCode.UNLOCK_CONDITION_FAILED, "The event is not unlocked for this player.");
        }
        return running(player, event)
                .map(attempt -> response(attempt))
                .orElseGet(() -> response(begin(player, event, window)));
    }

    /** Opens a window now, for some time; one that is open already is closed first. */
    public void openWindow(String eventKey, Duration length) {
        EventDefinition event = find(eventKey);
        windows.open(event, length);
        lobbies.advanceAll();
    }

    /** Ends the event's window early. */
    public void closeWindow(String eventKey) {
        windows.close(find(eventKey));
        lobbies.advanceAll();
    }

    /** In the order in which the game lists them. */
    List<EventDefinition> all() {
        return events;
    }

    /** The open window; null if the event has none now. */
    @Nullable
    EventWindow window(EventDefinition event) {
        return windows.open(event);
    }

    void advance() {
        events.forEach(windows::open);
        lobbies.advanceAll();
    }

    private AttemptState begin(Player player, EventDefinition event, EventWindow window) {
        requireEntry(player, event);
        Quotas.require(player, event, window, now(), settings.zone());
        requireCost(player, event);
        EventBoard board = board(player, event, window);
        String id = seeds.id("attempt", player.externalId(), Integer.toString(player.attempts.size()));
        event.cost().currencies().forEach(cost -> pay(player, ResourceKind.BALANCE, cost.key(), cost.amount(), id));
        event.cost().items().forEach(cost -> pay(player, ResourceKind.ITEM, cost.key(), cost.quantity(), id));
        AttemptState attempt = new AttemptState(id, player, window, board, now());
        player.attempts.put(id, attempt);
        board.attempts.add(attempt);
        boards.join(board, player);
        return attempt;
    }

    private EventBoard board(Player player, EventDefinition event, EventWindow window) {
        if (window.everybody() != null) {
            return window.everybody();
        }
        LobbyRoom lobby = lobbies.seat(player, event, Objects.requireNonNull(event.lobby()), window);
        if (lobby.board == null) {
            throw new ApiError(
                    202, ErrorCode.LOBBY_FORMING, "The lobby is still forming.", Map.of("lobbyId", lobby.id));
        }
        return lobby.board;
    }

    private void requireEntry(Player player, EventDefinition event) {
        if (Conditions.isMalformed(event.entryRequirement())) {
            throw new ApiError(500, ErrorCode.INVALID_ENTRY_REQUIREMENT, "The event's entry requirement is malformed.");
        }
        if (!conditions.hold(event.entryRequirement(), player)) {
            throw ApiError.forbidden(
                    ErrorCode.ENTRY_REQUIREMENT_FAILED, "The player does not have what it takes to enter.");
        }
    }

    private void requireCost(Player player, EventDefinition event) {
        for (EntryCostCurrency cost : event.cost().currencies()) {
            requireCost(player, ResourceKind.BALANCE, cost.key(), cost.amount());
        }
        for (EntryCostItem cost : event.cost().items()) {
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

    private void pay(Player player, ResourceKind kind, String key, long amount, String attemptId) {
        if (settings.keepsHoldings()) {
            holdings.change(player, Change.byRule(kind, key, -amount, "entry_cost", attemptId));
        }
    }

    private boolean isUnlocked(@Nullable Player player, EventDefinition event) {
        return !Conditions.isMalformed(event.unlockCondition()) && conditions.hold(event.unlockCondition(), player);
    }

    private Optional<AttemptState> running(@Nullable Player player, EventDefinition event) {
        return player == null
                ? Optional.empty()
                : player.attempts.values().stream()
                        .filter(attempt -> attempt.event.key().equals(event.key()) && attempt.isOpen(now()))
                        .findFirst();
    }

    private EventListing listing(@Nullable Player player, EventDefinition event, EventWindow window) {
        EventListing.Builder listing = EventListing.builder()
                .eventKey(event.key())
                .name(event.name())
                .windowId(window.id)
                .startsAt(window.startsAt)
                .endsAt(window.endsAt)
                .leaderboardId(window.everybody() == null ? null : window.everybody().board.id)
                .currentAttemptId(
                        running(player, event).map(attempt -> attempt.id).orElse(null))
                .type(event.type())
                .leaderboardMode(event.ranking().mode())
                .metrics(event.metrics().stream().map(EventListings::metric).toList())
                .entryCost(event.cost())
                .metadata(EventListings.metadata(event, window))
                .milestoneRewards(event.milestones().stream()
                        .map(EventListings::milestone)
                        .toList())
                .rewardPolicy(event.rewards());
        if (event.entryRequirement() != null) {
            listing.entryRequirement(Conditions.listing(event.entryRequirement()));
        }
        if (player != null) {
            listing.attemptQuota(Quotas.of(player, event, window, now(), settings.zone()));
        }
        return listing.build();
    }

    private static StartAttemptResponse response(AttemptState attempt) {
        return new StartAttemptResponse(attempt.model(), attempt.board.board.id, attempt.window.endsAt);
    }

    EventDefinition find(String key) {
        return events.stream()
                .filter(event -> event.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("event"));
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
