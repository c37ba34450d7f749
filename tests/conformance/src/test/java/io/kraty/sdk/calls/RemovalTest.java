package io.kraty.sdk.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.transport.MockPlatform;
import io.kraty.sdk.transport.Sent;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a removal cannot carry, and what it means that there is nothing to remove. */
class RemovalTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
    enum Removal {
        CANCEL("cancelled", kraty -> kraty.friends().cancelRequest("r1")),
        REMOVE("removed", kraty -> kraty.friends().remove("marta")),
        UNBLOCK("unblocked", kraty -> kraty.friends().unblock("marta"));

        private final String field;
        private final Predicate<Kraty> call;

        Removal(String field, Predicate<Kraty> call) {
            this.field = field;
            this.call = call;
        }

        String answer(boolean done) {
            return "{\"data\":{\"" + field + "\":" + done + "}}";
        }
    }

    @ParameterizedTest
    @EnumSource
    void removal_hasNeitherBodyNorKey(Removal removal) {
        platform.answers(MockPlatform.json(200, removal.answer(true)));

        assertTrue(removal.call.test(platform.client(platform.signedIn().idempotencyKeys(() -> "unused"))));

        Sent sent = platform.only();
        assertEquals("DELETE", sent.method());
        assertEquals("", sent.body());
        assertNull(sent.header("Content-Type"));
        assertNull(sent.header("Content-Length"));
        assertFalse(sent.toString().contains("unused"), sent::toString);
    }

    @ParameterizedTest
    @EnumSource
    void removal_saysWhatThePlatformSays(Removal removal) {
        platform.answers(MockPlatform.json(200, removal.answer(false)));

        assertFalse(removal.call.test(platform.client()));
    }

    @ParameterizedTest
    @EnumSource
    void removal_ofWhatWasNeverThere_isRefused(Removal removal) {
        platform.answers(MockPlatform.error(404, "not_found"));

        KratyApiException e = assertThrows(KratyApiException.class, () -> removal.call.test(platform.client()));

        assertTrue(e.isNotFound());
        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @EnumSource
    void removal_thatFindsNothingAfterALostAnswer_isDone(Removal removal) {
        platform.answers(aResponse().withFault(Fault.EMPTY_RESPONSE), MockPlatform.error(404, "not_found"));

        assertTrue(removal.call.test(platform.client()));

        assertEquals(2, platform.sent().size());
    }

    @ParameterizedTest
    @EnumSource
    void removal_thatIsRefusedAfterALostAnswer_isRefused(Removal removal) {
        platform.answers(aResponse().withFault(Fault.EMPTY_RESPONSE), MockPlatform.error(403, "player_banned"));

        assertTrue(assertThrows(KratyApiException.class, () -> removal.call.test(platform.client()))
                .isPlayerBanned());
    }

    @ParameterizedTest
    @EnumSource
    void removal_thatMeetsAnother404_isRefusedToo(Removal removal) {
        platform.answers(MockPlatform.error(503, "internal_error"), MockPlatform.error(404, "friend_code_invalid"));

        assertTrue(assertThrows(KratyApiException.class, () -> removal.call.test(platform.client()))
                .isFriendCodeInvalid());
    }
}
