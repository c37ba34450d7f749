package io.kraty.sandbox.internal.http;

import io.kraty.api.model.CatalogEnvelope;
import io.kraty.api.model.ConsumeEnvelope;
import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.DebitEnvelope;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.EventLeaderboardEnvelope;
import io.kraty.api.model.EventListEnvelope;
import io.kraty.api.model.EventStatusFilter;
import io.kraty.api.model.GrantEnvelope;
import io.kraty.api.model.GrantListEnvelope;
import io.kraty.api.model.InventoryEnvelope;
import io.kraty.api.model.LeaderboardEnvelope;
import io.kraty.api.model.LobbyEnvelope;
import io.kraty.api.model.OpenCrateEnvelope;
import io.kraty.api.model.PingResponse;
import io.kraty.api.model.PlayerRegistrationEnvelope;
import io.kraty.api.model.ProgressEnvelope;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.StartAttemptEnvelope;
import io.kraty.api.model.WalletEnvelope;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.game.ApiError;
import io.kraty.sandbox.internal.game.BoardRead;
import io.kraty.sandbox.internal.game.DemoCatalog;
import io.kraty.sandbox.internal.game.ProgressReport;
import io.kraty.sandbox.internal.game.World;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each operation means for the game. Called with the world's lock held. */
final class Endpoints {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST_ROWS = 200;

    private final World world;
    private final FriendEndpoints friends;
    private final BlockEndpoints blocks;
    private final GiftEndpoints gifts;

    Endpoints(World world) {
        this.world = world;
        friends = new FriendEndpoints(world.social());
        blocks = new BlockEndpoints(world.social());
        gifts = new GiftEndpoints(world.social());
    }

    Answer answer(Call call) {
        return switch (call.route().operation()) {
            case PING -> Answer.of(200, PingResponse.Adapter.INSTANCE, new PingResponse(true, Map.of()));
            case GET_CATALOG ->
                Answer.of(200, CatalogEnvelope.Adapter.INSTANCE, new CatalogEnvelope(DemoCatalog.CATALOG));
            case REGISTER_PLAYER -> register(call);
            case LIST_EVENTS -> listEvents(call);
            case START_ATTEMPT -> start(call);
            case REPORT_PROGRESS -> progress(call);
            case GET_LOBBY ->
                Answer.of(
                        200,
                        LobbyEnvelope.Adapter.INSTANCE,
                        new LobbyEnvelope(world.lobbies().read(call.parameter(0))));
            case GET_LEADERBOARD ->
                Answer.of(
                        200,
                        LeaderboardEnvelope.Adapter.INSTANCE,
                        new LeaderboardEnvelope(world.configuredBoard(
                                call.parameter(0), call.query().period(), boardRead(call))));
            case GET_EVENT_LEADERBOARD ->
                Answer.of(
                        200,
                        EventLeaderboardEnvelope.Adapter.INSTANCE,
                        new EventLeaderboardEnvelope(world.eventBoards().read(call.parameter(0), boardRead(call))));
            case STREAM_EVENT_LEADERBOARD -> throw new IllegalStateException("streams are not answered here");
            case LIST_PENDING_GRANTS -> pendingGrants(call);
            case CLAIM_GRANT ->
                Answer.of(
                        200,
                        GrantEnvelope.Adapter.INSTANCE,
                        new GrantEnvelope(world.grants().claim(call.requirePlayer(), call.parameter(0))));
            case OPEN_CRATE ->
                Answer.of(
                        200,
                        OpenCrateEnvelope.Adapter.INSTANCE,
                        new OpenCrateEnvelope(world.grants().open(call.requirePlayer(), call.parameter(0))));
            case LIST_INVENTORY ->
                Answer.of(
                        200,
                        InventoryEnvelope.Adapter.INSTANCE,
                        new InventoryEnvelope(world.holdings().inventory(call.requirePlayer())));
            case CONSUME_ITEM -> consume(call);
            case LIST_WALLET ->
                Answer.of(
                        200,
                        WalletEnvelope.Adapter.INSTANCE,
                        new WalletEnvelope(world.holdings().wallet(call.requirePlayer())));
            case DEBIT_WALLET -> debit(call);
            case GET_FRIEND_CODE -> friends.code(call);
            case HEARTBEAT -> friends.heartbeat(call);
            case LIST_FRIENDS -> friends.list(call);
            case SEARCH_FRIENDS -> friends.search(call);
            case SUGGEST_FRIENDS -> friends.suggest(call);
            case LIST_FRIEND_REQUESTS -> friends.requests(call);
            case SEND_FRIEND_REQUEST -> friends.ask(call);
            case ACCEPT_FRIEND_REQUEST -> friends.accept(call);
            case DECLINE_FRIEND_REQUEST -> friends.decline(call);
            case CANCEL_FRIEND_REQUEST -> friends.cancel(call);
            case REMOVE_FRIEND -> friends.remove(call);
            case LIST_BLOCKS -> blocks.list(call);
            case BLOCK_PLAYER -> blocks.block(call);
            case UNBLOCK_PLAYER -> blocks.unblock(call);
            case GET_GIFT_CATALOG -> gifts.catalog(call);
            case LIST_GIFTS -> gifts.received(call);
            case SEND_GIFT -> gifts.send(call);
            case LIST_SENT_GIFTS -> gifts.sent(call);
            case CLAIM_GIFT -> gifts.claim(call);
        };
    }

    private Answer register(Call call) {
        boolean force = call.query().flag("force");
        return Answer.of(
                201,
                PlayerRegistrationEnvelope.Adapter.INSTANCE,
                new PlayerRegistrationEnvelope(world.players().register(call.externalPlayerId(), force)));
    }

    /** [choice] {@code active} is what is listed anyway; another status lists nothing. */
    private Answer listEvents(Call call) {
        String status = call.query().text("status");
        boolean active = status == null || EventStatusFilter.of(status).equals(EventStatusFilter.ACTIVE);
        return Answer.of(
                200,
                EventListEnvelope.Adapter.INSTANCE,
                new EventListEnvelope(active ? world.events().list(call.player()) : List.of()));
    }

    private Answer start(Call call) {
        call.requireBody().object("playerContext");
        return Answer.of(
                201,
                StartAttemptEnvelope.Adapter.INSTANCE,
                new StartAttemptEnvelope(world.events().start(call.requirePlayer(), call.parameter(0))));
    }

    private Answer progress(Call call) {
        Body body = call.requireBody();
        body.checkTimestamp("occurredAt");
        ProgressReport report =
                new ProgressReport(isIncrement(body), body.number("metricValue"), body.numbers("metrics"));
        return Answer.of(
                200,
                ProgressEnvelope.Adapter.INSTANCE,
                new ProgressEnvelope(
                        world.progress().report(call.requirePlayer(), call.parameter(0), call.parameter(1), report)));
    }

    private static boolean isIncrement(Body body) {
        String mode = body.text("mode");
        return switch (mode == null
                ? ProgressMode.Known.UNRECOGNIZED
                : ProgressMode.of(mode).known()) {
            case SET -> false;
            case INCREMENT -> true;
            case UNRECOGNIZED -> throw ApiError.invalid("mode", "must be set or increment");
        };
    }

    private Answer pendingGrants(Call call) {
        int limit = call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT);
        return Answer.of(
                200,
                GrantListEnvelope.Adapter.INSTANCE,
                new GrantListEnvelope(world.grants().pending(call.requirePlayer(), limit)));
    }

    /** [choice] A replay has the first answer's quantity, with {@code applied} false. */
    private Answer consume(Call call) {
        Body body = call.requireBody();
        long quantity = body.positive("quantity");
        String reason = body.text("reason");
        if (body.idempotencyKey() == null) {
            throw ApiError.invalid("idempotencyKey", "is required");
        }
        String key = call.parameter(0);
        long left = world.holdings()
                .spend(call.requirePlayer(), ResourceKind.ITEM, key, quantity, orElse(reason, "consume"));
        return Answer.of(
                200,
                ConsumeEnvelope.Adapter.INSTANCE,
                new ConsumeEnvelope(new ConsumeResult(key, left, true)),
                new ConsumeEnvelope(new ConsumeResult(key, left, false)));
    }

    /** [choice] A replay has the first answer's balance, with {@code applied} false. */
    private Answer debit(Call call) {
        Body body = call.requireBody();
        long amount = body.positive("amount");
        String reason = body.text("reason");
        String key = call.parameter(0);
        long left = world.holdings()
                .spend(call.requirePlayer(), ResourceKind.BALANCE, key, amount, orElse(reason, "debit"));
        return Answer.of(
                200,
                DebitEnvelope.Adapter.INSTANCE,
                new DebitEnvelope(new DebitResult(key, left, true)),
                new DebitEnvelope(new DebitResult(key, left, false)));
    }

    private static BoardRead boardRead(Call call) {
        Query query = call.query();
        int limit = query.integer("limit", 1, MOST_ROWS, DEFAULT_LIMIT);
        String self = null;
        if (query.flag("includeSelf")) {
            self = query.text("externalId");
            if (self == null || self.isEmpty()) {
                throw ApiError.invalid("externalId", "is required with includeSelf");
            }
        }
        return new BoardRead(limit, self, query.progression());
    }

    private static String orElse(@Nullable String text, String fallback) {
        return text == null ? fallback : text;
    }
}
