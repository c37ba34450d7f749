package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Ordered;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.EventView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events a player sees, and starting an attempt.
 *
 * <p>[choice] Starting while an attempt is open returns that attempt with 201 and costs nothing: the contract has no
 * code for it, and a client that lost its answer finds its attempt again. The checks run in this order: window, unlock
 * condition, open attempt, segment, entry requirement, quota, entry cost, lobby. So nobody waits in a lobby without being able to
 * play, and the cost is taken when the attempt starts. Studio-managed games look after costs and requirements
 * themselves, since no holdings are known here.
 */
public final class Events {
    private final Map<String, EventDefinition> events = new LinkedHashMap<>();
    private final Settings settings;
    private final Seeds seeds;
    private final Holdings holdings;
    private final Attempts attempts;
    private final Conditions conditions;
    private final EventBoards boards;
    private final Lobbies lobbies;
    private final Windows windows;
    private final Rankings rankings;

    public Events(
            List<EventDefinition> events,
            Settings settings,
            Seeds seeds,
            Holdings holdings,
            Attempts attempts,
            Conditions conditions,
            EventBoards boards,
            Lobbies lobbies,
            Windows windows) {
        events.forEach(event -> this.events.put(event.key(), event));
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.attempts = attempts;
        this.conditions = conditions;
        this.boards = boards;
        this.lobbies = lobbies;
        this.windows = windows;
        this.rankings = new Rankings(seeds, holdings, boards, lobbies);
    }

    /** The events with an open window that are unlocked for the player, who may be unknown. */
    public List<EventListing> list(@Nullable Player player) {
        List<EventListing> list = new ArrayList<>();
        for (EventDefinition event : events.values()) {
            EventWindow window = windows.open(event);
            if (window != null && isUnlocked(player, event)) {
                list.add(listing(player, event, window));
            }
        }
        return list;
    }

    /**
     * Starts an attempt, or returns the one that is open.
     *
     * @param facts what the client states about the player, for events that are split by it
     */
    public StartAttemptResponse start(Player player, String eventKey, Map<String, String> facts) {
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
        AttemptState open = attempts.of(player).open(eventKey, now());
        return response(open == null ? begin(player, event, window, facts) : open);
    }

    /** Opens a window now, for some time; one that is open already is closed first. */
    public void openWindow(String eventKey, Duration length) {
        EventDefinition event = find(eventKey);
        windows.open(event, length);
        lobbies.wake();
    }

    /** Ends the event's window early. */
    public void closeWindow(String eventKey) {
        windows.close(find(eventKey));
        lobbies.wake();
    }

    /** All of them as they are now, in the order in which the game lists them. */
    public List<EventView> look() {
        return events.values().stream().map(this::look).toList();
    }

    /** The event as it is now. */
    public EventView look(String key) {
        return look(find(key));
    }

    private EventView look(EventDefinition event) {
        EventWindow window = windows.open(event);
        return new EventView(
                event.key(), event.enabled(), event.ranking().mode().value(), window == null ? null : window.look());
    }

    /** Does what time has to do. */
    public void advance() {
        events.values().forEach(windows::open);
        lobbies.advanceAll();
    }

    private AttemptState begin(Player player, EventDefinition event, EventWindow window, Map<String, String> facts) {
        rankings.requireFacts(player, event, facts);
        requireEntry(player, event);
        Quotas.require(attempts.of(player), event, window, now(), settings.zone());
        requireCost(player, event);
        EventBoard board = rankings.board(player, event, window, facts);
        String id = seeds.id(
                "attempt",
                player.externalId(),
                Long.toString(attempts.of(player).made()));
        event.cost().currencies().forEach(cost -> pay(player, ResourceKind.BALANCE, cost.key(), cost.amount(), id));
        event.cost().items().forEach(cost -> pay(player, ResourceKind.ITEM, cost.key(), cost.quantity(), id));
        AttemptState attempt = new AttemptState(id, player, window, board, now());
        attempts.of(player).add(attempt, Quotas.day(now(), settings.zone()));
        board.add(attempt);
        boards.join(board, player);
        return attempt;
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

    /** Adds up first: an event may ask for the same thing twice. */
    private void requireCost(Player player, EventDefinition event) {
        Map<String, Long> currencies = new LinkedHashMap<>();
        Map<String, Long> items = new LinkedHashMap<>();
        event.cost().currencies().forEach(cost -> currencies.merge(cost.key(), cost.amount(), Long::sum));
        event.cost().items().forEach(cost -> items.merge(cost.key(), cost.quantity(), Long::sum));
        currencies.forEach((key, amount) -> requireCost(player, ResourceKind.BALANCE, key, amount));
        items.forEach((key, quantity) -> requireCost(player, ResourceKind.ITEM, key, quantity));
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

    private EventListing listing(@Nullable Player player, EventDefinition event, EventWindow window) {
        AttemptState open = player == null ? null : attempts.of(player).open(event.key(), now());
        EventListing.Builder listing = EventListing.builder()
                .eventKey(event.key())
                .name(event.name())
                .windowId(window.id)
                .startsAt(window.startsAt)
                .endsAt(window.endsAt)
                .leaderboardId(
                        window.everybody() == null ? null : window.everybody().id())
                .currentAttemptId(open == null ? null : open.id)
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
            listing.attemptQuota(Quotas.of(attempts.of(player), event, window, now(), settings.zone()));
        }
        return listing.build();
    }

    private static StartAttemptResponse response(AttemptState attempt) {
        return new StartAttemptResponse(attempt.model(), attempt.board.id(), attempt.window.endsAt);
    }

    private EventDefinition find(String key) {
        EventDefinition event = events.get(key);
        if (event == null) {
            throw ApiError.notFound("event");
        }
        return event;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
