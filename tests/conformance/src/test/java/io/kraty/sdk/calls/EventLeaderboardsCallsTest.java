package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.transport.Live;
import java.util.List;

class EventLeaderboardsCallsTest extends CallsTest {
    private static final String READ = "GET /sdk/v1/event-leaderboards/b1";
    private static final String JOIN = "POST " + ME + "/event-leaderboards/b1/join";

    @Override
    List<Call> calls() {
        return List.of(
                call(READ, kraty -> kraty.eventLeaderboards().read("b1")),
                call(READ, kraty -> kraty.with(other()).eventLeaderboards().read("b1", read().build())),
                read("?limit=7", read().limit(7)),
                read("?includeSelf=true&externalId=player_42", read().includeSelf(true)),
                read("", read().includeSelf(false)),
                read("?progression=level%2Cxp", read().progression(List.of("level", "xp"))),
                read("", read().progression(List.of())),
                call(
                        READ + "?limit=7&includeSelf=true&externalId=other&progression=level",
                        kraty -> kraty.with(other()).eventLeaderboards().read("b1", everything())),
                call(JOIN, KEY, kraty -> kraty.eventLeaderboards().join("b1")),
                call(JOIN, KEY, kraty -> kraty.eventLeaderboards().join("b1", LeaderboardJoinOptions.defaults())),
                call(
                        "POST /sdk/v1/players/other/event-leaderboards/b1/join?limit=7",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .eventLeaderboards()
                                .join(
                                        "b1",
                                        LeaderboardJoinOptions.builder()
                                                .limit(7)
                                                .build())),
                call(
                        READ + "/stream",
                        kraty -> Live.drain(kraty.eventLeaderboards().live("b1"))),
                call(
                        READ + "/stream",
                        kraty -> Live.hear(heard -> kraty.eventLeaderboards().live("b1", heard))));
    }

    @Override
    List<TextCall> texts() {
        return List.of(
                text(
                        "GET /sdk/v1/event-leaderboards/{}?includeSelf=true&externalId={}&progression={},{}",
                        (kraty, text) -> kraty.with(as(text))
                                .eventLeaderboards()
                                .read(
                                        text,
                                        read().includeSelf(true)
                                                .progression(List.of(text, text))
                                                .build())),
                text(
                        READ + "?progression={}",
                        (kraty, text) -> kraty.eventLeaderboards()
                                .read("b1", read().progression(List.of(text)).build())),
                text(
                        "POST /sdk/v1/players/{}/event-leaderboards/{}/join",
                        KEY,
                        (kraty, text) ->
                                kraty.with(as(text)).eventLeaderboards().join(text, LeaderboardJoinOptions.defaults())),
                text(
                        "GET /sdk/v1/event-leaderboards/{}/stream",
                        (kraty, text) -> Live.drain(kraty.eventLeaderboards().live(text))));
    }

    private static Call read(String query, EventLeaderboardReadOptions.Builder options) {
        return call(READ + query, kraty -> kraty.eventLeaderboards().read("b1", options.build()));
    }

    private static EventLeaderboardReadOptions.Builder read() {
        return EventLeaderboardReadOptions.builder();
    }

    private static EventLeaderboardReadOptions everything() {
        return read().limit(7).includeSelf(true).progression(List.of("level")).build();
    }
}
