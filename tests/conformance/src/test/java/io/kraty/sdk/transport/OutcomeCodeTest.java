package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the hook is told of how an attempt ended, and of what travelled. */
class OutcomeCodeTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final List<RequestInfo> seen = new CopyOnWriteArrayList<>();

    private KratyClientOptions.Builder options(String url) {
        return TestOptions.signedIn(url, platform.timing()).onRequest(seen::add).retry(KratyRetryConfig.none());
    }

    private void answered(ResponseDefinitionBuilder answer) {
        platform.answers(answer);
        Kraty kraty = platform.client(options(platform.url()));
        assertThrows(KratyException.class, () -> kraty.wallet().list());
    }

    private void assertOnly(String outcome) {
        assertEquals(
                List.of(outcome), seen.stream().map(RequestInfo::outcomeCode).toList(), seen::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "404, not_found, not_found",
        "429, rate_limited, rate_limited",
        "202, lobby_forming, lobby_forming",
        "403, tenant_4711_is_odd, unrecognized",
    })
    void refusal_isItsCode(int status, String code, String outcome) {
        answered(MockPlatform.error(status, code));

        assertOnly(outcome);
        assertEquals(status, seen.get(0).status());
    }

    @Test
    void pageOfAProxy_isTheCodeThatTheGameSees() {
        answered(WireMock.aResponse().withStatus(502).withBody("<html>bad gateway</html>"));

        assertOnly("internal_error");
        assertEquals(502, seen.get(0).status());
    }

    @Test
    void successThatCannotBeRead_isNoSuccess() {
        answered(MockPlatform.json(200, "{\"data\":{\"wallet\":7}}"));

        assertOnly("internal_error");
        assertEquals(200, seen.get(0).status());
        assertTrue(seen.get(0).ok());
    }

    @Test
    void answerThatIsTooLarge_saysSo() {
        platform.answers(MockPlatform.json(200, " ".repeat(2000)));
        Kraty kraty = platform.client(options(platform.url()).maxAnswerBytes(1024));

        assertThrows(KratyAnswerTooLargeException.class, () -> kraty.wallet().list());

        assertOnly("too_large");
    }

    @Test
    void silence_isATimeout_andWhatWasSentUntilThenIsCounted() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.stall(200, "{\"data\":"));
            try (Kraty kraty = Kraty.create(
                    options(server.url()).timeout(Duration.ofSeconds(1)).build())) {
                assertThrows(KratyNetworkException.class, () -> kraty.wallet().debit("gold", 5));
            }
            assertOnly("timeout");
            assertEquals("{\"data\":".length(), seen.get(0).bytesReceived());
            assertEquals(server.sent().get(0).body().length(), seen.get(0).bytesSent());
        }
    }

    @Test
    void nobodyThere_isTheNetwork_andNothingWasSent() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.refuse(1);
            try (Kraty kraty = Kraty.create(options(server.url()).build())) {
                assertThrows(KratyNetworkException.class, () -> kraty.wallet().list());
            }
        }
        assertOnly("network");
        assertEquals(0, seen.get(0).bytesReceived());
    }

    @Test
    void interrupt_isNotTheNetworksFault() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.silence());
            try (Kraty kraty = Kraty.create(options(server.url()).build())) {
                Thread caller = new Thread(() -> assertThrows(
                        KratyNetworkException.class, () -> kraty.wallet().list()));
                caller.start();
                Await.until("it is asked", () -> !server.sent().isEmpty());
                caller.interrupt();
                caller.join();
            }
        }
        assertOnly("interrupted");
    }

    @Test
    void close_isNotTheNetworksFault() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.silence());
            Kraty kraty = Kraty.create(options(server.url()).build());
            Thread caller = new Thread(() -> assertThrows(
                    IllegalStateException.class, () -> kraty.wallet().list()));
            caller.start();
            Await.until("it is asked", () -> !server.sent().isEmpty());
            kraty.close();
            caller.join();
        }
        assertOnly("closed");
    }

    @Test
    void readerOfTheGames_thatThrows_isAnErrorAndToldOnce() {
        platform.answers(MockPlatform.json(200, "{\"data\":[]}"));
        platform.doNotJudge(); // nobody knows this path
        TypeAdapter<String> odd = new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, String value) {}

            @Override
            public String read(JsonReader in) {
                throw new ArithmeticException("odd");
            }
        };
        Kraty kraty = platform.client(options(platform.url()));

        assertThrows(
                ArithmeticException.class,
                () -> kraty.call(ApiRequest.builder("listNews", "GET", "/sdk/v1/news", odd)
                        .credential(Credential.bearer())
                        .build()));

        assertOnly("error");
        assertEquals("listNews", seen.get(0).operation());
        assertEquals("/sdk/v1/news", seen.get(0).pathTemplate());
    }

    @Test
    void compressedAnswer_countsAsItCame() throws Exception {
        String wallet = "{\"data\":{\"wallet\":[]}}" + " ".repeat(5000);
        Buffer zipped = new Buffer();
        Okio.buffer(new GzipSink(zipped)).writeUtf8(wallet).close();
        long size = zipped.size();
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.write(out, ScriptedServer.head(200, "Content-Encoding: gzip", "Content-Length: " + size));
            out.write(zipped.readByteArray());
        })) {
            try (Kraty kraty = Kraty.create(options(server.url()).build())) {
                kraty.wallet().list();
            }
        }
        assertOnly("ok");
        assertEquals(size, seen.get(0).bytesReceived());
        assertEquals(0, seen.get(0).bytesSent());
    }

    @Test
    void pauseOfTheGame_countsAsWaiting() throws Exception {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client(options(platform.url()));
        kraty.pause();
        Background<Object> call = Background.of(() -> kraty.wallet().list());
        Await.until("it waits", () -> call.thread().getState() == Thread.State.TIMED_WAITING);
        platform.timing().advance(Duration.ofSeconds(7));
        kraty.resume();
        call.result();
        assertEquals(Duration.ofSeconds(7), seen.get(0).waited());
        assertEquals(Duration.ZERO, seen.get(0).duration());
    }

    @Test
    void whatALabelMayHold_namesNoPlayer() {
        platform.answers(MockPlatform.error(404, "not_found"));
        platform.doNotJudge(); // a debit without a secret
        Kraty kraty = platform.client(options(platform.url()));

        assertThrows(KratyException.class, () -> kraty.as("marta_1").wallet().debit("gold", 5));

        RequestInfo info = seen.get(0);
        String labels = info.operation() + info.pathTemplate() + info.outcomeCode();
        assertFalse(labels.contains("marta_1") || labels.contains("gold"), labels);
    }
}
