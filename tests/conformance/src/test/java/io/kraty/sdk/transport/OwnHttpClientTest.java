package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Limits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that the game hands in brings its connections and interceptors, and takes nothing of the SDK's away. */
@Timeout(90)
class OwnHttpClientTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void interceptors_ofTheGame_seeEveryAttempt() {
        AtomicInteger application = new AtomicInteger();
        AtomicInteger network = new AtomicInteger();
        platform.answers(MockPlatform.error(500, "internal_error"), MockPlatform.json(200, MockPlatform.WALLET));
        OkHttpClient mine = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    application.incrementAndGet();
                    return chain.proceed(
                            chain.request().newBuilder().header("X-Mine", "yes").build());
                })
                .addNetworkInterceptor(chain -> {
                    network.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();

        platform.client(platform.signedIn().httpClient(mine)).wallet().list();

        assertEquals(2, application.get());
        assertEquals(2, network.get());
        assertEquals("yes", platform.sent().get(1).header("X-Mine"));
    }

    /** As one that logs or decrypts does; nothing is taken for framing because of it. */
    @Test
    void interceptor_thatReadsALargeAnswerFirst_changesNothing() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET + " ".repeat(400_000)));
        OkHttpClient curious = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response answer = chain.proceed(chain.request());
                    answer.body().source().request(Long.MAX_VALUE);
                    return answer;
                })
                .build();

        Kraty kraty = platform.client(platform.signedIn().httpClient(curious));

        assertEquals(0, kraty.wallet().list().size());
    }

    @Test
    void timeouts_ofTheGame_areReplacedByOurs() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET).withFixedDelay(300));
        OkHttpClient impatient = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMillis(50))
                .readTimeout(Duration.ofMillis(50))
                .build();
        Kraty kraty = platform.client(platform.signedIn().httpClient(impatient).retry(KratyRetryConfig.none()));

        assertEquals(0, kraty.wallet().list().size());
    }

    @Test
    void timeout_ofOurs_endsWhatTheGamesClientWouldWaitFor() throws Exception {
        OkHttpClient patient = new OkHttpClient.Builder()
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .build();
        Limits.grow(limit -> {
            try (ScriptedServer server = new ScriptedServer()) {
                server.then(server.stall(200, "{"));
                Kraty kraty = platform.client(platform.signedIn()
                        .baseUrl(server.url())
                        .httpClient(patient)
                        .timeout(limit)
                        .retry(KratyRetryConfig.none()));

                assertThrows(KratyNetworkException.class, () -> kraty.wallet().list());
                return server.sent().size() == 1;
            }
        });
    }

    @Test
    void retries_ofTheGamesClient_areReplacedByOurs() {
        platform.answers(
                MockPlatform.json(200, MockPlatform.WALLET),
                WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE));
        OkHttpClient eager =
                new OkHttpClient.Builder().retryOnConnectionFailure(true).build();
        Kraty kraty = platform.client(platform.signedIn().httpClient(eager));
        kraty.wallet().list(); // leaves a connection behind, on which OkHttp itself would try once more

        assertEquals(
                4,
                assertThrows(KratyNetworkException.class, () -> kraty.wallet().list())
                        .attempts());

        assertEquals(1 + 4, platform.sent().size());
    }

    @Test
    void close_leavesTheGamesClientOpen() throws Exception {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        platform.doNotJudge(); // the game's own request is none of ours
        OkHttpClient mine = new OkHttpClient();
        Kraty kraty = platform.client(platform.signedIn().httpClient(mine));
        kraty.wallet().list();

        kraty.close();

        assertFalse(mine.dispatcher().executorService().isShutdown());
        try (Response response = mine.newCall(
                        new Request.Builder().url(platform.url() + "/mine").build())
                .execute()) {
            assertEquals(200, response.code());
        }
    }

    @Test
    void call_afterClose_isRefusedWithoutARequest() {
        Kraty kraty = platform.client();
        kraty.close();
        kraty.close();

        for (Operation operation : Operation.values()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> operation.call(kraty, io.kraty.sdk.request.RequestOptions.none()),
                    operation::name);
        }

        assertEquals(0, platform.sent().size());
    }
}
