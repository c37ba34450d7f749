package io.kraty.game.state;

import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.game.online.Deed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be bought: with gold, and with real money. A purchase that was paid is kept until the platform has it, whatever
 * happens to the game meanwhile.
 */
public final class Shop extends Area {
    /** Something for gold. */
    public record Offer(String item, long gold) {}

    /** Something for real money, in euro cents. */
    public record Product(String id, long cents) {}

    private static final List<Offer> OFFERS =
            List.of(new Offer("shield", 30), new Offer("arena_ticket", 80), new Offer("comet_pass", 400));
    private static final List<Product> PRODUCTS =
            List.of(new Product("gems_small", 199), new Product("gems_large", 999), new Product("supporter", 499));

    private static final float SECONDS_BETWEEN_PURCHASES = 1.5f;

    private long lifetimeCents;
    private int purchases;
    private @Nullable Product last;
    private float untilNext;

    Shop(Game game) {
        super(game);
    }

    @Override
    void begin() {}

    @Override
    void end() {
        lifetimeCents = 0;
        purchases = 0;
    }

    @Override
    void tick(float seconds) {
        if (untilNext > 0) {
            untilNext -= seconds;
            if (untilNext <= 0) {
                changed();
            }
        }
    }

    /** What this backend knows of what the shop has. */
    public List<Offer> offers() {
        return OFFERS.stream()
                .filter(offer -> game.bag().names().mayHave(offer.item()))
                .toList();
    }

    /** Whether one can get it for gold. */
    public boolean sells(@Nullable String item) {
        return OFFERS.stream().anyMatch(offer -> offer.item().equals(item));
    }

    public List<Product> products() {
        return PRODUCTS;
    }

    public boolean affords(Offer offer) {
        return game.bag().amount("gold") >= offer.gold();
    }

    /** Whether it is being bought at the moment, or was paid in an earlier launch and is still owed. */
    public boolean isBuying(Offer offer) {
        return !game.outbox().isLoaded() || game.outbox().holds(Deed.Kind.TRADE, offer.item());
    }

    /** Whether it is being bought at the moment: the second click of two is not meant to pay again. */
    public boolean isBuying(Product product) {
        boolean isDoubleClick = untilNext > 0 && product.equals(last);
        return isDoubleClick || game.outbox().holds(Deed.Kind.PURCHASE, product.id());
    }

    /** Buys for gold. A studio's server would hand out the item; the sandbox lets the game do it. */
    public void buy(Offer offer) {
        if (affords(offer) && !isBuying(offer)) {
            game.outbox().trade(offer.item(), offer.gold());
            changed();
        }
    }

    /** Buys for real money. Here the store always says yes. */
    public void buy(Product product) {
        if (isBuying(product)) {
            return;
        }
        untilNext = SECONDS_BETWEEN_PURCHASES;
        last = product;
        game.outbox().purchase(product.id(), product.cents());
        game.say(Notice.Tone.GOOD, "shop.thanks");
        changed();
    }

    void confirmed(Deed deed, Object answer) {
        if (deed.kind() == Deed.Kind.TRADE) {
            game.say(Notice.Tone.GOOD, "shop.bought", new Notice.Thing(deed.subject()));
        } else if (answer instanceof TrackPurchaseResult tracked) {
            lifetimeCents = tracked.lifetimeAmountMinor();
            purchases = tracked.purchaseCount();
            game.say(Notice.Tone.INFO, "shop.tracked", deed.amounts().getOrDefault("cents", 0.0) / 100);
        }
    }

    /** What the player has spent so far, in US cents; 0 until a purchase was tracked in this session. */
    public long lifetimeCents() {
        return lifetimeCents;
    }

    /** How many purchases there were. */
    public int purchases() {
        return purchases;
    }
}
