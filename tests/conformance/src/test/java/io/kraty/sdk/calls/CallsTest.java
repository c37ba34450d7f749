package io.kraty.sdk.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.transport.MockPlatform;
import io.kraty.sdk.transport.Sent;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the tests of the areas share: each lists its calls with the exact requests they have to send, and checks that a
 * text of the game's arrives as it is, wherever it goes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallsTest {
    @RegisterExtension
    final MockPlatform platform = new MockPlatform();

    /** Every method and every option. */
    abstract List<Call> calls();

    /** Every place that a text of the game's can get to. */
    List<TextCall> texts() {
        return List.of();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void call_isExactlyThisRequest(Call call) {
        Kraty kraty = refusing();

        assertThrows(KratyApiException.class, () -> call.make().accept(kraty));

        Sent sent = platform.only();
        assertEquals(call.request(), sent.method() + " " + sent.target());
        assertEquals(call.body(), sent.body());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("texts")
    void text_arrivesAsItIs(TextCall call) {
        Kraty kraty = refusing();

        for (String text : call.texts()) {
            int before = platform.sent().size();

            assertThrows(KratyApiException.class, () -> call.make().accept(kraty, text));

            assertEquals(before + 1, platform.sent().size());
            call.assertArrived(text, platform.sent().get(before));
        }
    }

    static RequestOptions other() {
        return as("other");
    }

    static RequestOptions as(String player) {
        return RequestOptions.as(player).playerSecret("theirs");
    }

    /** A client whose idempotency keys are known, of a platform that refuses everything. */
    Kraty refusing() {
        platform.answers(MockPlatform.error(404, "not_found"));
        return platform.client(platform.signedIn().idempotencyKeys(() -> "key-1"));
    }
}
