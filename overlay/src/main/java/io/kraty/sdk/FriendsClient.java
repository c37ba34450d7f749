package io.kraty.sdk;

import io.kraty.api.FriendsApi;
import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendCode;
import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalog;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.PlayerPresence;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.model.SendFriendRequestResult;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.live.PresenceHeartbeat;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Friends: finding them, seeing who is online, blocking, and gifts between them. Get it from {@link Kraty#friends()}.
 * Thread-safe; each call blocks until it is answered.
 *
 * <p>Everything here belongs to the player of the call: besides what a method lists, it throws {@link KratyApiException}
 * {@code player_secret_invalid}, and for writes {@code player_banned}. An id that cannot stand in a path is an
 * {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class FriendsClient {
    private final Scope scope;

    FriendsClient(Scope scope) {
        this.scope = scope;
    }

    /** {@link #getCode(FriendReadOptions)} with defaults. */
    public FriendCode getCode() {
        return getCode(FriendReadOptions.defaults());
    }

    /**
     * What the player tells others to be found by: six characters, made on first use, then always the same.
     * {@code GET /sdk/v1/players/{p}/friend-code}.
     *
     * @param read which of the player's own balances to add
     */
    public FriendCode getCode(FriendReadOptions read) {
        return scope.call(player -> FriendsApi.getFriendCode(player, read));
    }

    /** {@link #heartbeat(PresenceInput)} without a status; what friends see as the status stays. */
    public PlayerPresence heartbeat() {
        return heartbeat(PresenceInput.builder().build());
    }

    /** {@link #heartbeat(PresenceInput)} of a player who does {@code status} now. */
    public PlayerPresence heartbeat(String status) {
        return heartbeat(PresenceStatus.of(Checks.present("status", status)));
    }

    /**
     * {@link #heartbeat(PresenceInput)} with a status.
     *
     * @param status a text, or {@link PresenceStatus#cleared()} for nothing in particular
     */
    public PlayerPresence heartbeat(PresenceStatus status) {
        return heartbeat(
                PresenceInput.builder().status(Checks.present("status", status)).build());
    }

    /**
     * Tells friends that the player is here. Send one about every 30 s while the player is active; without, the player
     * counts as offline a little later. {@code POST /sdk/v1/players/{p}/presence}.
     *
     * @param presence with a status to set or clear it, without one to leave it as it is
     */
    public PlayerPresence heartbeat(PresenceInput presence) {
        return scope.call(player -> FriendsApi.heartbeat(player, presence));
    }

    /** {@link #keepOnline(PresenceStatus)} without a status; what friends see as the status stays. */
    public PresenceHeartbeat keepOnline() {
        return scope.keepOnline(null, FriendsApi::heartbeat);
    }

    /** {@link #keepOnline(PresenceStatus)} of a player who does {@code status} now. */
    public PresenceHeartbeat keepOnline(String status) {
        return keepOnline(PresenceStatus.of(Checks.present("status", status)));
    }

    /**
     * Sends a {@link #heartbeat} now and about every 30 s, in the background, until the returned handle or the {@link Kraty} is
     * closed, or another player signs in or out. Failures that may pass do not end it. Never blocks.
     *
     * @param status a text, or {@link PresenceStatus#cleared()} for nothing in particular
     */
    public PresenceHeartbeat keepOnline(PresenceStatus status) {
        return scope.keepOnline(Checks.present("status", status), FriendsApi::heartbeat);
    }

    /** {@link #list(FriendReadOptions)} with defaults. */
    public List<Friend> list() {
        return list(FriendReadOptions.defaults());
    }

    /**
     * All friends, who of them is online, and when each may be given something again.
     * {@code GET /sdk/v1/players/{p}/friends}.
     *
     * @param read which balances to add
     */
    public List<Friend> list(FriendReadOptions read) {
        return scope.call(player -> FriendsApi.listFriends(player, read)).friends();
    }

    /** {@link #search(String, FriendSearchOptions)} with defaults. */
    public List<FriendSearchResult> search(String text) {
        return search(text, FriendSearchOptions.defaults());
    }

    /**
     * Finds players by name, with how each relates to the player. Who is blocked, either way, is left out.
     * {@code GET /sdk/v1/players/{p}/friends/search}.
     *
     * @param text what to look for, at least one character
     * @param read how many players (from 1), and which balances to add
     * @throws IllegalArgumentException if the text is empty, or the limit under 1
     */
    public List<FriendSearchResult> search(String text, FriendSearchOptions read) {
        return scope.call(player -> FriendsApi.searchFriends(player, text, read))
                .results();
    }

    /** {@link #suggestions(FriendSuggestionOptions)} with defaults. */
    public List<FriendSuggestion> suggestions() {
        return suggestions(FriendSuggestionOptions.defaults());
    }

    /**
     * Recently active players who have nothing to do with the player yet. Drawn at random, so two calls differ.
     * {@code GET /sdk/v1/players/{p}/friends/suggestions}.
     *
     * @param read how many players (1 to 25, by default 5), and which balances to add
     * @throws IllegalArgumentException if the limit is not 1 to 25
     */
    public List<FriendSuggestion> suggestions(FriendSuggestionOptions read) {
        return scope.call(player -> FriendsApi.suggestFriends(player, read)).suggestions();
    }

    /** {@link #listRequests(FriendReadOptions)} with defaults. */
    public FriendRequests listRequests() {
        return listRequests(FriendReadOptions.defaults());
    }

    /**
     * The friend requests that wait, those that came and those that went.
     * {@code GET /sdk/v1/players/{p}/friends/requests}.
     *
     * @param read which balances to add
     */
    public FriendRequests listRequests(FriendReadOptions read) {
        return scope.call(player -> FriendsApi.listFriendRequests(player, read));
    }

    /** {@link #add(FriendTarget)} by the other one's friend code. */
    public SendFriendRequestResult addByCode(String friendCode) {
        return add(byCode(friendCode));
    }

    /** {@link #add(FriendTarget)} by the other one's id. */
    public SendFriendRequestResult addById(String externalPlayerId) {
        return add(byId(externalPlayerId));
    }

    /**
     * Asks another player to be friends. If they have asked already, both are friends at once.
     * {@code POST /sdk/v1/players/{p}/friends/requests}.
     *
     * @param target a friend code or an id, not both
     * @return {@code pending} with the request, or {@code accepted} with the friend
     * @throws KratyApiException {@code friend_code_invalid}, {@code not_found}, {@code already_friends},
     *     {@code player_blocked}, {@code cannot_friend_self}
     * @throws IllegalArgumentException if it names nobody, or both ways
     */
    public SendFriendRequestResult add(FriendTarget target) {
        return scope.call(player -> FriendsApi.sendFriendRequest(player, target));
    }

    /**
     * Accepts a request that came. {@code POST /sdk/v1/players/{p}/friends/requests/{requestId}/accept}.
     *
     * @param requestId the request, from {@link #listRequests}
     * @return the new friend
     * @throws KratyApiException {@code not_found} if it is gone
     */
    public Friend accept(String requestId) {
        return scope.call(player -> FriendsApi.acceptFriendRequest(player, requestId))
                .friend();
    }

    /**
     * Drops a request that came; the other player may ask again.
     * {@code POST /sdk/v1/players/{p}/friends/requests/{requestId}/decline}.
     *
     * @param requestId the request, from {@link #listRequests}
     * @return whether it was declined
     * @throws KratyApiException {@code not_found} if it is gone
     */
    public boolean decline(String requestId) {
        return scope.call(player -> FriendsApi.declineFriendRequest(player, requestId))
                .declined();
    }

    /**
     * Takes back a request that the player sent. {@code DELETE /sdk/v1/players/{p}/friends/requests/{requestId}}.
     *
     * @param requestId the request, from {@link #listRequests} or {@link #add}
     * @return whether it is gone
     * @throws KratyApiException {@code not_found} if it was gone before
     */
    public boolean cancelRequest(String requestId) {
        return gone(() -> scope.call(player -> FriendsApi.cancelFriendRequest(player, requestId))
                .cancelled());
    }

    /**
     * Ends a friendship, for both. {@code DELETE /sdk/v1/players/{p}/friends/{friendExternalId}}.
     *
     * @param friendExternalId the friend's id
     * @return whether it is over
     * @throws KratyApiException {@code not_found} if they were no friends
     */
    public boolean remove(String friendExternalId) {
        return gone(() -> scope.call(player -> FriendsApi.removeFriend(player, friendExternalId))
                .removed());
    }

    /** Whom the player has blocked. {@code GET /sdk/v1/players/{p}/blocks}. */
    public List<BlockedPlayer> listBlocks() {
        return scope.call(FriendsApi::listBlocks).blocked();
    }

    /** {@link #block(FriendTarget)} by the other one's id. */
    public BlockedPlayer block(String externalPlayerId) {
        return block(byId(externalPlayerId));
    }

    /** {@link #block(FriendTarget)} by the other one's friend code. */
    public BlockedPlayer blockByCode(String friendCode) {
        return block(byCode(friendCode));
    }

    /**
     * Blocks another player: ends a friendship and drops requests both ways; neither finds the other until the block is
     * lifted. {@code POST /sdk/v1/players/{p}/blocks}.
     *
     * @param target an id or a friend code, not both
     * @throws KratyApiException {@code friend_code_invalid}, {@code not_found}
     * @throws IllegalArgumentException if it names nobody, or both ways
     */
    public BlockedPlayer block(FriendTarget target) {
        return scope.call(player -> FriendsApi.blockPlayer(player, target)).blocked();
    }

    /**
     * Lifts a block. A friendship does not come back by itself.
     * {@code DELETE /sdk/v1/players/{p}/blocks/{blockedExternalId}}.
     *
     * @param blockedExternalId the blocked player's id
     * @return whether it is lifted
     * @throws KratyApiException {@code not_found} if there was none
     */
    public boolean unblock(String blockedExternalId) {
        return gone(() -> scope.call(player -> FriendsApi.unblockPlayer(player, blockedExternalId))
                .unblocked());
    }

    /**
     * What friends can give each other, how much of it, and how often.
     * {@code GET /sdk/v1/players/{p}/friends/gifts/catalog}.
     *
     * @throws KratyApiException {@code gifting_disabled}
     */
    public GiftCatalog giftCatalog() {
        return scope.call(FriendsApi::getGiftCatalog);
    }

    /**
     * Gives a friend something. Repeated by the SDK if the answer got lost, and still given once.
     * {@code POST /sdk/v1/players/{p}/friends/gifts}.
     *
     * @param gift to whom (a friend code or an id, not both), what, how much (from 1), and a few words (up to 140
     *     characters)
     * @throws KratyApiException {@code gifting_disabled}; the codes of the other refusals are not published: assumed are
     *     {@code conflict} for the cooldown, the daily limit and too little to give, {@code forbidden} for somebody who is
     *     no friend, {@code validation_failed} for what the catalog does not allow
     * @throws IllegalArgumentException if it names nobody, or both ways, or a value is out of range
     */
    public Gift sendGift(SendGiftRequest gift) {
        return scope.call(player -> FriendsApi.sendGift(player, gift)).gift();
    }

    /** {@link #gifts(GiftReadOptions)} with defaults. */
    public List<Gift> gifts() {
        return gifts(GiftReadOptions.defaults());
    }

    /**
     * The gifts the player got, newest first. {@code GET /sdk/v1/players/{p}/friends/gifts}.
     *
     * @param read which, and how many (from 1)
     * @throws KratyApiException {@code gifting_disabled}
     * @throws IllegalArgumentException if the limit is under 1
     */
    public List<Gift> gifts(GiftReadOptions read) {
        return scope.call(player -> FriendsApi.listGifts(player, read)).gifts();
    }

    /** {@link #sentGifts(GiftReadOptions)} with defaults. */
    public List<Gift> sentGifts() {
        return sentGifts(GiftReadOptions.defaults());
    }

    /**
     * The gifts the player sent, newest first. {@code GET /sdk/v1/players/{p}/friends/gifts/sent}.
     *
     * @param read which, and how many (from 1)
     * @throws KratyApiException {@code gifting_disabled}
     * @throws IllegalArgumentException if the limit is under 1
     */
    public List<Gift> sentGifts(GiftReadOptions read) {
        return scope.call(player -> FriendsApi.listSentGifts(player, read)).gifts();
    }

    /**
     * Takes what is in a gift. Claiming it again changes nothing and answers the same.
     * {@code POST /sdk/v1/players/{p}/friends/gifts/{giftId}/claim}.
     *
     * @param giftId the gift, from {@link #gifts}
     * @throws KratyApiException {@code not_found} if it is unknown, {@code gifting_disabled}
     */
    public Gift claimGift(String giftId) {
        return scope.call(player -> FriendsApi.claimGift(player, giftId)).gift();
    }

    private static FriendTarget byCode(String friendCode) {
        return FriendTarget.builder().friendCode(friendCode).build();
    }

    private static FriendTarget byId(String externalPlayerId) {
        return FriendTarget.builder().externalPlayerId(externalPlayerId).build();
    }

    /** A removal cannot carry an idempotency key. Repeated after its answer got lost, it finds nothing: it is done. */
    private static boolean gone(BooleanSupplier removal) {
        try {
            return removal.getAsBoolean();
        } catch (KratyApiException e) {
            if (e.isNotFound() && e.attempts() > 1) {
                return true;
            }
            throw e;
        }
    }
}
