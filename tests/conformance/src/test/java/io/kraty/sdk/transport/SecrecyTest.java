package io.kraty.sdk.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the key's secret part nor a player's secret may stand in anything that ends up in a log. */
class SecrecyTest {
    private static final String KEY_SECRET = TestOptions.API_KEY.substring(TestOptions.API_KEY.indexOf('.') + 1);
    private static final String NEW_SECRET = "freshlyMintedSecret-xyz";
    private static final String REGISTERED = "{\"data\":{\"playerId\":\"u-1\",\"externalPlayerId\":\"p1\",\"secret\":\""
            + NEW_SECRET + "\",\"registeredAt\":\"2026-09-01T08:00:00Z\"}}";
    private static final List<String> SECRETS = List.of(KEY_SECRET, TestOptions.SECRET, NEW_SECRET);

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final Logger logger = Logger.getLogger("io.kraty");
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            said.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        ear.setLevel(Level.ALL);
        logger.addHandler(ear);
    }

    @AfterEach
    void nothingWasLogged() {
        logger.removeHandler(ear);
        logger.setLevel(null);
        said.forEach(SecrecyTest::assertClean);
    }

    static Stream<ResponseDefinitionBuilder> echoes() {
        String both = TestOptions.API_KEY + " " + KEY_SECRET + " " + TestOptions.SECRET;
        List<ResponseDefinitionBuilder> all = new ArrayList<>();
        for (int status : new int[] {200, 302, 401, 500}) {
            all.add(page(status, "<html>your headers were: " + both + "</html>"));
            all.add(page(status, "plain text: " + both));
            for (int at = 170; at <= 205; at += 5) { // cut somewhere in the secret
                all.add(page(status, "<" + "x".repeat(at) + TestOptions.SECRET + KEY_SECRET));
            }
            all.add(MockPlatform.json(
                    status,
                    "{\"error\":{\"code\":\"conflict\",\"message\":\"" + both + "\",\"details\":{\""
                            + TestOptions.SECRET + "\":[{\"a\":\"" + both + "\"}]}}}"));
            all.add(MockPlatform.json(status, "{\"error\":{\"code\":\"" + both + "\",\"message\":\"\"}}"));
            all.add(MockPlatform.json(
                    status, "{\"error\":{\"code\":\"conflict\",\"message\":\"" + escaped(both) + "\"}}"));
            all.add(MockPlatform.json(
                    status, "{\"data\":{\"economyKey\":\"gold\",\"balance\":\"" + TestOptions.SECRET + "\"}}"));
            all.add(MockPlatform.json(status, "{\"data\":{\"" + TestOptions.SECRET + "\":tru"));
            all.add(MockPlatform.error(status, "conflict").withHeader("X-Request-Id", both));
            all.add(page(status, "oops").withHeader("Content-Type", "text/" + TestOptions.SECRET));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "#{index}")
    @MethodSource("echoes")
    void secrets_thatTheAnswerEchoes_areNotPassedOn(ResponseDefinitionBuilder echo) {
        platform.answers(echo);
        Kraty kraty = platform.client(platform.signedIn().retry(KratyRetryConfig.none()));

        assertClean(assertThrows(KratyApiException.class, () -> kraty.wallet().debit("gold", 5)));
        assertClean(assertThrows(
                KratyApiException.class,
                () -> kraty.with(RequestOptions.as("other").playerSecret(TestOptions.SECRET))
                        .wallet()
                        .list()));
    }

    @Test
    void secret_ofARegistrationThatIsCutAnywhere_isNotPassedOn() {
        for (int status : new int[] {201, 500}) {
            for (int end = 60; end < REGISTERED.length(); end += 7) {
                for (String body : List.of(
                        REGISTERED.substring(0, end),
                        "\ufeff" + REGISTERED.substring(0, end),
                        REGISTERED.substring(end / 2))) {
                    if (body.equals(REGISTERED)) {
                        continue;
                    }
                    platform.answers(MockPlatform.json(status, body));
                    Kraty kraty = platform.client(platform.fresh().retry(KratyRetryConfig.none()));

                    assertClean(assertThrows(
                            KratyException.class, () -> kraty.wallet().list()));
                    assertClean(assertThrows(
                            KratyException.class, () -> kraty.players().register("p1")));
                }
            }
        }
    }

    /** A registration in a form that is none, but that a person reads. */
    @ParameterizedTest
    @ValueSource(strings = {"secret=%s", "%s", "[{'secret': '%s'}]", "ok %s"})
    void secret_ofARegistrationThatIsNoJson_isNotPassedOn(String form) {
        platform.answers(page(201, String.format(form, NEW_SECRET)));
        Kraty kraty = platform.client(platform.fresh().retry(KratyRetryConfig.none()));

        assertClean(assertThrows(KratyException.class, () -> kraty.players().register("p1")));
    }

    /** A proxy that mixes up its buffers answers with what belongs to another request. */
    @Test
    void secret_thatOnlyAnEarlierRequestCarried_isNotPassedOn() {
        platform.answers(
                MockPlatform.json(200, MockPlatform.WALLET),
                page(500, "you sent " + TestOptions.SECRET),
                page(500, "you sent " + TestOptions.SECRET));
        Kraty kraty = platform.client(platform.signedIn().retry(KratyRetryConfig.none()));
        kraty.wallet().list();

        assertClean(assertThrows(KratyApiException.class, kraty::ping));
        assertClean(assertThrows(
                KratyApiException.class, () -> kraty.as("other").players().getIdentity()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 301})
    void secret_ofARegistrationWithAnotherStatus_isNotPassedOn(int status) {
        platform.answers(MockPlatform.json(status, REGISTERED));
        Kraty kraty = platform.client(platform.fresh().retry(KratyRetryConfig.none()));

        assertClean(assertThrows(KratyException.class, () -> kraty.players().register("p1")));
    }

    @Test
    void secrets_inNetworkFailures_areNotTold() {
        platform.answers(aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertClean(assertThrows(
                KratyException.class, () -> platform.client().wallet().list()));
    }

    @Test
    void texts_ofPublicObjects_holdNoSecret() {
        platform.answers(MockPlatform.json(201, REGISTERED));
        List<RequestInfo> seen = new ArrayList<>();
        SecretStore store = new InMemorySecretStore();
        KratyClientOptions.Builder builder =
                platform.signedIn().secretStore(store).onRequest(seen::add);
        Kraty kraty = platform.client(builder);
        PlayerRegistration registered = kraty.players().register("p1");
        kraty.signIn("p1", NEW_SECRET);

        for (Object object : List.of(
                builder,
                builder.build(),
                kraty,
                kraty.players(),
                kraty.wallet(),
                registered,
                store,
                seen.get(0),
                RequestOptions.as("p").playerSecret(TestOptions.SECRET),
                new PlayerCredentials("p", TestOptions.SECRET),
                kraty.ensureIdentity(),
                kraty.ensureIdentity().toString(),
                kraty.leaderboards().live("8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21"))) {
            assertClean(object.toString());
        }
        assertTrue(registered.secret().equals(NEW_SECRET));
    }

    @Test
    void store_thatFails_isLoggedWithoutTheSecret() {
        platform.answers(MockPlatform.json(201, REGISTERED), MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client(platform.fresh().secretStore(new FullDisk()));

        kraty.wallet().list();

        assertFalse(said.isEmpty());
    }

    private static final class FullDisk implements SecretStore {
        @Override
        public String read(String name) {
            return null;
        }

        @Override
        public void write(String name, String value) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void remove(String name) {}
    }

    private static ResponseDefinitionBuilder page(int status, String text) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody(text);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return out.toString();
    }

    private static void assertClean(KratyException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        assertClean(text.toString());
        if (e instanceof KratyApiException api) {
            assertClean(api.message() + api.rawCode() + api.requestId() + api.details());
        }
    }

    private static void assertClean(String text) {
        for (String secret : SECRETS) {
            for (String part : List.of(secret.substring(0, 9), secret.substring(secret.length() - 9))) {
                assertFalse(text.contains(part), () -> part + " in " + text);
            }
        }
    }
}
