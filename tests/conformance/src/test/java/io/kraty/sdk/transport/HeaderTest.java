package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.TestOptions;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("locale")
class HeaderTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @EnumSource(Operation.class)
    void headers_ofEveryOperation_areWhatItNeedsAndNoMore(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client());

        Sent sent = platform.only();
        assertEquals(operation.method(), sent.method());
        assertEquals("Bearer " + TestOptions.API_KEY, sent.header("Authorization"));
        assertEquals(operation.isPersonal() ? TestOptions.SECRET : null, sent.header("X-Player-Secret"));
        assertEquals("kraty-java/" + System.getProperty("kraty.version"), sent.header("X-Kraty-SDK"));
        assertEquals(operation.endpoint().isStream() ? "text/event-stream" : "application/json", sent.header("Accept"));
        boolean hasBody = operation.endpoint().hasBody();
        assertEquals(hasBody ? "application/json" : null, sent.header("Content-Type"));
        assertEquals(hasBody, !sent.body().isEmpty());
        assertEquals(hasBody ? String.valueOf(sent.body().length()) : null, sent.header("Content-Length"));
        Set<String> known = new TreeSet<>(Set.of(
                "authorization",
                "x-player-secret",
                "x-kraty-sdk",
                "accept",
                "content-type",
                "content-length",
                "host",
                "connection",
                "accept-encoding",
                "user-agent",
                "cache-control"));
        assertTrue(
                known.containsAll(sent.headers().keySet()),
                () -> sent.headers().keySet().toString());
    }

    @Test
    void version_isARealOne() {
        assertTrue(System.getProperty("kraty.version").matches("\\d+\\.\\d+\\.\\d+.*"));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void secret_ofTheActivePlayer_isNeverSentForAnother(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));
        platform.doNotJudge(); // without a secret, what is personal is not a valid request

        operation.refused(platform.client(), RequestOptions.as("other"));

        assertNull(platform.only().header("X-Player-Secret"));
        assertIsAbout("other", operation);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void secret_ofAnotherPlayer_isSentWhereOneIsNeeded(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client(), RequestOptions.as("other").playerSecret("theirs"));

        assertEquals(operation.isPersonal() ? "theirs" : null, platform.only().header("X-Player-Secret"));
        assertIsAbout("other", operation);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void player_ofACall_isTheActiveOne(Operation operation) {
        platform.answers(MockPlatform.error(404, "not_found"));

        operation.refused(platform.client());

        assertIsAbout(TestOptions.PLAYER, operation);
    }

    /** What was sent names the player where the operation is about one, and nobody where it is not. */
    private static void assertIsAbout(String player, Operation operation) {
        String target = platform.only().target();
        boolean named = target.startsWith("/sdk/v1/players/" + player + "/")
                || target.matches("[^?]*\\?(.*&)?externalId=" + player + "(&.*)?");
        assertEquals(operation.isAboutThePlayer(), named, target);
    }

    @Test
    void secret_onARepeatedAttempt_isTheOneOfThePlayerInThePath() {
        platform.answers(MockPlatform.error(500, "internal_error"), MockPlatform.json(200, MockPlatform.WALLET));
        var kraty = new java.util.concurrent.atomic.AtomicReference<io.kraty.sdk.Kraty>();
        kraty.set(platform.client(platform.signedIn().onRequest(info -> {
            if (info.attempt() == 1) {
                kraty.get().signIn("somebody_else", "anotherSecret");
            }
        })));

        kraty.get().wallet().list();

        assertEquals(
                List.of(TestOptions.SECRET, TestOptions.SECRET),
                platform.sent().stream()
                        .map(sent -> sent.header("X-Player-Secret"))
                        .toList());
        assertTrue(platform.sent().get(1).target().contains(TestOptions.PLAYER));
    }
}
