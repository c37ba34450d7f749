package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.transport.Live;
import java.util.List;
import java.util.stream.Stream;

class LeaderboardsCallsTest extends CallsTest {
    private static final String ID = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";
    private static final String READ = "GET /sdk/v1/leaderboards/elo";
    private static final String STANDINGS = READ + "/standings?scope=";
    private static final String PERIODS = READ + "/periods";
    private static final String SCORE = "POST " + ME + "/leaderboards/elo/score";
    private static final String JOIN = "POST " + ME + "/leaderboards/elo/join";

    @Override
    List<Call> calls() {
        return Stream.of(reads(), standings(), periods(), scores(), joins(), streams())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Call> reads() {
        return List.of(
                call(READ, kraty -> kraty.leaderboards().read("elo")),
                call(READ, kraty -> kraty.with(other()).leaderboards().read("elo", read().build())),
                read("?limit=7", read().limit(7)),
                read("?segment=PT", read().segment("PT")),
                read("?segment=", read().segment("")),
                read("?period=current", read().period("current")),
                read("?includeSelf=true&externalId=player_42", read().includeSelf(true)),
                read("", read().includeSelf(false)),
                read("?progression=level", read().progression(List.of("level"))),
                read("?progression=level%2Cxp", read().progression(List.of("level", "xp"))),
                read("", read().progression(List.of())),
                call(
                        READ + "?limit=7&segment=PT&period=2026-09-01T00%3A00%3A00Z&includeSelf=true&externalId=other"
                                + "&progression=level%2Cxp",
                        kraty -> kraty.with(other())
                                .leaderboards()
                                .read("elo", everything().build())),
                call(
                        READ + "?limit=7&segment=PT&period=2026-09-01T00%3A00%3A00Z&progression=level%2Cxp",
                        kraty -> kraty.leaderboards()
                                .read("elo", everything().includeSelf(false).build())),
                call(
                        "GET /sdk/v1/event-leaderboards/" + ID,
                        kraty -> kraty.leaderboards().read(ID)),
                call(
                        "GET /sdk/v1/event-leaderboards/" + ID
                                + "?limit=7&includeSelf=true&externalId=other&progression=level%2Cxp",
                        kraty -> kraty.with(other())
                                .leaderboards()
                                .read(
                                        ID,
                                        read().limit(7)
                                                .includeSelf(true)
                                                .progression(List.of("level", "xp"))
                                                .build())));
    }

    private static List<Call> standings() {
        return List.of(
                call(STANDINGS + "all", kraty -> kraty.leaderboards().standings("elo")),
                standings("all", options()),
                standings("all", options().scope(StandingsScope.ALL)),
                standings("segment", options().scope(StandingsScope.SEGMENT)),
                standings("mine&externalId=player_42", options().scope(StandingsScope.MINE)),
                standings("self_segment&externalId=player_42", options().scope(StandingsScope.SELF_SEGMENT)),
                standings("all&segment=PT", options().segment("PT")),
                standings("all&period=current", options().period("current")),
                standings("all&limit=7", options().limit(7)),
                standings("all&maxSegments=3", options().maxSegments(3)),
                standings("all&progression=level%2Cxp", options().progression(List.of("level", "xp"))),
                standings("all", options().progression(List.of())),
                call(
                        STANDINGS + "mine&segment=PT&period=2026-09-01T00%3A00%3A00Z&limit=7&maxSegments=3"
                                + "&progression=level&externalId=other",
                        kraty -> kraty.with(other()).leaderboards().standings("elo", everything(StandingsScope.MINE))),
                call(
                        STANDINGS + "segment&segment=PT&period=2026-09-01T00%3A00%3A00Z&limit=7&maxSegments=3"
                                + "&progression=level",
                        kraty -> kraty.with(other())
                                .leaderboards()
                                .standings("elo", everything(StandingsScope.SEGMENT))));
    }

    private static List<Call> periods() {
        return List.of(
                call(PERIODS, kraty -> kraty.leaderboards().listPeriods("elo")),
                call(PERIODS + "?limit=3", kraty -> kraty.leaderboards().listPeriods("elo", 3)),
                call(PERIODS, kraty -> kraty.leaderboards().listPeriods("elo")),
                call(
                        PERIODS + "?limit=3",
                        kraty -> kraty.with(other()).leaderboards().listPeriods("elo", 3)));
    }

    private static List<Call> scores() {
        return List.of(
                call(
                        SCORE,
                        "{'value':12.5,'idempotencyKey':'key-1'}",
                        kraty -> kraty.leaderboards().submitScore("elo", 12.5)),
                call(
                        SCORE,
                        "{'value':-3,'idempotencyKey':'key-1'}",
                        kraty -> kraty.leaderboards().submitScore("elo", -3)),
                call(
                        SCORE,
                        "{'value':120,'segment':'PT','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.leaderboards()
                                .submitScore(
                                        "elo",
                                        score().segment("PT")
                                                .idempotencyKey("in-the-body")
                                                .build())),
                call(
                        "POST /sdk/v1/players/other/leaderboards/elo/score",
                        "{'value':120,'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .leaderboards()
                                .submitScore("elo", score().build())));
    }

    private static List<Call> joins() {
        return List.of(
                call(JOIN, KEY, kraty -> kraty.leaderboards().join("elo")),
                call(JOIN, KEY, kraty -> join(kraty, LeaderboardJoinOptions.defaults())),
                call(
                        JOIN + "?limit=7",
                        KEY,
                        kraty -> join(kraty, join().limit(7).build())),
                call(
                        JOIN,
                        "{'segment':'PT','idempotencyKey':'key-1'}",
                        kraty -> join(kraty, join().segment("PT").build())),
                call(
                        "POST /sdk/v1/players/other/leaderboards/elo/join?limit=7",
                        "{'segment':'PT','idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .leaderboards()
                                .join("elo", join().limit(7).segment("PT").build())));
    }

    private static List<Call> streams() {
        String stream = "GET /sdk/v1/event-leaderboards/b1/stream";
        return List.of(
                call(stream, kraty -> Live.drain(kraty.leaderboards().live("b1"))),
                call(stream, kraty -> Live.hear(heard -> kraty.leaderboards().live("b1", heard))));
    }

    @Override
    List<TextCall> texts() {
        return List.of(
                text(
                        "GET /sdk/v1/leaderboards/{}?segment={}&period={}&includeSelf=true&externalId={}&progression={},x{}",
                        (kraty, text) -> kraty.with(as(text))
                                .leaderboards()
                                .read(
                                        text,
                                        read().segment(text)
                                                .period(text)
                                                .includeSelf(true)
                                                .progression(List.of(text, "x" + text))
                                                .build())),
                text(
                        READ + "?segment={}&period={}&progression={}",
                        (kraty, text) -> kraty.leaderboards()
                                .read(
                                        "elo",
                                        read().segment(text)
                                                .period(text)
                                                .progression(List.of(text))
                                                .build())),
                text(
                        "GET /sdk/v1/leaderboards/{}/standings?scope=mine&segment={}&period={}&progression={}&externalId={}",
                        (kraty, text) -> kraty.with(as(text))
                                .leaderboards()
                                .standings(text, everywhere(StandingsScope.MINE, text))),
                text(
                        STANDINGS + "all&segment={}&period={}&progression={}",
                        (kraty, text) -> kraty.leaderboards().standings("elo", everywhere(StandingsScope.ALL, text))),
                text(
                        "GET /sdk/v1/leaderboards/{}/periods",
                        (kraty, text) -> kraty.leaderboards().listPeriods(text)),
                text(
                        "POST /sdk/v1/players/{}/leaderboards/{}/score",
                        "{'value':120,'segment':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text))
                                .leaderboards()
                                .submitScore(text, score().segment(text).build())),
                text(
                        SCORE,
                        "{'value':120,'segment':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.leaderboards()
                                .submitScore("elo", score().segment(text).build())),
                text(
                        "POST /sdk/v1/players/{}/leaderboards/{}/join",
                        "{'segment':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text))
                                .leaderboards()
                                .join(text, join().segment(text).build())),
                text(
                        JOIN,
                        "{'segment':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> join(kraty, join().segment(text).build())),
                text(
                        "GET /sdk/v1/event-leaderboards/{}/stream",
                        (kraty, text) -> Live.drain(kraty.leaderboards().live(text))));
    }

    private static Call read(String query, LeaderboardReadOptions.Builder options) {
        return call(READ + query, kraty -> kraty.leaderboards().read("elo", options.build()));
    }

    private static Call standings(String query, StandingsOptions.Builder options) {
        return call(STANDINGS + query, kraty -> kraty.leaderboards().standings("elo", options.build()));
    }

    private static void join(Kraty kraty, LeaderboardJoinOptions options) {
        kraty.leaderboards().join("elo", options);
    }

    private static LeaderboardReadOptions.Builder read() {
        return LeaderboardReadOptions.builder();
    }

    private static LeaderboardReadOptions.Builder everything() {
        return read().limit(7)
                .includeSelf(true)
                .segment("PT")
                .period("2026-09-01T00:00:00Z")
                .progression(List.of("level", "xp"));
    }

    private static StandingsOptions.Builder options() {
        return StandingsOptions.builder();
    }

    private static StandingsOptions everything(StandingsScope scope) {
        return options()
                .scope(scope)
                .segment("PT")
                .period("2026-09-01T00:00:00Z")
                .limit(7)
                .maxSegments(3)
                .progression(List.of("level"))
                .build();
    }

    private static StandingsOptions everywhere(StandingsScope scope, String text) {
        return options()
                .scope(scope)
                .segment(text)
                .period(text)
                .progression(List.of(text))
                .build();
    }

    private static SubmitScoreRequest.Builder score() {
        return SubmitScoreRequest.builder().value(120);
    }

    private static LeaderboardJoinOptions.Builder join() {
        return LeaderboardJoinOptions.builder();
    }
}
