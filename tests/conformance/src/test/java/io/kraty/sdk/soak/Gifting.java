package io.kraty.sdk.soak;

import io.kraty.api.model.Friend;
import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftStatus;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.sdk.FriendsClient;
import io.kraty.sdk.request.RequestOptions;

/** Gifts between friends. */
final class Gifting {
    private Gifting() {}

    static void send(SimulatedPlayer player) {
        String me = player.me();
        FriendsClient friends = player.kraty().friends();
        Friend friend = player.any(friends.list());
        GiftableResource resource = player.any(friends.giftCatalog().resources());
        if (friend == null || resource == null) {
            return;
        }
        SendGiftRequest gift = SendGiftRequest.builder()
                .externalPlayerId(friend.externalPlayerId())
                .type(resource.type())
                .resourceKey(resource.key())
                .amount(1)
                .message("For you")
                .build();
        RequestOptions options = RequestOptions.none().idempotencyKey(player.unique("gift"));
        Books.noting(
                () -> player.kraty().with(options).friends().sendGift(gift),
                (outcome, sent) ->
                        player.soak.books.gifts.add(new Books.Made(me, outcome, sent == null ? null : sent.giftId())));
    }

    static void claim(SimulatedPlayer player) {
        String me = player.me();
        FriendsClient friends = player.kraty().friends();
        Gift gift = player.any(friends.gifts(GiftReadOptions.pending()));
        friends.sentGifts();
        if (gift == null) {
            return;
        }
        for (int times = player.oneIn(3) ? 2 : 1; times > 0; times--) {
            Gift claimed = friends.claimGift(gift.giftId());
            if (claimed.status().equals(GiftStatus.CLAIMED)) {
                player.soak.books.claimed.add(new Books.Collected(me, claimed.grantId()));
            }
        }
    }
}
