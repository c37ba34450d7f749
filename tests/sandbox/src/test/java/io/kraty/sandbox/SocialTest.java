package io.kraty.sandbox;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Three players who have nothing to do with each other yet. */
abstract class SocialTest extends SandboxTest {
    TestPlayer ana;
    TestPlayer rui;
    TestPlayer eva;

    @BeforeEach
    void players() {
        ana = api.register("ana");
        rui = api.register("rui");
        eva = api.register("eva");
    }

    /** A body that names the player by id. */
    static String byId(TestPlayer player) {
        return "{\"externalPlayerId\":\"" + player.id() + "\"}";
    }

    static String byCode(String code) {
        return "{\"friendCode\":\"" + code + "\"}";
    }

    static String code(TestPlayer player) {
        return player.get("friend-code").expect(200).text("data.friendCode");
    }

    static String name(TestPlayer player) {
        return player.get("friend-code").expect(200).text("data.displayIdentity.name");
    }

    static Reply ask(TestPlayer from, TestPlayer to) {
        return from.post("friends/requests", byId(to));
    }

    /** Asks, and answers with the id of the request. */
    static String requestId(TestPlayer from, TestPlayer to) {
        return ask(from, to).expect(201).text("data.request.requestId");
    }

    static Reply accept(TestPlayer player, String requestId) {
        return player.post("friends/requests/" + requestId + "/accept", "{}");
    }

    static Reply decline(TestPlayer player, String requestId) {
        return player.post("friends/requests/" + requestId + "/decline", "{}");
    }

    static Reply block(TestPlayer player, TestPlayer other) {
        return player.post("blocks", byId(other));
    }

    Reply delete(TestPlayer player, String path) {
        return Api.send(api.request("players/" + player.id() + "/" + path, player.secret())
                .DELETE()
                .build());
    }

    static List<String> friends(TestPlayer player) {
        return player.get("friends").expect(200).texts("data.friends", "externalPlayerId");
    }

    /** The ids of the requests that wait: {@code incoming} or {@code outgoing}. */
    static List<String> requests(TestPlayer player, String direction) {
        return player.get("friends/requests").expect(200).texts("data." + direction, "requestId");
    }
}
