package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.ConnectProxy;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TlsServer;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the game's own HTTP client brings with it gets to see neither the key nor a player's secret, nor to lead them away. */
@Timeout(90)
class GamesHttpClientTest {
    private static final String KEY_SECRET = TestOptions.API_KEY.substring(TestOptions.API_KEY.indexOf('.') + 1);

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /** As those do that log what passes. */
    private Response look(Interceptor.Chain chain) throws java.io.IOException {
        Request request = chain.request();
        seen.add(request + " " + request.headers() + " " + request.tag(Object.class));
        for (String name : request.headers().names()) {
            seen.add(name + ": " + request.header(name));
        }
        Response answer = chain.proceed(request);
        seen.add(answer + " " + answer.request() + " " + answer.request().headers());
        return answer;
    }

    private Kraty client(OkHttpClient mine) {
        return platform.client(platform.signedIn().httpClient(mine).retry(KratyRetryConfig.none()));
    }

    private void assertNothingWasSeen() {
        assertFalse(seen.isEmpty());
        for (String text : seen) {
            assertFalse(text.contains(KEY_SECRET), text);
            assertFalse(text.contains(TestOptions.SECRET), text);
        }
    }

    private static void assertSecretsCame(Sent sent) {
        assertEquals("Bearer " + TestOptions.API_KEY, sent.header("Authorization"));
        assertEquals(TestOptions.SECRET, sent.header("X-Player-Secret"));
    }

    @Test
    void interceptors_seeNoSecretOfACall() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        client(new OkHttpClient.Builder()
                        .addInterceptor(this::look)
                        .addNetworkInterceptor(this::look)
                        .build())
                .wallet()
                .list();

        assertSecretsCame(platform.only());
        assertNothingWasSeen();
    }

    @Test
    void interceptors_seeNoSecretOfAStream() throws Exception {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = client(new OkHttpClient.Builder()
                .addInterceptor(this::look)
                .addNetworkInterceptor(this::look)
                .build());
        try (InventoryStream live = kraty.inventory().live()) {
            assertThrows(KratyApiException.class, () -> live.poll(Duration.ofMinutes(1)));
        }

        assertSecretsCame(platform.only());
        assertNothingWasSeen();
    }

    /** Those of a listener that logs; the headers as they are written are told to it too, by the one method that says so. */
    @Test
    void eventListener_seesNoSecretBeforeItIsWritten() {
        List<String> written = new CopyOnWriteArrayList<>();
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        client(new OkHttpClient.Builder()
                        .eventListener(new EventListener() {
                            @Override
                            public void callStart(Call call) {
                                seen.add(call.request() + " " + call.request().headers());
                            }

                            @Override
                            public void requestHeadersEnd(Call call, Request request) {
                                seen.add(call.request().toString());
                                written.add(request.headers("X-Player-Secret").toString());
                            }

                            @Override
                            public void callEnd(Call call) {
                                seen.add(call.request() + " " + call.request().headers());
                            }
                        })
                        .build())
                .wallet()
                .list();

        assertNothingWasSeen();
        assertEquals(List.of("[" + TestOptions.SECRET + "]"), written, "what the README says of it");
    }

    @Test
    void cookieJar_isNotAsked() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET)
                .withHeader("Set-Cookie", "session=" + TestOptions.SECRET + "; Path=/"));
        List<String> jar = new CopyOnWriteArrayList<>();
        Kraty kraty = client(new OkHttpClient.Builder()
                .cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
                        jar.add("saves " + cookies);
                    }

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        jar.add("loads");
                        return List.of(new Cookie.Builder()
                                .name("of")
                                .value("the-game")
                                .domain(url.host())
                                .build());
                    }
                })
                .build());
        kraty.wallet().list();
        kraty.wallet().list();

        assertEquals(List.of(), jar);
        platform.sent().forEach(sent -> assertNull(sent.header("Cookie")));
    }

    @Test
    void authenticator_isNotAsked() {
        platform.answers(
                MockPlatform.error(401, "unauthenticated").withHeader("WWW-Authenticate", "Basic realm=\"x\""));
        Kraty kraty = client(new OkHttpClient.Builder()
                .authenticator((route, response) -> {
                    seen.add(response.request().headers().toString());
                    return response.request()
                            .newBuilder()
                            .header("Authorization", Credentials.basic("game", "password"))
                            .build();
                })
                .build());

        assertTrue(assertThrows(KratyApiException.class, () -> kraty.wallet().list())
                .isUnauthenticated());

        assertEquals(List.of(), seen);
        assertSecretsCame(platform.only());
    }

    @Test
    void cache_keepsNothing(@TempDir Path directory) throws Exception {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET).withHeader("Cache-Control", "max-age=3600"));
        try (Cache cache = new Cache(directory.toFile(), 1 << 20)) {
            Kraty kraty = client(new OkHttpClient.Builder().cache(cache).build());
            kraty.wallet().list();
            kraty.wallet().list();

            assertEquals(0, cache.writeSuccessCount());
            assertEquals(2, platform.sent().size());
        }
    }

    /** One that sends everything to a machine of its own, to look at it. */
    @ParameterizedTest
    @ValueSource(strings = {"host", "player"})
    void interceptor_thatLeadsTheRequestElsewhere_leadsNoSecretThere(String what) throws Exception {
        try (TinyServer elsewhere = TinyServer.answering(exchange -> exchange.json(200, MockPlatform.WALLET))) {
            platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
            Kraty kraty = client(new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        HttpUrl url = chain.request().url();
                        HttpUrl other = what.equals("host")
                                ? HttpUrl.get(elsewhere.url() + url.encodedPath())
                                : url.resolve("/sdk/v1/players/other/wallet");
                        return chain.proceed(
                                chain.request().newBuilder().url(other).build());
                    })
                    .build());

            KratyNetworkException e = assertThrows(
                    KratyNetworkException.class, () -> kraty.wallet().debit("gold", 5));

            assertTrue(e.getMessage().contains("an interceptor of the game's changed the address"), e::getMessage);
            assertEquals(Outcome.NOT_SENT, e.outcome());
            assertEquals(List.of(), elsewhere.requests());
            assertEquals(List.of(), platform.sent());
        }
    }

    @Test
    void proxy_seesOfHttpsATunnelAlone() throws Exception {
        try (TlsServer server =
                        new TlsServer(Protocol.HTTP_2).answering(request -> TlsServer.json(MockPlatform.WALLET));
                ConnectProxy proxy = ConnectProxy.open();
                Kraty kraty = Kraty.create(options(server.url())
                        .httpClient(TlsServer.client().proxy(proxy.proxy()).build())
                        .build())) {
            kraty.wallet().list();

            assertEquals(TestOptions.SECRET, server.next().getHeaders().get("X-Player-Secret"));
            seen.addAll(proxy.heads());
            assertTrue(seen.get(0).startsWith("CONNECT localhost:" + server.port() + " "), seen::toString);
            assertNothingWasSeen();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void proxy_getsNothingInCleartext(boolean byASelector) throws Exception {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        try (ConnectProxy proxy = ConnectProxy.open()) {
            OkHttpClient.Builder mine = new OkHttpClient.Builder();
            if (byASelector) {
                mine.proxySelector(always(proxy.proxy()));
            } else {
                mine.proxy(proxy.proxy());
            }
            client(mine.build()).wallet().list();

            assertEquals(List.of(), proxy.heads());
            assertSecretsCame(platform.only());
        }
    }

    @Test
    void proxy_withAPassword_isAskedWithIt() throws Exception {
        try (TlsServer server =
                        new TlsServer(Protocol.HTTP_2).answering(request -> TlsServer.json(MockPlatform.WALLET));
                ConnectProxy proxy = ConnectProxy.withPassword("sesame");
                Kraty kraty = Kraty.create(options(server.url())
                        .httpClient(TlsServer.client()
                                .proxySelector(always(proxy.proxy()))
                                .proxyAuthenticator((route, response) -> {
                                    seen.add(response.request() + " "
                                            + response.request().headers());
                                    return response.request()
                                            .newBuilder()
                                            .header("Proxy-Authorization", Credentials.basic("game", "sesame"))
                                            .build();
                                })
                                .build())
                        .build())) {
            kraty.wallet().list();

            RecordedRequest request = server.next();
            assertNull(request.getHeaders().get("Proxy-Authorization"));
            seen.addAll(proxy.heads());
            assertNothingWasSeen();
        }
    }

    @Test
    void answerThatIsAChallenge_isNotRepeatedByTheHttpClient() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2)
                        .answering(request -> new MockResponse.Builder()
                                .code(401)
                                .addHeader("WWW-Authenticate", "Basic realm=\"x\"")
                                .build());
                Kraty kraty = Kraty.create(options(server.url())
                        .httpClient(TlsServer.client()
                                .authenticator((route, response) -> response.request())
                                .build())
                        .build())) {
            assertThrows(KratyApiException.class, () -> kraty.wallet().list());

            assertEquals(1, server.requests());
        }
    }

    private static KratyClientOptions.Builder options(String url) {
        return TestOptions.signedIn(url, FakeTiming.flowing()).retry(KratyRetryConfig.none());
    }

    private static ProxySelector always(Proxy proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, java.io.IOException failure) {}
        };
    }
}
