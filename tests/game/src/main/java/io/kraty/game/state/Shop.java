package io.kraty.game.state;

import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.game.online.Deed;
import io.kraty.game.online.Outbox;
import io.kraty.game.online.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private final Set<Offer> buying = new HashSet<>();
    private long lifetimeCents;
    private int purchases;

    Shop(Game game) {
        super(game);
    }

    @Override
    void begin() {}

    @Override
    void end() {
        buying.clear();
        lifetimeCents = 0;
        purchases = 0;
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

    /** Whether it is being bought at the moment. */
    public boolean isBuying(Offer offer) {
        return buying.contains(offer);
    }

    /** Buys for gold. A studio's server would hand out the item; the sandbox lets the game do it. */
    public void buy(Offer offer) {
        if (affords(offer) && buying.add(offer)) {
            game.outbox().trade(offer.item(), offer.gold());
            changed();
        }
    }

    /** Buys for real money. Here the store always says yes. */
    public void buy(Product product) {
        game.outbox().purchase(product.id(), product.cents());
        game.say(Notice.Tone.GOOD, "shop.thanks");
        changed();
    }

    void confirmed(Deed deed, Object answer) {
        if (deed.kind() == Deed.Kind.TRADE) {
            over(deed);
            game.say(Notice.Tone.GOOD, "shop.bought", new Notice.Thing(deed.subject()));
        } else if (answer instanceof TrackPurchaseResult tracked) {
            lifetimeCents = tracked.lifetimeAmountMinor();
            purchases = tracked.purchaseCount();
            game.say(Notice.Tone.INFO, "shop.tracked", deed.amounts().getOrDefault("cents", 0.0) / 100);
        }
    }

    /** A trade came to its end, or the item is owed. */
    void over(Deed deed, Problem problem) {
        if (Outbox.isPaid(deed, problem)) {
            game.say(Notice.Tone.WARNING, "shop.owed", new Notice.Thing(deed.subject()));
        }
        over(deed);
    }

    private void over(Deed deed) {
        buying.removeIf(offer -> offer.item().equals(deed.subject()));
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
