package io.kraty.sandbox.internal.http;

import io.kraty.api.Operation;
import io.kraty.api.model.Catalog;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.PingResponse;
import io.kraty.api.model.ServerTime;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.util.Map;

/** What each operation means for the game. Called with the world's lock held. */
final class Endpoints {
    private final World world;
    private final PlayerEndpoints players;
    private final EventEndpoints events;
    private final BoardEndpoints boards;
    private final GrantEndpoints grants;
    private final HoldingEndpoints holdings;
    private final PurchaseEndpoints purchases;
    private final FriendEndpoints friends;
    private final BlockEndpoints blocks;
    private final GiftEndpoints gifts;

    Endpoints(World world) {
        this.world = world;
        players = new PlayerEndpoints(world);
        events = new EventEndpoints(world);
        boards = new BoardEndpoints(world);
        grants = new GrantEndpoints(world);
        holdings = new HoldingEndpoints(world);
        purchases = new PurchaseEndpoints(world);
        friends = new FriendEndpoints(world);
        blocks = new BlockEndpoints(world);
        gifts = new GiftEndpoints(world);
    }

    Success<?> answer(Call call) {
        return switch (call.route().operation()) {
            case PING -> Success.bare(200, PingResponse.Adapter.INSTANCE, new PingResponse(true, Map.of()));
            case GET_SERVER_TIME -> time(call);
            case GET_CATALOG ->
                Success.of(200, Catalog.Adapter.INSTANCE, world.game().catalog());
            case REGISTER_PLAYER -> players.register(call);
            case GET_PLAYER_IDENTITY -> players.identity(call);
            case SET_PLAYER_IDENTITY -> players.setIdentity(call);
            case SET_PLAYER_METADATA -> players.setMetadata(call);
            case MERGE_PLAYER_METADATA -> players.mergeMetadata(call);
            case LIST_EVENTS -> events.list(call);
            case START_ATTEMPT -> events.start(call);
            case REPORT_PROGRESS -> events.progress(call);
            case FINISH_ATTEMPT -> events.finish(call);
            case GET_LOBBY -> events.lobby(call);
            case GET_LEADERBOARD -> boards.read(call);
            case GET_LEADERBOARD_STANDINGS -> boards.standings(call);
            case LIST_LEADERBOARD_PERIODS -> boards.periods(call);
            case SUBMIT_SCORE -> boards.submit(call);
            case JOIN_LEADERBOARD -> boards.join(call);
            case GET_EVENT_LEADERBOARD -> boards.readEvent(call);
            case JOIN_EVENT_LEADERBOARD -> boards.joinEvent(call);
            case STREAM_EVENT_LEADERBOARD, STREAM_INVENTORY ->
                throw new IllegalStateException("streams are not answered here");
            case LIST_PENDING_GRANTS -> grants.pending(call);
            case GRANT_TO_SELF -> grants.toSelf(call);
            case CLAIM_GRANT -> grants.claim(call);
            case OPEN_CRATE -> grants.open(call);
            case LIST_INVENTORY -> holdings.inventory(call);
            case CONSUME_ITEM -> holdings.consume(call);
            case LIST_WALLET -> holdings.wallet(call);
            case DEBIT_WALLET -> holdings.debit(call);
            case PROGRESS_WALLET -> holdings.progress(call);
            case TRACK_PURCHASE -> purchases.track(call);
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
            // One that came with the description and is not played yet.
            default -> throw notPlayed(call.route().operation());
        };
    }

    // [choice] The contract has no code for this one.
    private static ApiError notPlayed(Operation operation) {
        return new ApiError(
                501, ErrorCode.of("not_implemented"), "The sandbox does not play " + operation.id() + " yet.");
    }

    private Success<?> time(Call call) {
        String zone = call.query().text("timezone", "UTC");
        return Success.of(200, ServerTime.Adapter.INSTANCE, world.time(zone));
    }
}
