package io.kraty.sdk.polling;

import io.kraty.sdk.wire.TinyServer.Handler;

/** Answers about a lobby. */
final class Lobbies {
    private Lobbies() {}

    static Handler in(String status) {
        return in(status, 4, 1, 1);
    }

    static Handler in(String status, int capacity, int players, int bots) {
        return exchange -> exchange.json(
                200,
                "{\"data\":{\"id\":\"l1\",\"eventId\":\"e\",\"eventWindowId\":\"w\",\"mode\":\"lobby_matched\",\"status\":\""
                        + status + "\",\"capacity\":" + capacity + ",\"participantCount\":" + players
                        + ",\"botSlots\":" + bots + "}}");
    }
}
