package io.kraty.sample;

import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendCode;
import io.kraty.api.model.FriendReadOptions;
import io.kraty.api.model.FriendRequest;
import io.kraty.api.model.FriendRequestStatus;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.FriendSearchOptions;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestionOptions;
import io.kraty.api.model.FriendTarget;
import io.kraty.api.model.PlayerPresence;
import io.kraty.api.model.PresenceInput;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.model.SendFriendRequestResult;
import io.kraty.sdk.FriendsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.store.InMemorySecretStore;
import java.util.List;

/** Two players find each other, play together, fall out and make up. */
final class FriendsChapter implements Chapter {

    @Override
    public String title() {
        return "Friends";
    }

    @Override
    public void play(Session session) {
        try (Kraty rui = Kraty.create(session.launcher()
                .settings()
                .secretStore(new InMemorySecretStore())
                .build())) {
            session.step("Meet another player", () -> meet(session, rui));
            session.step("Say that you are here", () -> heartbeat(session));
            session.step("Become friends", () -> befriend(session, rui));
            session.step("See who is online", () -> online(session, rui));
            session.step("Change your mind", () -> changeYourMind(session, rui));
            session.step("Block somebody for a while", () -> block(session, rui));
            session.step("Give each other something", () -> GiftExchange.play(session, rui));
        }
    }

    private static void meet(Session session, Kraty rui) {
        FriendsClient friends = session.kraty().friends();
        rui.players().setIdentity("Rui", "wolf_02");
        rui.friends().heartbeat();
        List<FriendSearchResult> found = friends.search("rui");
        List<String> level = session.names().progressions();
        FriendSearchOptions found3 =
                FriendSearchOptions.builder().limit(3).progression(level).build();
        FriendSuggestionOptions suggested3 =
                FriendSuggestionOptions.builder().limit(3).progression(level).build();
        int some = friends.search("rui", found3).size();
        int others =
                friends.suggestions().size() + friends.suggestions(suggested3).size();
        session.screen().line(found.size() + " found by name, " + some + " with their level; " + others + " suggested");
    }

    private static void heartbeat(Session session) {
        FriendsClient friends = session.kraty().friends();
        friends.heartbeat(); // every 30 s or so, while the player is there
        PlayerPresence arena = friends.heartbeat("In the arena");
        Steps.check("In the arena".equals(arena.status()), "another status: " + arena.status());
        PlayerPresence idle = friends.heartbeat(PresenceStatus.cleared());
        Steps.check(idle.status() == null, "the status stayed");
        PlayerPresence menu = friends.heartbeat(
                PresenceInput.builder().status(PresenceStatus.of("In the menu")).build());
        session.screen().line((menu.online() ? "online, " : "offline, ") + menu.status());
    }

    /** One asks by code, the other one accepts; or both ask, which is the same. */
    private static void befriend(Session session, Kraty rui) {
        FriendsClient friends = session.kraty().friends();
        FriendCode code = friends.getCode();
        String again = friends.getCode(FriendReadOptions.defaults()).friendCode();
        Steps.check(code.friendCode().equals(again), "the code changed");
        SendFriendRequestResult asked = rui.friends().addByCode(code.friendCode());
        Steps.check(asked.status().equals(FriendRequestStatus.PENDING), "friends already?");
        FriendRequest request = friends.listRequests().incoming().get(0);
        Friend friend = friends.accept(request.requestId());
        session.screen().line("code " + again + ": friends with " + friend.externalPlayerId());

        Steps.check(friends.remove(id(rui)), "still friends");
        friends.addById(id(rui));
        SendFriendRequestResult both = rui.friends()
                .add(FriendTarget.builder()
                        .externalPlayerId(id(session.kraty()))
                        .build());
        Steps.check(both.status().equals(FriendRequestStatus.ACCEPTED), "both asked, and still wait");
        try {
            friends.addById(id(rui));
            throw new Steps.Failed("friends twice");
        } catch (KratyApiException e) {
            Steps.check(e.isAlreadyFriends(), Advice.describe(e));
        }
    }

    private static void online(Session session, Kraty rui) {
        rui.friends().heartbeat("Watching you");
        FriendReadOptions withLevel = FriendReadOptions.builder()
                .progression(session.names().progressions())
                .build();
        Steps.check(session.kraty().friends().list().size() == 1, "not the one friend");
        for (Friend friend : session.kraty().friends().list(withLevel)) {
            session.screen()
                    .line(friend.externalPlayerId() + (friend.online() ? " is here: " + friend.status() : " is away")
                            + " " + friend.progression());
        }
    }

    private static void changeYourMind(Session session, Kraty rui) {
        FriendsClient mine = session.kraty().friends();
        FriendsClient his = rui.friends();
        mine.remove(id(rui));
        his.addById(id(session.kraty()));
        mine.decline(mine.listRequests().incoming().get(0).requestId());
        his.addById(id(session.kraty()));
        FriendRequests waiting = mine.listRequests(FriendReadOptions.defaults());
        mine.decline(waiting.incoming().get(0).requestId());
        String taken = ask(his, session);
        his.cancelRequest(taken);
        his.cancelRequest(ask(his, session));
        mine.accept(ask(his, session));
        session.screen().line("declined twice, taken back twice, friends again");
    }

    private static String ask(FriendsClient his, Session session) {
        FriendRequest request = his.addById(id(session.kraty())).request();
        if (request == null) {
            throw new Steps.Failed("friends without asking");
        }
        return request.requestId();
    }

    private static void block(Session session, Kraty rui) {
        FriendsClient friends = session.kraty().friends();
        BlockedPlayer blocked = friends.block(id(rui));
        Steps.check(friends.list().isEmpty(), "a block ends a friendship");
        friends.unblock(blocked.externalPlayerId());
        friends.blockByCode(rui.friends().getCode().friendCode());
        int listed = friends.listBlocks().size() + friends.listBlocks().size();
        try {
            rui.friends().addById(id(session.kraty()));
            throw new Steps.Failed("a blocked player may ask");
        } catch (KratyApiException e) {
            session.screen().line(Advice.describe(e));
            Steps.check(e.isPlayerBlocked(), "not the code that was expected");
        }
        friends.unblock(id(rui));
        friends.block(FriendTarget.builder().externalPlayerId(id(rui)).build());
        friends.unblock(id(rui));
        Steps.check(listed == 2 && friends.listBlocks().isEmpty(), "a block too many");
        rui.friends().addById(id(session.kraty()));
        friends.addById(id(rui));
        session.screen().line("made up again");
    }

    private static String id(Kraty kraty) {
        return kraty.ensureIdentity().externalPlayerId();
    }
}
