package io.kraty.sdk.transport;

import io.kraty.sdk.wire.SilentProxy;
import io.kraty.sdk.wire.StuckSockets;
import io.kraty.sdk.wire.TlsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Where a call can hang: each one holds its first call there, and answers all later ones. */
enum Stage {
    /** The name of the server is being looked up. */
    NAME(Protocol.HTTP_2) {
        @Override
        Held hold(TlsServer server) {
            CountDownLatch there = new CountDownLatch(1);
            AtomicBoolean first = new AtomicBoolean(true);
            CountDownLatch over = new CountDownLatch(1);
            OkHttpClient client = TlsServer.client()
                    .dns(name -> {
                        if (first.getAndSet(false)) {
                            there.countDown();
                            awaitDeaf(over);
                        }
                        return Dns.SYSTEM.lookup(name);
                    })
                    .build();
            return new Held(server.url(), client, there, over::countDown);
        }
    },
    /** The connection is being made. */
    CONNECT(Protocol.HTTP_2) {
        @Override
        Held hold(TlsServer server) {
            StuckSockets sockets = StuckSockets.atFirst();
            OkHttpClient client = TlsServer.client().socketFactory(sockets).build();
            return new Held(server.url(), client, sockets.connecting(), sockets::close);
        }
    },
    /** The server is silent when TLS should begin. */
    HANDSHAKE(Protocol.HTTP_2) {
        @Override
        Held hold(TlsServer server) throws IOException {
            ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
            CountDownLatch there = new CountDownLatch(1);
            Thread accepting = new Thread(() -> accept(silent, server.port(), there), "handshake");
            accepting.setDaemon(true);
            accepting.start();
            OkHttpClient client = TlsServer.client().build();
            return new Held("https://localhost:" + silent.getLocalPort(), client, there, silent);
        }
    },
    /** The request is there, the answer is not, over HTTP/2. */
    HEADERS_2(Protocol.HTTP_2) {
        @Override
        Held hold(TlsServer server) {
            return answering(server, server::nothing);
        }
    },
    /** The request is there, the answer is not, over HTTP/1.1. */
    HEADERS_1(Protocol.HTTP_1_1) {
        @Override
        Held hold(TlsServer server) {
            return answering(server, server::nothing);
        }
    },
    /** A part of the answer is there, over HTTP/2. */
    BODY_2(Protocol.HTTP_2) {
        @Override
        Held hold(TlsServer server) {
            return answering(server, () -> TlsServer.answer("application/json", server.begun("{\"data\":")));
        }
    },
    /** A part of the answer is there, over HTTP/1.1. */
    BODY_1(Protocol.HTTP_1_1) {
        @Override
        Held hold(TlsServer server) {
            return answering(server, () -> TlsServer.answer("application/json", server.begun("{\"data\":")));
        }
    };

    private static final Set<Socket> HELD = ConcurrentHashMap.newKeySet();

    private final Protocol protocol;

    Stage(Protocol protocol) {
        this.protocol = protocol;
    }

    abstract Held hold(TlsServer server) throws IOException;

    TlsServer server() throws IOException {
        return new TlsServer(protocol).answering(request -> TlsServer.json(MockPlatform.WALLET));
    }

    /** Whether the call held here has been sent. */
    boolean isSent() {
        return List.of(HEADERS_1, HEADERS_2, BODY_1, BODY_2).contains(this);
    }

    private static Held answering(TlsServer server, Supplier<MockResponse> first) {
        CountDownLatch there = new CountDownLatch(1);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        server.answering(request -> {
            if (isFirst.getAndSet(false)) {
                there.countDown();
                return first.get();
            }
            return TlsServer.json(MockPlatform.WALLET);
        });
        return new Held(server.url(), TlsServer.client().build(), there, () -> {});
    }

    private static void accept(ServerSocket silent, int target, CountDownLatch there) {
        try {
            HELD.add(silent.accept()); // and nothing is said on it; one that nobody holds would be closed
            there.countDown();
            while (true) {
                SilentProxy.join(silent.accept(), target);
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** As a look-up does: no interrupt ends it. */
    private static void awaitDeaf(CountDownLatch over) {
        boolean done = false;
        while (!done) {
            try {
                done = over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                done = false;
            }
        }
    }

    /** What holds the first call. */
    record Held(String url, OkHttpClient client, CountDownLatch there, Closeable release) implements Closeable {
        void await() throws InterruptedException {
            if (!there.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the call never came here");
            }
        }

        @Override
        public void close() throws IOException {
            release.close();
        }
    }
}
