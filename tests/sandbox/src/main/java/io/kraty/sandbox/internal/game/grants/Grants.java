package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantContents;
import io.kraty.api.model.GrantCreated;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantStatus;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.CrateDefinition;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.holdings.HoldingsFeed;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What players were given and have to collect.
 *
 * <p>[choice] Only rewards can be claimed and only crates be opened; the other way round is a 404.
 */
public final class Grants {
    private static final String DEPOSIT = "grant_deposit";
    private static final String ADMIN = "admin";

    private final GameDefinition game;
    private final Settings settings;
    private final Seeds seeds;
    private final Holdings holdings;
    private final HoldingsFeed feed;
    /** What each was given. */
    private final Map<Player, GrantBook> books = new HashMap<>();

    public Grants(GameDefinition game, Settings settings, Seeds seeds, Holdings holdings, HoldingsFeed feed) {
        this.game = game;
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.feed = feed;
    }

    /** [choice] Oldest first, rewards and crates mixed, so that it shows whether a client sorts. */
    public List<Grant> pending(Player player, int limit) {
        book(player).expire(now());
        return book(player).pending().stream()
                .limit(limit)
                .map(GrantRecord::grant)
                .toList();
    }

    /** Hands the contents out, once. In studio-managed games only the status changes. */
    public Grant claim(Player player, String grantId) {
        return claim(player, find(player, grantId, GrantKind.REWARD));
    }

    /** The same with a grant that a gift stands for, which may have lapsed. */
    public Grant claim(Player player, GrantRecord record) {
        book(player).expire(now());
        if (record.grant().status().equals(GrantStatus.EXPIRED)) {
            throw ApiError.notFound("grant");
        }
        return record.isPending() ? deposit(player, record, ChangeOrigin.ENGINE) : record.grant();
    }

    /** Gives a reward and hands it out at once, on behalf of the player's client. */
    Grant deposited(Player player, List<RewardEntry> entries, String sourceKind, @Nullable Instant expiresAt) {
        GrantRecord record = create(player, GrantKind.REWARD, rewards(entries), sourceKind, null, null, expiresAt);
        return deposit(player, record, ChangeOrigin.CLIENT);
    }

    /** Gives one crate, to be opened in time. */
    Grant crate(Player player, String crateItemKey, String sourceKind, @Nullable Instant expiresAt) {
        return announced(
                        player, create(player, GrantKind.CRATE, crate(crateItemKey), sourceKind, null, null, expiresAt))
                .grant();
    }

    /** Rolls what is inside, once. */
    public OpenCrateResponse open(Player player, String grantId) {
        GrantRecord crate = find(player, grantId, GrantKind.CRATE);
        GrantRecord known = book(player).contentsOf(grantId);
        if (known != null) {
            return new OpenCrateResponse(crate.grant(), known.grant());
        }
        List<RewardEntry> inside = roll(crate.grant(), seeds.dice("crate", player.externalId(), grantId));
        Grant contents = add(player, GrantKind.REWARD, rewards(inside), "crate_open", grantId, grantId);
        book(player).opened(grantId, contents.id());
        return new OpenCrateResponse(
                claimed(player, crate, crate.grant().toBuilder().rolledAt(now())), contents);
    }

    /** Gives what somebody outside of the game wants the player to have. */
    public List<Grant> give(Player player, List<RewardEntry> entries) {
        return give(player, entries, ADMIN, null, null);
    }

    /** Whatever the player was ever given and is still known, oldest first. */
    public List<Grant> all(Player player) {
        book(player).expire(now());
        return book(player).all().stream().map(GrantRecord::grant).toList();
    }

    /** How many the player was ever given. */
    long made(Player player) {
        return book(player).made();
    }

    /** The ones that wait of those that the player was given after the first {@code known}, for this source. */
    List<Grant> pendingSince(Player player, long known, String sourceRefId) {
        return book(player).pending().stream()
                .filter(record -> record.index() >= known)
                .map(GrantRecord::grant)
                .filter(grant -> sourceRefId.equals(grant.sourceRefId()))
                .toList();
    }

    /** Lets lapse whatever is due. */
    public void sweep() {
        books.values().forEach(book -> book.expire(now()));
    }

    /** How many are known, of all players. */
    public int size() {
        return books.values().stream().mapToInt(GrantBook::size).sum();
    }

    /** Gives one reward grant with all currencies and items of {@code entries}, then one grant for each crate. */
    public List<Grant> give(
            Player player,
            List<RewardEntry> entries,
            String sourceKind,
            @Nullable String sourceRefId,
            @Nullable String parentId) {
        SplittableRandom dice = seeds.dice(
                "reward", player.externalId(), Long.toString(book(player).made()));
        List<RewardEntry> loose = new ArrayList<>();
        List<String> crates = new ArrayList<>();
        for (RewardEntry entry : entries) {
            if (entry instanceof CrateRewardEntry crate) {
                for (long i = Rewards.roll(crate.quantity(), dice); i > 0; i--) {
                    crates.add(crate.crateItemKey());
                }
            } else {
                loose.add(Rewards.rolled(entry, dice));
            }
        }
        List<Grant> given = new ArrayList<>();
        if (!loose.isEmpty()) {
            given.add(add(player, GrantKind.REWARD, rewards(loose), sourceKind, sourceRefId, parentId));
        }
        for (String key : crates) {
            given.add(add(player, GrantKind.CRATE, crate(key), sourceKind, sourceRefId, parentId));
        }
        return given;
    }

    /** Gives what a friend sent. */
    public GrantRecord gift(Player player, RewardEntry content, String giftId, Instant expiresAt) {
        GrantContents contents = rewards(List.of(content));
        return announced(player, create(player, GrantKind.REWARD, contents, "gift", giftId, null, expiresAt));
    }

    /** A grant as it stands now. */
    public Grant read(Player player, GrantRecord record) {
        book(player).expire(now());
        return record.grant();
    }

    private Grant add(
            Player player,
            GrantKind kind,
            GrantContents contents,
            String sourceKind,
            @Nullable String sourceRefId,
            @Nullable String parentId) {
        return announced(player, create(player, kind, contents, sourceKind, sourceRefId, parentId, null))
                .grant();
    }

    private GrantRecord announced(Player player, GrantRecord record) {
        Grant grant = record.grant();
        feed.publish(
                player.externalId(),
                new GrantCreated(grant.id(), grant.kind(), grant.sourceKind(), grant.contents(), now()));
        return record;
    }

    private GrantRecord create(
            Player player,
            GrantKind kind,
            GrantContents contents,
            String sourceKind,
            @Nullable String sourceRefId,
            @Nullable String parentId,
            @Nullable Instant expiresAt) {
        Grant grant = Grant.builder()
                .id(seeds.id(
                        "grant", player.externalId(), Long.toString(book(player).made())))
                .kind(kind)
                .contents(contents)
                .sourceKind(sourceKind)
                .sourceRefId(sourceRefId)
                .parentGrantId(parentId)
                .status(GrantStatus.PENDING)
                .rolledAt(kind.equals(GrantKind.REWARD) ? now() : null)
                .expiresAt(expiresAt == null ? defaultExpiry() : expiresAt)
                .createdAt(now())
                .build();
        return book(player).add(grant);
    }

    private Grant deposit(Player player, GrantRecord record, ChangeOrigin origin) {
        Grant grant = record.grant();
        if (settings.keepsHoldings()) {
            grant.contents().entries().forEach(entry -> deposit(player, grant, entry, origin));
        }
        return claimed(player, record, grant.toBuilder());
    }

    private void deposit(Player player, Grant grant, RewardEntry entry, ChangeOrigin origin) {
        if (entry instanceof CurrencyRewardEntry currency && currency.amount() != null) {
            long amount = (long) currency.amount().min();
            deposit(player, ResourceKind.BALANCE, currency.currencyKey(), amount, grant, origin);
        } else if (entry instanceof ItemRewardEntry item && item.quantity() != null) {
            long quantity = (long) item.quantity().min();
            deposit(player, ResourceKind.ITEM, item.itemKey(), quantity, grant, origin);
        } else if (entry instanceof CrateRewardEntry) {
            give(player, List.of(entry), "crate", grant.id(), grant.id());
        }
    }

    private void deposit(Player player, ResourceKind kind, String key, long amount, Grant grant, ChangeOrigin origin) {
        holdings.change(player, new Change(kind, key, amount, DEPOSIT, origin, grant.id()));
    }

    /** What is inside. Something that the catalog does not know as a crate is empty. */
    private List<RewardEntry> roll(Grant crate, SplittableRandom dice) {
        String key = crate.contents().crateItemKey();
        CrateDefinition definition = key == null ? null : game.crate(key);
        return definition == null ? List.of() : Rewards.rolled(definition, dice);
    }

    private Grant claimed(Player player, GrantRecord record, Grant.Builder grant) {
        Grant claimed = grant.status(GrantStatus.CLAIMED).claimedAt(now()).build();
        book(player).done(record, claimed);
        return claimed;
    }

    private GrantRecord find(Player player, String id, GrantKind kind) {
        book(player).expire(now());
        GrantRecord record = book(player).find(id);
        if (record == null
                || !record.grant().kind().equals(kind)
                || record.grant().status().equals(GrantStatus.EXPIRED)) {
            throw ApiError.notFound(kind.equals(GrantKind.CRATE) ? "crate" : "grant");
        }
        return record;
    }

    private @Nullable Instant defaultExpiry() {
        return settings.grantLifetime() == null ? null : now().plus(settings.grantLifetime());
    }

    private GrantBook book(Player player) {
        return books.computeIfAbsent(player, any -> new GrantBook());
    }

    private static GrantContents crate(String key) {
        return GrantContents.builder().crateItemKey(key).build();
    }

    private static GrantContents rewards(List<RewardEntry> entries) {
        return GrantContents.builder().entries(entries).build();
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
