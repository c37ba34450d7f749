package io.kraty.sdk.secrecy;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsOptions;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.StartWhenReadyOptions;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.EncryptedSecretStore;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.InMemoryMembershipStore;
import io.kraty.sdk.store.InMemoryOutboxStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.transport.Operation;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.ConnectProxy;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TlsServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * A game that does everything there is to do, well and badly, and says what of it told a secret. Alone in its process, so that
 * all that the process says is about it.
 */
final class SecrecyChild {
    private static final String BOARD = "8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21";

    private final Needles needles = new Needles();
    private final Met met = new Met();
    private final Ears ears;
    private final Path directory;
    private final Set<String> secretsOfPlayers = new TreeSet<>();

    private SecrecyChild(Ears ears, Path directory) {
        this.ears = ears;
        this.directory = directory;
    }

    /** {@code <url of a sandbox> <its key> <an empty directory>} */
    public static void main(String... arguments) throws Exception {
        PrintStream out = System.out;
        SecrecyChild child = new SecrecyChild(Ears.open(), Path.of(arguments[2]));
        child.secret(arguments[1]);
        child.secret(TestOptions.API_KEY);
        child.secretsOfPlayers.add(TestOptions.SECRET);
        child.play(arguments[0], arguments[1]);
        child.echoes();
        child.unreachable();
        child.http2();
        child.damagedStore(arguments[0], arguments[1]);
        child.lookAtTheRest();
        child.tell(out);
        System.exit(0);
    }

    /** Of a key, the part before the dot is its name. */
    private void secret(String key) {
        needles.add(key.substring(key.indexOf('.') + 1));
    }

    private KratyClientOptions.Builder atTheSandbox(String url, String key) {
        return KratyClientOptions.builder()
                .apiKey(key)
                .baseUrl(url)
                .timeout(Duration.ofSeconds(40))
                .dataDirectory(directory.resolve("game"))
                .retry(KratyRetryConfig.builder().attempts(2).build())
                .onRequest(met::look);
    }

    private void play(String url, String key) throws Exception {
        KratyClientOptions options = met.look(atTheSandbox(url, key).build());
        PlayerCredentials first;
        try (Kraty kraty = met.look(Kraty.create(options))) {
            first = met.look(kraty.ensureIdentity());
            secretsOfPlayers.add(first.secret());
            everyOperation(kraty);
            inTheBackground(kraty);
            PlayerRegistration other = met.look(kraty.players().register("another"));
            secretsOfPlayers.add(other.secret());
            kraty.signIn("another", other.secret());
            met.look(kraty.with(
                            met.look(RequestOptions.as(first.externalPlayerId()).playerSecret(first.secret())))
                    .wallet()
                    .list());
            PlayerRegistration rotated = met.look(kraty.players().rotate("another"));
            secretsOfPlayers.add(rotated.secret());
            ears.lookAtThreads();
            kraty.logout();
        }
        StoredIdentity stored = met.look(StoredIdentity.of(options));
        stored.restore(first);
        met.look(stored.read());
    }

    private void everyOperation(Kraty kraty) {
        for (Operation operation : Operation.values()) {
            if (!operation.endpoint().isStream()) {
                attempt(() -> {
                    operation.call(kraty, RequestOptions.none());
                    return null;
                });
            }
        }
        for (Object client : List.of(
                kraty.events(),
                kraty.leaderboards(),
                kraty.grants(),
                kraty.lobbies(),
                kraty.inventory(),
                kraty.wallet(),
                kraty.players(),
                kraty.eventLeaderboards(),
                kraty.friends(),
                kraty.catalog(),
                kraty.purchases(),
                kraty.outbox(),
                kraty.as("somebody"))) {
            met.look(client);
        }
        attempt(() -> kraty.catalog().read());
        attempt(() -> kraty.events().listForPlayer());
        attempt(() -> kraty.events().start(kraty.events().listForPlayer().get(0).eventKey()));
        attempt(() -> kraty.grants().collectAll());
        attempt(() -> kraty.players().getIdentity());
        attempt(kraty::syncTime);
        attempt(() -> kraty.events().progress("none", "none", ProgressInput.set(1)));
    }

    private void inTheBackground(Kraty kraty) throws Exception {
        met.look(kraty.onFinalized(met::look));
        met.look(kraty.outbox().onResult(met::look));
        met.look(kraty.outbox().submitScore("weekly_score", 5));
        met.look(kraty.outbox().claim("none"));
        Await.until("the outbox is empty", () -> kraty.outbox().pending().isEmpty());
        attempt(kraty::checkFinalizations);
        attempt(() -> kraty.async(() -> kraty.wallet().list()).join());
        met.look(kraty.friends().keepOnline()).close();
        met.look(kraty.pollPendingGrants(PollPendingGrantsOptions.builder().build()))
                .close();
        try (InventoryStream live = met.look(kraty.inventory().live());
                LeaderboardStream board = met.look(kraty.leaderboards().live(BOARD))) {
            attempt(() -> live.poll(Duration.ofSeconds(40)));
            attempt(() -> board.poll(Duration.ofSeconds(40)));
            ears.lookAtThreads();
        }
        followed(kraty);
    }

    /** A board and what a player holds, until both are known. */
    private void followed(Kraty kraty) throws Exception {
        AtomicBoolean board = new AtomicBoolean();
        AtomicBoolean holdings = new AtomicBoolean();
        BoardListener ofBoard = new BoardListener() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                met.look(event);
            }

            @Override
            public void onError(KratyException error) {
                met.look(error);
            }

            @Override
            public void onState(SubscriptionState state) {
                met.look(state);
            }

            @Override
            public void onBoard(BoardView view) {
                met.look(view);
                board.set(true);
            }
        };
        HoldingsListener ofHoldings = new HoldingsListener() {
            @Override
            public void onEvent(InventoryEvent event) {
                met.look(event);
            }

            @Override
            public void onHoldings(Holdings held) {
                met.look(held);
                holdings.set(true);
            }
        };
        try (BoardSubscription one = kraty.leaderboards().subscribe("weekly_score", ofBoard);
                HoldingsWatch two = kraty.inventory().watch(ofHoldings)) {
            met.look(one);
            met.look(two);
            Await.until("the board and the holdings are known", () -> board.get() && holdings.get());
            ears.lookAtThreads();
        }
    }

    private void attempt(Callable<?> call) {
        try {
            met.look(call.call());
        } catch (Exception e) {
            met.look(e);
        }
    }

    /** Somebody on the way says back whatever the request told, in every place there is, and breaks off at will. */
    private void echoes() throws Exception {
        for (Consumer<Echo> place : List.<Consumer<Echo>>of(
                echo -> echo.answer(401, "text/html", "<html>you sent " + echo.text()),
                echo -> echo.answer(500, "text/plain", echo.text()),
                echo -> echo.answer(200, "text/html", "<html>" + echo.text()),
                echo -> echo.answer(200, "application/json", "{\"data\":{\"" + echo.text() + "\":tru"),
                echo -> echo.answer(200, "application/json", "{\"data\":\"" + echo.text() + "\"}"),
                echo -> echo.answer(401, "application/json", envelope("unauthenticated", echo.text())),
                echo -> echo.answer(409, "application/json", envelope(echo.text(), "m")),
                echo -> echo.answer(503, "application/json", "{\"error\":{\"message\":\"" + echo.text()),
                echo -> echo.answer(
                        404, "application/json", envelope("not_found", "m"), "X-Request-Id: " + echo.text()),
                echo -> echo.answer(302, "text/html", "", "Location: https://other.example/?" + echo.text()),
                echo -> echo.answer(200, "text/" + echo.text(), "x"),
                echo -> echo.answer(200, "text/event-stream", "event: ready\ndata: {\"x\":\"" + echo.text() + "\n\n"),
                echo -> echo.raw("HTTP/1.1 " + echo.text() + "\r\n\r\n"),
                echo -> echo.raw("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + echo.text()))) {
            try (TinyServer server = TinyServer.answering(exchange -> place.accept(new Echo(exchange)));
                    Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                            .retry(KratyRetryConfig.none())
                            .onRequest(met::look)
                            .build())) {
                for (Operation operation : Operation.values()) {
                    attempt(() -> {
                        operation.call(kraty, RequestOptions.none());
                        return null;
                    });
                }
                attempt(kraty::checkFinalizations);
            }
        }
    }

    private static String envelope(String code, String message) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
    }

    /** A request whose credentials go back. */
    private record Echo(Exchange exchange) {
        String text() {
            return exchange.request().header("Authorization") + " "
                    + exchange.request().header("X-Player-Secret");
        }

        void answer(int status, String type, String body, String... headers) {
            try {
                exchange.answer(status, type, body, headers);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void raw(String text) {
            try {
                exchange.raw(text).drop();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private void unreachable() throws Exception {
        try (ConnectProxy proxy = ConnectProxy.withPassword("sesame")) {
            OkHttpClient nowhere = new OkHttpClient.Builder()
                    .dns(name -> {
                        throw new java.net.UnknownHostException(name);
                    })
                    .build();
            OkHttpClient refused =
                    new OkHttpClient.Builder().proxy(proxy.proxy()).build();
            for (OkHttpClient client : List.of(nowhere, refused)) {
                try (Kraty kraty = Kraty.create(TestOptions.signedIn("https://game.example", FakeTiming.flowing())
                        .httpClient(client)
                        .onRequest(met::look)
                        .build())) {
                    everyOperation(kraty);
                }
            }
        }
    }

    /** The loggers of OkHttp tell of every frame of HTTP/2. */
    private void http2() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2)
                        .answering(request -> TlsServer.json("{\"data\":{\"wallet\":[]}}"));
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                        .httpClient(TlsServer.client().build())
                        .onRequest(met::look)
                        .build())) {
            java.util.logging.Logger.getLogger("okhttp3.OkHttpClient").setLevel(java.util.logging.Level.ALL);
            attempt(() -> kraty.wallet().list());
            attempt(() -> kraty.wallet().debit("gold", 1));
            ears.lookAtThreads();
        }
    }

    /** Somebody's editor, or half a disk: what is left of the secrets stands where it should not. */
    private void damagedStore(String url, String key) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory.resolve("game"))) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            String content = Files.readString(file);
            for (String damaged :
                    List.of(content.substring(0, content.length() / 2), content.replace("\":\"", "\":\"\\n"))) {
                Files.writeString(file, damaged);
                try (Kraty kraty = Kraty.create(atTheSandbox(url, key).build())) {
                    attempt(() -> {
                        secretsOfPlayers.add(kraty.ensureIdentity().secret());
                        return kraty.outbox().pending();
                    });
                    attempt(kraty::checkFinalizations);
                }
            }
            Files.writeString(file, content);
        }
    }

    /** Objects that a game makes, with secrets in them where there is a place. */
    private void lookAtTheRest() {
        InMemorySecretStore memory = new InMemorySecretStore();
        memory.write("name", TestOptions.SECRET);
        FileSecretStore file = new FileSecretStore(directory.resolve("game").resolve("other.json"));
        file.write("name", TestOptions.SECRET);
        SecretKeySpec key =
                new SecretKeySpec(TestOptions.SECRET.substring(0, 16).getBytes(StandardCharsets.UTF_8), "AES");
        EncryptedSecretStore.Builder sealed = EncryptedSecretStore.builder(memory, key);
        for (Object made : List.of(
                memory,
                file,
                sealed,
                sealed.build(),
                new InMemoryMembershipStore(),
                new InMemoryOutboxStore(),
                new FileOutboxStore(directory.resolve("o")),
                new FileMembershipStore(directory.resolve("m")),
                new PlayerCredentials("p", TestOptions.SECRET),
                RequestOptions.as("p").playerSecret(TestOptions.SECRET),
                KratyClientOptions.builder()
                        .apiKey(TestOptions.API_KEY)
                        .activeExternalPlayerId("p")
                        .playerSecret(TestOptions.SECRET),
                ProgressInput.set(1),
                CollectOptions.builder().build(),
                LeaderboardJoinOptions.defaults(),
                BoardOptions.builder().build(),
                HoldingsOptions.defaults(),
                InventoryStreamOptions.defaults(),
                PollLobbyOptions.builder().build(),
                PollPendingGrantsOptions.builder().build(),
                StartWhenReadyOptions.builder().build(),
                KratyRetryConfig.none())) {
            met.look(made);
        }
    }

    private void tell(PrintStream out) throws Exception {
        secretsOfPlayers.forEach(needles::add);
        say(out, "logs", ears.logged());
        say(out, "outputs", ears.printed());
        say(out, "threads", ears.threads());
        say(out, "objects", met.texts());
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                boolean store = path.getParent().getFileName().toString().equals("game")
                        && !path.getFileName().toString().startsWith("outbox-")
                        && !path.getFileName().toString().startsWith("boards-");
                say(out, store ? "store" : "files", path + Files.readString(path));
            }
        }
        ears.loggers().forEach(logger -> out.println("logger " + logger));
        met.types().forEach(type -> out.println("met " + type));
        out.println("looked at " + ears.logged().lines().count() + " lines of logs and "
                + met.texts().lines().count() + " of objects");
        out.flush();
    }

    private void say(PrintStream out, String where, String text) {
        for (String needle : needles.in(text)) {
            int at = text.indexOf(needle);
            String around = text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100));
            out.println(String.format(Locale.ROOT, "leak in %s: %s", where, around.replaceAll("\\s+", " ")));
        }
    }
}
