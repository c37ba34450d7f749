package io.kraty.sandbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.internal.wire.RawSocket.RawReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireServerTest extends WireTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String GET = "GET /a?b=c HTTP/1.1\r\n" + HOST + "X-Test: 1 \r\n\r\n";
    private static final String ECHO = "GET /a b=c 1 ";

    @Test
    void request_arrivesAsItWasSent() throws IOException {
        try (RawSocket client = connect()) {
            RawReply reply = client.send(GET).reply();
            assertEquals(200, reply.status());
            assertEquals(ECHO, reply.body());
            assertEquals("text/plain", reply.header("content-type"));
            assertEquals("", reply.header("Date"), "the same bytes every time");
        }
    }

    @Test
    void connection_isReused_forAsLongAsTheClientLikes() throws IOException {
        try (RawSocket client = connect()) {
            for (int i = 0; i < 2_000; i++) {
                assertEquals(ECHO, client.send(GET).reply().body());
            }
        }
    }

    @Test
    void pipelinedRequests_areAnsweredInOrder() throws IOException {
        try (RawSocket client = connect()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                all.append("POST /").append(i).append(" HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\nabc");
            }
            client.send(all.toString());
            for (int i = 0; i < 50; i++) {
                assertEquals("POST /" + i + " null null abc", client.reply().body());
            }
        }
    }

    @Test
    void splitPackets_arePutTogether() throws IOException {
        String request = "POST /%C3%A9 HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\nabc";
        try (RawSocket client = connect()) {
            for (int i = 0; i < request.length(); i++) {
                client.send(request.substring(i, i + 1));
            }
            assertEquals("POST /%C3%A9 null null abc", client.reply().body());
        }
    }

    @Test
    void body_isCountedInBytes_andReadAsUtf8() throws IOException {
        String body = "ação €";
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        try (RawSocket client = connect()) {
            client.send("PUT / HTTP/1.1\r\n" + HOST + "Content-Length: " + bytes + "\r\n\r\n" + body);
            assertEquals("PUT / null null " + body, client.reply().body());
        }
    }

    @Test
    void chunkedBody_isPutTogether() throws IOException {
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n")
                    .send("3\r\nabc\r\nA;name=value\r\n0123456789\r\n0\r\nX-Trailer: 1\r\n\r\n");
            assertEquals("POST / null null abc0123456789", client.reply().body());
            assertEquals(ECHO, client.send(GET).reply().body(), "the trailers are gone");
        }
    }

    @Test
    void expectedContinue_comesBeforeTheBody() throws IOException {
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertEquals(100, client.head().status());
            assertEquals("POST / null null abc", client.send("abc").reply().body());
        }
    }

    @Test
    void head_hasTheLengthOfTheBody_butNoBody() throws IOException {
        try (RawSocket client = connect()) {
            RawReply head = client.send("HEAD / HTTP/1.1\r\n" + HOST + "\r\n").head();
            assertEquals(Integer.toString("HEAD / null null ".length()), head.header("Content-Length"));
            assertEquals(ECHO, client.send(GET).reply().body());
        }
    }

    @Test
    void http10_isOverAfterOneAnswer_unlessAsked() throws IOException {
        try (RawSocket client = connect()) {
            RawReply reply = client.send("GET /a HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
                    .reply();
            assertEquals("keep-alive", reply.header("Connection"));
            assertEquals(
                    "GET /a null null ",
                    client.send("GET /a HTTP/1.0\r\n\r\n").reply().body());
            client.expectEnd();
        }
    }

    @Test
    void connectionClose_closes() throws IOException {
        try (RawSocket client = connect()) {
            RawReply reply = client.send("GET / HTTP/1.1\r\n" + HOST + "Connection: TE, Close\r\n\r\n")
                    .reply();
            assertEquals("close", reply.header("Connection"));
            client.expectEnd();
        }
    }

    @Test
    void absoluteTarget_countsByItsPath() throws IOException {
        try (RawSocket client = connect()) {
            client.send("GET http://localhost:80/a?b HTTP/1.1\r\n" + HOST + "\r\n");
            assertEquals("GET /a b null ", client.reply().body());
        }
    }

    @Test
    void longestBody_isTaken_andALongerOneIsNot() throws IOException {
        int most = WireServer.MOST_BODY_BYTES;
        try (RawSocket client = connect()) {
            String start = "POST / HTTP/1.1\r\n" + HOST + "Content-Length: ";
            client.send(start + most + "\r\n\r\n" + "x".repeat(most));
            assertEquals(
                    "POST / null null " + most + " characters", client.reply().body());
            client.send(start + (most + 1) + "\r\n\r\n" + "x".repeat(most + 1));
            assertEquals("POST / null null too much", client.reply().body());
            client.expectEnd();
        }
    }

    @Test
    void tooManyChunks_areTooMuch() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n")
                    .send(chunk.repeat(17) + "0\r\n\r\n");
            assertEquals("POST / null null too much", client.reply().body());
        }
    }

    @Test
    void tooLongLine_andTooManyHeaders_areRefused() throws IOException {
        try (RawSocket client = connect()) {
            assertEquals(414, client.send("GET /" + "x".repeat(17_000)).reply().status());
            client.expectEnd();
        }
        try (RawSocket client = connect()) {
            client.send("GET / HTTP/1.1\r\n" + HOST + ("X: " + "x".repeat(1_000) + "\r\n").repeat(17));
            assertEquals(431, client.reply().status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n",
                "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-A : 1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\r2\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1f\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"
            })
    void garbage_isRefused_andTheConnectionIsOver(String garbage) throws IOException {
        try (RawSocket client = connect()) {
            RawReply reply = client.send(garbage).reply();
            assertEquals(400, reply.status());
            assertFalse(reply.body().isEmpty());
            assertEquals("close", reply.header("Connection"));
            client.expectEnd();
        }
        try (RawSocket next = connect()) {
            assertEquals(ECHO, next.send(GET).reply().body());
        }
    }

    @Test
    void otherCodings_andExpectations_areUnknown() throws IOException {
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip, chunked\r\n\r\n");
            assertEquals(501, client.reply().status());
        }
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nExpect: cake\r\n\r\n");
            assertEquals(417, client.reply().status());
        }
    }

    @Test
    void clientThatGoesAwayInTheMiddle_harmsNobody() throws IOException {
        try (RawSocket client = connect()) {
            client.send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nab");
        }
        try (RawSocket next = connect()) {
            assertEquals(ECHO, next.send(GET).reply().body());
        }
    }

    @Test
    void failingHandler_isAnsweredFor_andTheConnectionGoesOn() throws IOException {
        try (RawSocket client = connect()) {
            RawReply reply =
                    client.send("GET /fail HTTP/1.1\r\n" + HOST + "\r\n").reply();
            assertEquals(500, reply.status());
            assertTrue(reply.body().contains("on purpose"));
            assertEquals(ECHO, client.send(GET).reply().body());
        }
    }

    @Test
    void longestPrefix_decidesWhoAnswers() throws IOException {
        server.mount("/a/b", request -> new WireResponse(204, Map.of(), ""));
        try (RawSocket client = connect()) {
            assertEquals(
                    204,
                    client.send("GET /a/b/c HTTP/1.1\r\n" + HOST + "\r\n")
                            .reply()
                            .status());
            assertEquals(
                    200,
                    client.send("GET /a/c HTTP/1.1\r\n" + HOST + "\r\n").reply().status());
        }
    }
}
