package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final String BOARD = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "plain_-.~09, plain_-.~09",
                "a b, a%20b",
                "a/b, a%2Fb",
                "a?b, a%3Fb",
                "a#b, a%23b",
                "100%, 100%25",
                "a%2Fb, a%252Fb",
                "%2e%2e, %252e%252e",
                "a:b@c, a%3Ab%40c",
                "a+b&c=d, a%2Bb%26c%3Dd",
                "a;b, a%3Bb",
                "\u00f6, %C3%B6",
                "\ud83c\udfae, %F0%9F%8E%AE",
                "{p}, %7Bp%7D",
                "a\\b, a%5Cb",
                "..., ...",
                "'\"', %27%22%27",
            })
    void id_inAPath_isOneEncodedSegment(String id, String encoded) {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client();

        assertThrows(KratyApiException.class, () -> kraty.lobbies().read(id));
        assertThrows(
                KratyApiException.class,
                () -> kraty.with(RequestOptions.as(id).playerSecret("s"))
                        .events()
                        .start(id, java.util.Map.of()));

        assertEquals(
                List.of("/sdk/v1/lobbies/" + encoded, "/sdk/v1/players/" + encoded + "/events/" + encoded + "/start"),
                platform.sent().stream().map(Sent::target).toList());
    }

    @Test
    void query_isEncodedAndListsAreJoinedWithCommas() {
        platform.answers(MockPlatform.error(404, "not_found"));
        LeaderboardReadOptions read = LeaderboardReadOptions.builder()
                .limit(7)
                .includeSelf(true)
                .segment("P T&x=\u00f6")
                .period("2026-09-01T00:00:00Z")
                .progression(List.of("level", "x p"))
                .build();

        assertThrows(
                KratyApiException.class,
                () -> platform.client().as("a b+c").leaderboards().read("elo", read));

        assertEquals(
                "/sdk/v1/leaderboards/elo?limit=7&segment=P%20T%26x%3D%C3%B6&period=2026-09-01T00%3A00%3A00Z"
                        + "&includeSelf=true&externalId=a%20b%2Bc&progression=level%2Cx%20p",
                platform.only().target());
    }

    @Test
    void query_ofDefaults_isNone() {
        platform.answers(MockPlatform.error(404, "not_found"));

        assertThrows(
                KratyApiException.class, () -> platform.client().leaderboards().read("elo"));

        assertEquals("/sdk/v1/leaderboards/elo", platform.only().target());
    }

    @ParameterizedTest
    @CsvSource({
        BOARD + ", /sdk/v1/event-leaderboards/" + BOARD,
        "8F14E45F-CEEA-467F-A0E6-5D1B7C3A9E21, /sdk/v1/event-leaderboards/8F14E45F-CEEA-467F-A0E6-5D1B7C3A9E21",
        "elo, /sdk/v1/leaderboards/elo",
        "x" + BOARD + ", /sdk/v1/leaderboards/x" + BOARD,
        BOARD + "0, /sdk/v1/leaderboards/" + BOARD + "0",
        "8f14e45fceea467fa0e65d1b7c3a9e21, /sdk/v1/leaderboards/8f14e45fceea467fa0e65d1b7c3a9e21",
    })
    void read_ofABoard_goesByTheFormOfItsId(String id, String target) {
        platform.answers(MockPlatform.error(404, "not_found"));

        assertThrows(
                KratyApiException.class, () -> platform.client().leaderboards().read(id));

        assertEquals(target, platform.only().target());
    }

    @Test
    void progression_ofEight_isAllowedAndLimitsReachBothEnds() {
        platform.answers(MockPlatform.error(404, "not_found"));
        for (int limit : new int[] {1, 200}) {
            LeaderboardReadOptions read = LeaderboardReadOptions.builder()
                    .limit(limit)
                    .progression(List.of("a", "b", "c", "d", "e", "f", "g", "h"))
                    .build();
            assertThrows(
                    KratyApiException.class,
                    () -> platform.client().leaderboards().read("elo", read));
        }

        assertEquals(2, platform.sent().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proxy", "/a/b", "/proxy/", "/a%20b"})
    void prefix_ofTheBaseUrl_isKept(String prefix) {
        platform.prefix(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client(platform.signedIn().baseUrl("http://localhost:" + platform.port() + prefix));

        assertThrows(KratyApiException.class, () -> kraty.lobbies().read("l1"));
        Operation.EVENT_BOARD_STREAM.refused(kraty);

        String kept = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        assertEquals(
                List.of(kept + "/sdk/v1/lobbies/l1", kept + "/sdk/v1/event-leaderboards/" + BOARD + "/stream"),
                platform.sent().stream().map(Sent::target).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:%d", "http://localhost:%d/", "http://127.0.0.1:%d", "HTTP://LOCALHOST:%d"})
    void baseUrl_ofThisMachine_mayBeCleartext(String form) {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client(
                platform.signedIn().baseUrl(String.format(java.util.Locale.ROOT, form, platform.port())));

        assertThrows(KratyApiException.class, () -> kraty.lobbies().read("l1"));

        assertEquals("/sdk/v1/lobbies/l1", platform.only().target());
    }
}
