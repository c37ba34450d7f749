package io.kraty.sdk.transport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A platform that answers from a script. After each test, every request it saw is held against the API description, and one
 * that does not fit fails the test. Register it as a static field.
 */
public final class MockPlatform implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    public static final String DEBITED = "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true}}";
    public static final String WALLET = "{\"data\":{\"wallet\":[]}}";

    // Ids of some thousand characters travel too.
    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().jettyHeaderRequestSize(65_536));
    private final List<Kraty> clients = new ArrayList<>();
    private FakeTiming timing = FakeTiming.flowing();
    private String prefix = "";
    private boolean judged = true;

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.resetAll();
        timing = FakeTiming.flowing();
        prefix = "";
        judged = true;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(Kraty::close);
        clients.clear();
        if (judged) {
            assertEquals(List.of(), violations(), "requests that the API description does not allow");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    /** An answer with a JSON body. */
    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    /** An answer with an error envelope. */
    public static ResponseDefinitionBuilder error(int status, String code) {
        return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"because\"}}");
    }

    /** Answers whatever is asked with these in turn; the last one stays. */
    public void answers(ResponseDefinitionBuilder... inTurn) {
        server.resetMappings();
        server.resetScenarios();
        for (int i = 0; i < inTurn.length; i++) {
            String state = i == 0 ? Scenario.STARTED : "answer " + i;
            String next = i + 1 < inTurn.length ? "answer " + (i + 1) : state;
            server.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(next)
                    .willReturn(inTurn[i]));
        }
    }

    public String url() {
        return "http://localhost:" + server.port() + prefix;
    }

    public int port() {
        return server.port();
    }

    /** Everything lies under {@code prefix} from here on. */
    public void prefix(String prefix) {
        this.prefix = prefix;
    }

    /** This test sends what the description does not allow, on purpose. */
    public void doNotJudge() {
        judged = false;
    }

    public FakeTiming timing() {
        return timing;
    }

    /** Options with a player whose secret is known. */
    public KratyClientOptions.Builder signedIn() {
        return TestOptions.signedIn(url(), timing);
    }

    /** Options with nobody signed in. */
    public KratyClientOptions.Builder fresh() {
        return TestOptions.fresh(url(), timing);
    }

    /** A client that is closed after the test. */
    public Kraty client(KratyClientOptions.Builder options) {
        Kraty client = Kraty.create(options.build());
        clients.add(client);
        return client;
    }

    /** A client with a player whose secret is known. */
    public Kraty client() {
        return client(signedIn());
    }

    /** Everything that was asked, oldest first. */
    public List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        for (ServeEvent event : server.getAllServeEvents()) {
            sent.add(0, sent(event.getRequest()));
        }
        return sent;
    }

    /** What was asked, if it was one request. */
    public Sent only() {
        List<Sent> sent = sent();
        assertEquals(1, sent.size(), () -> "requests: " + sent);
        return sent.get(0);
    }

    public List<String> violations() {
        return sent().stream()
                .flatMap(sent -> Contract.violations(sent, prefix).stream())
                .toList();
    }

    private static Sent sent(LoggedRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key().toLowerCase(Locale.ROOT), header.values());
        }
        return new Sent(request.getMethod().value(), request.getUrl(), headers, request.getBodyAsString());
    }
}
