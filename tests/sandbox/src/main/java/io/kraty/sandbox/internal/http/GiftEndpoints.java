package io.kraty.sandbox.internal.http;

import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalogEnvelope;
import io.kraty.api.model.GiftEnvelope;
import io.kraty.api.model.GiftList;
import io.kraty.api.model.GiftListEnvelope;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftResult;
import io.kraty.api.model.GiftStatus;
import io.kraty.sandbox.internal.game.ApiError;
import io.kraty.sandbox.internal.game.GiftOrder;
import io.kraty.sandbox.internal.game.Gifts;
import io.kraty.sandbox.internal.game.Player;
import io.kraty.sandbox.internal.game.Social;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations on gifts mean for the game. Called with the world's lock held. */
final class GiftEndpoints {
    /** [choice] */
    private static final int DEFAULT_LIMIT = 50;

    private final Social social;
    private final Gifts gifts;

    GiftEndpoints(Social social) {
        this.social = social;
        this.gifts = social.gifts();
    }

    Answer answer(Call call) {
        gifts.requireEnabled();
        Player player = call.requirePlayer();
        return switch (call.route().operation()) {
            case GET_GIFT_CATALOG ->
                Answer.of(200, GiftCatalogEnvelope.Adapter.INSTANCE, new GiftCatalogEnvelope(gifts.catalog(player)));
            case LIST_GIFTS -> list(gifts.received(player, status(call), limit(call)));
            case LIST_SENT_GIFTS -> list(gifts.sent(player, status(call), limit(call)));
            case SEND_GIFT -> one(201, send(player, call.requireBody()));
            case CLAIM_GIFT -> one(200, gifts.claim(player, call.parameter(0)));
            default -> throw new IllegalStateException("not answered here: " + call.route());
        };
    }

    private Gift send(Player player, Body body) {
        String type = required(body, "type");
        if (!GiftResourceType.values().contains(GiftResourceType.of(type))) {
            throw ApiError.invalid("type", "must be item or currency");
        }
        GiftOrder order = gifts.order(
                GiftResourceType.of(type),
                required(body, "resourceKey"),
                body.positive("amount"),
                body.text("message"));
        return gifts.send(player, SocialEndpoints.target(social, body), order);
    }

    private static String required(Body body, String field) {
        String text = body.text(field);
        if (text == null) {
            throw ApiError.invalid(field, "is required");
        }
        return text;
    }

    /** [choice] Any status selects; one that no gift has selects nothing. */
    private static @Nullable GiftStatus status(Call call) {
        String status = call.query().text("status");
        return status == null ? null : GiftStatus.of(status);
    }

    private static int limit(Call call) {
        return call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT);
    }

    private static Answer list(List<Gift> gifts) {
        return Answer.of(200, GiftListEnvelope.Adapter.INSTANCE, new GiftListEnvelope(new GiftList(gifts)));
    }

    private static Answer one(int status, Gift gift) {
        return Answer.of(status, GiftEnvelope.Adapter.INSTANCE, new GiftEnvelope(new GiftResult(gift)));
    }
}
