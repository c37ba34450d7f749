package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.ChildJvm;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TlsServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers in the platform's place may send what it likes: the game's memory is not its to fill. */
@Timeout(180)
class AnswerLimitTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int LIMIT = 1024;
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    private static final byte[] GZIP_WITH_NAME = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3};
    private static final byte[] BLOCK_OF_NOTHING = {0, 0, 0, -1, -1};

    @Test
    void answersWithoutEnd_endInATypedErrorAtTheFirstAttempt_alsoOnASmallHeap() throws Exception {
        floodASmallHeap(16L << 20, Stream.of(Flood.values()).map(Enum::name).toList());
    }

    /** A limit beyond the heap protects from nothing, and even then it is no {@code Error} for the game. */
    @Test
    void answersThatFillTheMemory_endInATypedErrorToo() throws Exception {
        floodASmallHeap(Integer.MAX_VALUE, List.of("BODY", "COMPRESSED", "STREAM_LINE", "STREAM_EVENT", "BODY"));
    }

    private static void floodASmallHeap(long limit, List<String> kinds) throws Exception {
        try (TinyServer server = TinyServer.answering(AnswerLimitTest::flood)) {
            String[] arguments = Stream.concat(Stream.of(server.url(), String.valueOf(limit)), kinds.stream())
                    .toArray(String[]::new);

            String output =
                    ChildJvm.withSmallHeap(HostileChild.class, arguments).output();

            assertEquals(
                    kinds.stream().map(kind -> kind + " too large at attempt 1").toList(),
                    output.lines().toList());
            assertEquals(kinds.size(), server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void limit_isMetToTheByte(int beyond) throws Exception {
        String wallet = "{\"data\":{\"wallet\":[]}}";
        String body = wallet + " ".repeat(LIMIT + beyond - wallet.length());
        try (TinyServer server = TinyServer.answering(exchange -> exchange.raw(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body)
                        .drop());
                Kraty kraty = Kraty.create(limited(server.url()).build())) {
            if (beyond == 0) {
                assertEquals(0, kraty.wallet().list().size());
            } else {
                KratyAnswerTooLargeException e = assertThrows(
                        KratyAnswerTooLargeException.class, () -> kraty.wallet().list());
                assertTrue(e.getMessage().contains("1024"), e.getMessage());
            }
        }
    }

    /** Not one byte of it comes, and nobody waits for it. */
    @Test
    void lengthBeyondTheLimit_isRefusedBeforeItIsRead() throws Exception {
        try (TinyServer server = TinyServer.manual();
                Kraty kraty = Kraty.create(limited(server.url()).build())) {
            Background<KratyAnswerTooLargeException> caller = Background.of(() -> assertThrows(
                    KratyAnswerTooLargeException.class, () -> kraty.wallet().list()));
            Exchange exchange = server.next().raw("HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\n\r\n");

            assertTrue(caller.result().getMessage().contains("4294967296"));
            assertTrue(exchange.awaitDisconnect(), "the connection is dropped");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void headersBeyondTheLimit_areATypedError(Protocol protocol) throws Exception {
        try (TlsServer server = new TlsServer(protocol);
                Kraty kraty = Kraty.create(limited(server.url())
                        .httpClient(TlsServer.client().build())
                        .build())) {
            server.answering(request -> headers(40, 8000));

            KratyAnswerTooLargeException e = assertThrows(
                    KratyAnswerTooLargeException.class, () -> kraty.wallet().list());

            assertTrue(e.getMessage().contains("headers"), e.getMessage());
            assertEquals(1, server.requests());
            server.answering(request -> TlsServer.json(MockPlatform.WALLET));
            assertEquals(0, kraty.wallet().list().size());
        }
    }

    @Test
    void headersThatBreakOff_areALostConnectionAndTriedAgain() throws Exception {
        try (TinyServer server = TinyServer.manual();
                Kraty kraty = Kraty.create(limited(server.url()).build())) {
            Background<Integer> caller =
                    Background.of(() -> kraty.wallet().list().size());
            server.next()
                    .raw("HTTP/1.1 200 OK\r\nX-Half: " + "x".repeat(10_000))
                    .drop();
            server.next().json(200, MockPlatform.WALLET);

            assertEquals(0, caller.result());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, 1023, 1L << 31})
    void limit_outOfRange_isRefused(long limit) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> KratyClientOptions.builder().maxAnswerBytes(limit));

        assertEquals("maxAnswerBytes: must be 1024 to 2147483647, was " + limit, e.getMessage());
    }

    private static KratyClientOptions.Builder limited(String url) {
        return TestOptions.signedIn(url, FakeTiming.flowing())
                .maxAnswerBytes(LIMIT)
                .timeout(FOR_EVER);
    }

    private static MockResponse headers(int count, int length) {
        MockResponse.Builder answer = new MockResponse.Builder();
        for (int i = 0; i < count; i++) {
            answer.addHeader("X-Flood-" + i, "x".repeat(length));
        }
        return answer.build();
    }

    private static void flood(Exchange exchange) throws IOException {
        String target = exchange.request().target();
        Flood.valueOf(target.substring(1, target.indexOf('/', 1))).send(exchange);
    }

    /** What comes without end. */
    private enum Flood {
        BODY("200 OK", "application/json", ""),
        COMPRESSED("200 OK", "application/json", "Content-Encoding: gzip\r\n"),
        ERROR_BODY("503 Busy", "text/html", ""),
        HEADER_LINE("200 OK", "application/json", ""),
        HEADER_LINES("200 OK", "application/json", ""),
        CHUNK_SIZE("200 OK", "application/json", CHUNKED),
        CHUNK_EXTENSION("200 OK", "application/json", CHUNKED),
        TRAILERS("200 OK", "application/json", CHUNKED),
        GZIP_NAME("200 OK", "application/json", "Content-Encoding: gzip\r\n"),
        GZIP_OF_NOTHING("200 OK", "application/json", "Content-Encoding: gzip\r\n"),
        STREAM_CHUNK_SIZE("200 OK", "text/event-stream", CHUNKED),
        STREAM_CHUNK_EXTENSION("200 OK", "text/event-stream", CHUNKED),
        STREAM_LINE("200 OK", "text/event-stream", ""),
        STREAM_EVENT("200 OK", "text/event-stream", ""),
        STREAM_REFUSAL("503 Busy", "text/html", "");

        private final String head;

        Flood(String status, String type, String header) {
            this.head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + header + "Connection: close\r\n";
        }

        void send(Exchange exchange) throws IOException {
            exchange.raw(head);
            String block = "x".repeat(8000);
            switch (this) {
                case HEADER_LINE -> exchange.raw("X-Flood: ").flood(block);
                case HEADER_LINES -> exchange.flood("X-Flood: 1\r\n".repeat(500));
                case CHUNK_SIZE -> exchange.raw("\r\n").flood("0".repeat(8000));
                case CHUNK_EXTENSION -> exchange.raw("\r\n1;x=").flood(block);
                case TRAILERS -> exchange.raw("\r\n1\r\n{\r\n0\r\n").flood("X-Flood: 1\r\n".repeat(500));
                case GZIP_NAME -> exchange.raw("\r\n").raw(GZIP_WITH_NAME).flood(block);
                case GZIP_OF_NOTHING -> exchange.raw("\r\n").raw(GZIP).flood(BLOCK_OF_NOTHING);
                case STREAM_CHUNK_SIZE ->
                    exchange.raw("\r\n").chunk(": hello\n\n").flood("0".repeat(8000));
                case STREAM_CHUNK_EXTENSION ->
                    exchange.raw("\r\n").chunk(": hello\n\n").raw("1;x=").flood(block);
                case COMPRESSED -> exchange.raw("\r\n").floodCompressed(block);
                case STREAM_LINE -> exchange.raw("\r\ndata: ").flood(block);
                case STREAM_EVENT -> exchange.raw("\r\n").flood("data: 12345\n".repeat(500));
                default -> exchange.raw("\r\n{\"data\":\"").flood(block);
            }
        }
    }
}
