package io.kraty.sample;

import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalog;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftStatus;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.sdk.FriendsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;

/** Two friends give each other something. */
final class GiftExchange {

    private GiftExchange() {}

    static void play(Session session, Kraty friend) {
        FriendsClient mine = session.kraty().friends();
        FriendsClient theirs = friend.friends();
        GiftCatalog catalog = mine.giftCatalog();
        GiftableResource resource = onTheHouse(catalog);
        session.screen()
                .line(catalog.resources().size() + " things to give, " + catalog.sentToday() + " of "
                        + catalog.dailySendLimit() + " given today");

        Gift sent = mine.sendGift(gift(resource, friend).message("Good luck!").build());
        theirs.sendGift(gift(onTheHouse(theirs.giftCatalog()), session.kraty()).build());
        try {
            mine.sendGift(gift(resource, friend).build());
            throw new Steps.Failed("there is no pause between gifts");
        } catch (KratyApiException e) {
            session.screen().line("again at once: " + Advice.describe(e));
        }

        Gift wrapped = theirs.gifts(GiftReadOptions.pending()).get(0);
        Gift claimed = theirs.claimGift(wrapped.giftId());
        theirs.claimGift(wrapped.giftId()); // a double click pays nothing more
        Steps.check(claimed.status().equals(GiftStatus.CLAIMED), "not claimed: " + claimed.status());
        Steps.check(mine.sentGifts().get(0).giftId().equals(sent.giftId()), "another gift");
        GiftReadOptions waiting =
                GiftReadOptions.builder().status(GiftStatus.PENDING).limit(5).build();
        int onTheWay = mine.sentGifts(waiting).size();
        session.screen()
                .line("\"" + wrapped.message() + "\" " + claimed.amount() + " "
                        + session.names().of(claimed.resourceKey()) + "; " + onTheWay + " of mine on the way, "
                        + mine.gifts().size() + " for me");
        // Mine waits among the rewards, too: collecting leaves it, to be unwrapped later.
        String mineId = mine.gifts(GiftReadOptions.defaults()).get(0).grantId();
        session.kraty().grants().collectAll(grant -> !grant.id().equals(mineId));
        mine.claimGift(mine.gifts().get(0).giftId());
    }

    private static GiftableResource onTheHouse(GiftCatalog catalog) {
        return catalog.resources().stream()
                .filter(resource -> !resource.costsSender())
                .findFirst()
                .orElseThrow(() -> new Steps.Skipped("there is nothing to give for free"));
    }

    private static SendGiftRequest.Builder gift(GiftableResource resource, Kraty receiver) {
        return SendGiftRequest.builder()
                .externalPlayerId(receiver.ensureIdentity().externalPlayerId())
                .type(resource.type())
                .resourceKey(resource.key())
                .amount(1);
    }
}
