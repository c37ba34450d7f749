package io.kraty.sandbox.internal.http;

import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalog;
import io.kraty.api.model.GiftList;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftResult;
import io.kraty.api.model.GiftStatus;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.social.GiftOrder;
import io.kraty.sandbox.internal.game.social.Gifts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What friends give each other. Whether they may at all comes before everything else. */
final class GiftEndpoints {
    /** [choice] */
    private static final int DEFAULT_LIMIT = 50;

    private final World world;

    GiftEndpoints(World world) {
        this.world = world;
    }

    Success<?> catalog(Call call) {
        return Success.of(200, GiftCatalog.Adapter.INSTANCE, gifts().catalog(call.requirePlayer()));
    }

    Success<?> received(Call call) {
        return list(gifts().received(call.requirePlayer(), status(call), limit(call)));
    }

    Success<?> sent(Call call) {
        return list(gifts().sent(call.requirePlayer(), status(call), limit(call)));
    }

    Success<?> send(Call call) {
        Gifts gifts = gifts();
        Body body = call.requireBody();
        GiftOrder order =
                gifts.order(type(body), body.requireText("resourceKey"), body.positive("amount"), body.text("message"));
        return one(201, gifts.send(call.requirePlayer(), FriendEndpoints.target(world, body), order));
    }

    Success<?> claim(Call call) {
        return one(200, gifts().claim(call.requirePlayer(), call.parameter(0)));
    }

    private Gifts gifts() {
        Gifts gifts = world.social().gifts();
        gifts.requireEnabled();
        return gifts;
    }

    private static GiftResourceType type(Body body) {
        GiftResourceType type = GiftResourceType.of(body.requireText("type"));
        if (!GiftResourceType.values().contains(type)) {
            throw ApiError.invalid("type", "must be item or currency");
        }
        return type;
    }

    /** [choice] Any status selects; one that no gift has selects nothing. */
    private static @Nullable GiftStatus status(Call call) {
        String status = call.query().text("status");
        return status == null ? null : GiftStatus.of(status);
    }

    private static int limit(Call call) {
        return call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT);
    }

    private static Success<?> list(List<Gift> gifts) {
        return Success.of(200, GiftList.Adapter.INSTANCE, new GiftList(gifts));
    }

    private static Success<?> one(int status, Gift gift) {
        return Success.of(status, GiftResult.Adapter.INSTANCE, new GiftResult(gift));
    }
}
