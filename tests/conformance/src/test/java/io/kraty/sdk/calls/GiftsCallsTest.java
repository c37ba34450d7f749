package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftStatus;
import io.kraty.api.model.SendGiftRequest;
import java.util.List;

class GiftsCallsTest extends CallsTest {
    private static final String GIFTS = ME + "/friends/gifts";
    private static final String THEIRS = "/sdk/v1/players/other/friends/gifts";
    private static final String SENT = "GET " + GIFTS + "/sent";
    private static final int LONGEST_MESSAGE = 140;

    @Override
    List<Call> calls() {
        return List.of(
                call("GET " + GIFTS + "/catalog", kraty -> kraty.friends().giftCatalog()),
                call(
                        "GET " + THEIRS + "/catalog",
                        kraty -> kraty.with(other()).friends().giftCatalog()),
                call(
                        "POST " + GIFTS,
                        "{'friendCode':'K7PM2X','type':'item','resourceKey':'sword','amount':1,'idempotencyKey':'key-1'}",
                        kraty -> kraty.friends()
                                .sendGift(gift(GiftResourceType.ITEM, "sword", 1)
                                        .friendCode("K7PM2X")
                                        .build())),
                call(
                        "POST " + GIFTS,
                        "{'externalPlayerId':'marta','type':'currency','resourceKey':'gold',"
                                + "'amount':9223372036854775807,'message':'Good luck!','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.friends()
                                .sendGift(gift(GiftResourceType.CURRENCY, "gold", Long.MAX_VALUE)
                                        .externalPlayerId("marta")
                                        .message("Good luck!")
                                        .idempotencyKey("in-the-body")
                                        .build())),
                call(
                        "POST " + THEIRS,
                        "{'externalPlayerId':'marta','type':'currency','resourceKey':'gold','amount':2,'message':'',"
                                + "'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .sendGift(gift(GiftResourceType.CURRENCY, "gold", 2)
                                        .externalPlayerId("marta")
                                        .message("")
                                        .build())),
                call("GET " + GIFTS, kraty -> kraty.friends().gifts()),
                call("GET " + GIFTS, kraty -> kraty.friends().gifts(GiftReadOptions.defaults())),
                call(
                        "GET " + GIFTS + "?status=pending",
                        kraty -> kraty.friends().gifts(GiftReadOptions.pending())),
                call(
                        "GET " + GIFTS + "?status=claimed",
                        kraty -> kraty.friends()
                                .gifts(read().status(GiftStatus.CLAIMED).build())),
                call(
                        "GET " + GIFTS + "?limit=7",
                        kraty -> kraty.friends().gifts(read().limit(7).build())),
                call(
                        "GET " + THEIRS + "?status=pending&limit=7",
                        kraty -> kraty.with(other())
                                .friends()
                                .gifts(read().limit(7)
                                        .status(GiftStatus.PENDING)
                                        .build())),
                call(SENT, kraty -> kraty.friends().sentGifts()),
                call(SENT, kraty -> kraty.friends().sentGifts(GiftReadOptions.defaults())),
                call(SENT + "?status=pending", kraty -> kraty.friends().sentGifts(GiftReadOptions.pending())),
                call(
                        SENT + "?limit=7",
                        kraty -> kraty.friends().sentGifts(read().limit(7).build())),
                call(
                        "GET " + THEIRS + "/sent?status=pending&limit=7",
                        kraty -> kraty.with(other())
                                .friends()
                                .sentGifts(read().limit(7)
                                        .status(GiftStatus.PENDING)
                                        .build())),
                call(
                        "POST " + GIFTS + "/g1/claim",
                        KEY,
                        kraty -> kraty.friends().claimGift("g1")),
                call(
                        "POST " + THEIRS + "/g1/claim",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .friends()
                                .claimGift("g1")));
    }

    @Override
    List<TextCall> texts() {
        String toCode =
                "{'friendCode':'{}','type':'item','resourceKey':'{}','amount':1,'message':'{}','idempotencyKey':'key-1'}";
        String toId = "{'externalPlayerId':'{}','type':'item','resourceKey':'{}','amount':1,'idempotencyKey':'key-1'}";
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/friends/gifts/catalog",
                        (kraty, text) -> kraty.with(as(text)).friends().giftCatalog()),
                text(
                                "POST " + GIFTS,
                                toCode,
                                (kraty, text) -> kraty.friends()
                                        .sendGift(gift(GiftResourceType.ITEM, text, 1)
                                                .friendCode(text)
                                                .message(text)
                                                .build()))
                        .where(text -> text.length() <= LONGEST_MESSAGE),
                text(
                        "POST /sdk/v1/players/{}/friends/gifts",
                        toId,
                        (kraty, text) -> kraty.with(as(text))
                                .friends()
                                .sendGift(gift(GiftResourceType.ITEM, text, 1)
                                        .externalPlayerId(text)
                                        .build())),
                text(
                        "GET /sdk/v1/players/{}/friends/gifts",
                        (kraty, text) -> kraty.with(as(text)).friends().gifts(GiftReadOptions.defaults())),
                text(
                        "GET /sdk/v1/players/{}/friends/gifts/sent",
                        (kraty, text) -> kraty.with(as(text)).friends().sentGifts(GiftReadOptions.defaults())),
                text(
                        "POST /sdk/v1/players/{}/friends/gifts/{}/claim",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).friends().claimGift(text)));
    }

    private static GiftReadOptions.Builder read() {
        return GiftReadOptions.builder();
    }

    private static SendGiftRequest.Builder gift(GiftResourceType type, String key, long amount) {
        return SendGiftRequest.builder().type(type).resourceKey(key).amount(amount);
    }
}
