package io.kraty.game.state;

import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.Gift;
import io.kraty.api.model.GiftCatalog;
import io.kraty.api.model.GiftReadOptions;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.SendGiftRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.PresenceHeartbeat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The player's friends, and who wants to be one. */
public final class Friends extends Area {
    private static final float SECONDS_BETWEEN_READS = 20;

    private @Nullable String code;
    private List<Friend> friends = List.of();
    private FriendRequests requests = new FriendRequests(List.of(), List.of());
    private List<FriendSuggestion> suggestions = List.of();
    private List<FriendSearchResult> found = List.of();
    private List<BlockedPlayer> blocked = List.of();
    private List<Gift> gifts = List.of();
    private @Nullable GiftCatalog catalog;
    private @Nullable PresenceHeartbeat presence;
    private boolean shown;
    private float untilRead;

    Friends(Game game) {
        super(game);
    }

    @Override
    void begin() {
        if (presence == null || !presence.isRunning()) {
            presence = kraty().friends().keepOnline("menu");
        }
        refresh();
    }

    @Override
    void end() {
        if (presence != null) {
            presence.close();
            presence = null;
        }
        code = null;
        friends = List.of();
        requests = new FriendRequests(List.of(), List.of());
        suggestions = List.of();
        found = List.of();
        blocked = List.of();
        gifts = List.of();
    }

    @Override
    void tick(float seconds) {
        untilRead -= seconds;
        if (shown && untilRead <= 0 && !game.isOffline()) {
            refresh();
        }
    }

    /** Says whether somebody looks at them, so that they are read again from time to time. */
    public void shown(boolean isShown) {
        shown = isShown;
    }

    /** What friends see the player do. */
    public void doing(String status) {
        if (presence != null) {
            presence.status(status);
        }
    }

    /** Reads everything again. */
    public void refresh() {
        untilRead = SECONDS_BETWEEN_READS;
        read(kraty -> kraty.friends().list(), all -> friends = all);
        read(kraty -> kraty.friends().listRequests(), all -> requests = all);
        read(kraty -> kraty.friends().gifts(GiftReadOptions.pending()), all -> gifts = all);
        read(kraty -> kraty.friends().suggestions(), all -> suggestions = all);
        read(kraty -> kraty.friends().listBlocks(), all -> blocked = all);
        read(kraty -> kraty.friends().giftCatalog(), all -> catalog = all);
        if (code == null) {
            read(kraty -> kraty.friends().getCode(), own -> code = own.friendCode());
        }
    }

    private <T> void read(Function<Kraty, T> question, Consumer<T> then) {
        ask(question, then, game::met);
    }

    private <T> void change(Function<Kraty, T> question, String notice, Object... arguments) {
        ask(question, done -> {
            game.say(Notice.Tone.GOOD, notice, arguments);
            refresh();
        });
    }

    public void add(String friendCode) {
        change(kraty -> kraty.friends().addByCode(friendCode), "friends.asked");
    }

    public void addById(String playerId) {
        change(kraty -> kraty.friends().addById(playerId), "friends.asked");
    }

    public void search(String text) {
        read(kraty -> kraty.friends().search(text), all -> found = all);
    }

    public void accept(String requestId) {
        change(kraty -> kraty.friends().accept(requestId), "friends.accepted");
    }

    public void decline(String requestId) {
        change(kraty -> kraty.friends().decline(requestId), "friends.declined");
    }

    public void withdraw(String requestId) {
        change(kraty -> kraty.friends().cancelRequest(requestId), "friends.withdrawn");
    }

    public void remove(String friendId) {
        change(kraty -> kraty.friends().remove(friendId), "friends.removed");
    }

    public void block(String playerId) {
        change(kraty -> kraty.friends().block(playerId), "friends.blocked");
    }

    public void unblock(String playerId) {
        change(kraty -> kraty.friends().unblock(playerId), "friends.unblocked");
    }

    public void send(Friend friend, GiftableResource gift, long amount) {
        SendGiftRequest request = SendGiftRequest.builder()
                .externalPlayerId(friend.externalPlayerId())
                .type(gift.type())
                .resourceKey(gift.key())
                .amount(amount)
                .build();
        change(kraty -> kraty.friends().sendGift(request), "friends.gifted", amount, new Notice.Thing(gift.key()));
    }

    public void take(Gift gift) {
        change(
                kraty -> kraty.friends().claimGift(gift.giftId()),
                "friends.taken",
                gift.amount(),
                new Notice.Thing(gift.resourceKey()));
    }

    /** The code by which others find the player; null while it is not known. */
    public @Nullable String code() {
        return code;
    }

    public List<Friend> friends() {
        return friends;
    }

    public FriendRequests requests() {
        return requests;
    }

    public List<FriendSuggestion> suggestions() {
        return suggestions;
    }

    public List<FriendSearchResult> found() {
        return found;
    }

    public List<BlockedPlayer> blocked() {
        return blocked;
    }

    /** The gifts that wait to be taken. */
    public List<Gift> gifts() {
        return gifts;
    }

    /** What can be given; empty if nothing can. */
    public List<GiftableResource> giftable() {
        return catalog == null || !catalog.enabled() ? List.of() : catalog.resources();
    }
}
