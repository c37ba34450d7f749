package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyApiException;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @RegisterExtension
    static final MockPlatform elsewhere = new MockPlatform();

    @ParameterizedTest
    @CsvSource({"301, false", "302, true", "303, false", "307, false", "307, true", "308, true", "300, true"})
    void redirect_toAnotherHost_isNotFollowed(int status, boolean ownClientThatFollows) {
        elsewhere.answers(MockPlatform.json(200, MockPlatform.DEBITED));
        platform.answers(MockPlatform.json(status, "{}").withHeader("Location", elsewhere.url() + "/trap?a=b"));
        KratyClientOptions.Builder options = platform.signedIn();
        if (ownClientThatFollows) {
            options.httpClient(new OkHttpClient.Builder()
                    .followRedirects(true)
                    .followSslRedirects(true)
                    .build());
        }
        Kraty kraty = platform.client(options);

        KratyApiException read =
                assertThrows(KratyApiException.class, () -> kraty.wallet().list());
        KratyApiException write =
                assertThrows(KratyApiException.class, () -> kraty.wallet().debit("gold", 5));

        assertEquals(status, read.status());
        assertEquals("internal_error", write.rawCode());
        assertEquals(1, write.attempts());
        assertEquals(List.of(), elsewhere.sent());
        assertEquals(2, platform.sent().size());
        assertFalse(read.toString().contains("trap"), read::toString);
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void redirect_onTheSameHost_isNotFollowedEither(int status) {
        platform.answers(
                MockPlatform.json(status, "").withHeader("Location", "/sdk/v1/catalog"),
                MockPlatform.json(200, MockPlatform.WALLET));

        assertThrows(KratyApiException.class, () -> platform.client().wallet().list());

        assertEquals(1, platform.sent().size());
    }

    @ParameterizedTest
    @CsvSource({"301", "307"})
    void redirect_ofAStream_isNotFollowed(int status) {
        elsewhere.answers(MockPlatform.json(200, "{}"));
        platform.answers(MockPlatform.json(status, "").withHeader("Location", elsewhere.url() + "/trap"));

        assertEquals(
                status, Operation.EVENT_BOARD_STREAM.refused(platform.client()).status());

        assertEquals(List.of(), elsewhere.sent());
    }
}
