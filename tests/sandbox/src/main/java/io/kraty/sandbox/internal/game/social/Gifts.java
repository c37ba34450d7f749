package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalog;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftStatus;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantStatus;
import io.kraty.api.model.SocialDirection;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.GiftsDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.grants.GrantRecord;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What friends give each other. A gift is a grant to its receiver; the grant alone knows how it stands, so it pays out
 * once, whichever way it is claimed.
 *
 * <p>[choice] The checks run in this order: gifting is on, the gift is in the catalog, the receiver exists, is a friend,
 * cooldown, daily limit, funds. The cooldown holds from one player to one friend, and not back; it survives the end of
 * the friendship, as a sent gift does. A gift that lapsed cannot be claimed (404) and is not given back. Blank messages
 * count as none. Studio-managed games take from senders themselves.
 */
public final class Gifts {
    private static final int LONGEST_MESSAGE = 140;

    private final GiftsDefinition giving;
    private final Settings settings;
    private final Seeds seeds;
    private final Holdings holdings;
    private final Grants grants;
    private final Friendships friendships;
    private final GiftBox box;
    private final SocialViews views;

    Gifts(
            GiftsDefinition giving,
            Settings settings,
            Seeds seeds,
            Holdings holdings,
            Grants grants,
            Friendships friendships,
            GiftBox box,
            SocialViews views) {
        this.giving = giving;
        this.settings = settings;
        this.seeds = seeds;
        this.holdings = holdings;
        this.grants = grants;
        this.friendships = friendships;
        this.box = box;
        this.views = views;
    }

    /**
     * Comes before everything else here.
     *
     * @throws ApiError 403 where the game has switched gifting off
     */
    public void requireEnabled() {
        if (!giving.enabled()) {
            throw ApiError.forbidden(ErrorCode.GIFTING_DISABLED, "Gifting is off in this game.");
        }
    }

    public GiftCatalog catalog(Player player) {
        return GiftCatalog.builder()
                .enabled(true)
                .cooldownSeconds((int) giving.cooldown().toSeconds())
                .dailySendLimit(giving.dailyLimit())
                .sentToday(box.sentToday(player))
                .resources(giving.resources())
                .build();
    }

    /** What may be given at all; whether these two players may comes with {@link #send}. */
    public GiftOrder order(GiftResourceType type, String key, long amount, @Nullable String message) {
        String trimmed = message == null ? "" : message.strip();
        if (trimmed.codePointCount(0, trimmed.length()) > LONGEST_MESSAGE) {
            throw ApiError.invalid("message", "must be at most " + LONGEST_MESSAGE + " characters");
        }
        return new GiftOrder(giftable(type, key, amount), amount, trimmed.isEmpty() ? null : trimmed);
    }

    public Gift send(Player from, Player to, GiftOrder order) {
        if (!friendships.exists(from, to)) {
            throw ApiError.forbidden(ErrorCode.FORBIDDEN, "Gifts are for friends.");
        }
        Instant cooldownUntil = box.cooldownUntil(from, to);
        if (cooldownUntil != null) {
            throw ApiError.conflict("The next gift to this friend may be sent at " + cooldownUntil + ".");
        }
        if (giving.dailyLimit() != null && box.sentToday(from) >= giving.dailyLimit()) {
            throw ApiError.conflict("All " + giving.dailyLimit() + " gifts of the last 24 hours are sent.");
        }
        String id = seeds.id("gift", from.externalId(), Long.toString(box.made()));
        take(from, order, id);
        Instant now = settings.clock().instant();
        Instant expiresAt = now.plus(giving.lifetime());
        GrantRecord grant = grants.gift(to, order.content(), id, expiresAt);
        SentGift gift =
                new SentGift(id, grant, from, to, order.resource(), order.amount(), order.message(), now, expiresAt);
        box.add(gift);
        return view(from, gift);
    }

    /** What the player was given, newest first; null for any status. */
    public List<Gift> received(Player player, @Nullable GiftStatus status, int limit) {
        return list(player, box.receivedBy(player), status, limit);
    }

    /** What the player gave, newest first; null for any status. */
    public List<Gift> sent(Player player, @Nullable GiftStatus status, int limit) {
        return list(player, box.sentBy(player), status, limit);
    }

    /** Pays out what waits; a second time, only says so. */
    public Gift claim(Player player, String giftId) {
        SentGift gift = box.receivedBy(player).stream()
                .filter(received -> received.id().equals(giftId))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("gift"));
        grants.claim(player, gift.grant());
        return view(player, gift);
    }

    /** Forgets gifts that are over and old. */
    public void sweep() {
        box.sweep();
    }

    public int size() {
        return box.size();
    }

    private void take(Player from, GiftOrder order, String giftId) {
        GiftableResource resource = order.resource();
        if (resource.costsSender() && settings.keepsHoldings()) {
            ResourceKind kind =
                    resource.type().equals(GiftResourceType.ITEM) ? ResourceKind.ITEM : ResourceKind.BALANCE;
            holdings.spend(from, kind, resource.key(), order.amount(), "gift", giftId);
        }
    }

    private GiftableResource giftable(GiftResourceType type, String key, long amount) {
        GiftableResource resource = giving.resources().stream()
                .filter(giftable ->
                        giftable.type().equals(type) && giftable.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("resourceKey", "is not in the gift catalog as " + type));
        if (amount > resource.maxAmount()) {
            throw ApiError.invalid("amount", "must be at most " + resource.maxAmount());
        }
        return resource;
    }

    private List<Gift> list(Player viewer, List<SentGift> newestFirst, @Nullable GiftStatus status, int limit) {
        return newestFirst.stream()
                .map(gift -> view(viewer, gift))
                .filter(gift -> status == null || gift.status().equals(status))
                .limit(limit)
                .toList();
    }

    private Gift view(Player viewer, SentGift gift) {
        boolean incoming = gift.to() == viewer;
        Grant grant = grants.read(gift.to(), gift.grant());
        return Gift.builder()
                .giftId(gift.id())
                .grantId(gift.grantId())
                .direction(incoming ? SocialDirection.INCOMING : SocialDirection.OUTGOING)
                .player(views.other(incoming ? gift.from() : gift.to(), List.of()))
                .type(gift.resource().type())
                .resourceKey(gift.resource().key())
                .amount(gift.amount())
                .message(gift.message())
                .status(status(grant.status()))
                .sentAt(gift.sentAt())
                .claimedAt(grant.claimedAt())
                .expiresAt(gift.expiresAt())
                .build();
    }

    private static GiftStatus status(GrantStatus grant) {
        return switch (grant.known()) {
            case PENDING -> GiftStatus.PENDING;
            case CLAIMED -> GiftStatus.CLAIMED;
            case EXPIRED -> GiftStatus.EXPIRED;
            case UNRECOGNIZED -> GiftStatus.FAILED;
        };
    }
}
