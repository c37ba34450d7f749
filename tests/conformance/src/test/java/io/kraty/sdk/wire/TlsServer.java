package io.kraty.sdk.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server with TLS that speaks HTTP/2 or HTTP/1.1, as the world has them. */
public final class TlsServer implements AutoCloseable {
    // The server tells of every client that hangs up, which is what most tests with it are about.
    private static final Logger SERVER_LOG = Logger.getLogger(OkHttpClient.class.getName());
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    private final MockWebServer server = new MockWebServer();
    private final BlockingQueue<RecordedRequest> received = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Stalled> stalled = new CopyOnWriteArrayList<>();
    private volatile Function<RecordedRequest, MockResponse> handler = request -> nothing();

    /** Speaks {@code protocol} and nothing else. */
    public TlsServer(Protocol protocol) throws IOException {
        SERVER_LOG.setLevel(Level.WARNING);
        server.useHttps(serverSockets());
        server.setProtocols(
                protocol == Protocol.HTTP_2 ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(protocol));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                received.add(request);
                return handler.apply(request);
            }
        });
        server.start();
    }

    /** Makes sockets of a server with the certificate that {@link #client} trusts. */
    static SSLSocketFactory serverSockets() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(CERTIFICATE)
                .build()
                .sslSocketFactory();
    }

    /** Answers with {@code handler} from here on. */
    public TlsServer answering(Function<RecordedRequest, MockResponse> handler) {
        this.handler = handler;
        return this;
    }

    public int port() {
        return server.getPort();
    }

    public String url() {
        return "https://localhost:" + port();
    }

    /** How many requests came. */
    public int requests() {
        return server.getRequestCount();
    }

    /** The next request, waited for. */
    public RecordedRequest next() throws InterruptedException {
        RecordedRequest next = received.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request came");
        }
        return next;
    }

    /** A client that trusts this server. */
    public static OkHttpClient.Builder client() {
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        return new OkHttpClient.Builder().sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager());
    }

    /** Makes something while the whole JVM trusts this server, for clients that nobody can tell whom to trust. */
    public static <T> T trustedByTheJvm(Path directory, Callable<T> making) throws Exception {
        Path trusted = directory.resolve("trusted.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", CERTIFICATE.certificate());
        try (OutputStream out = Files.newOutputStream(trusted)) {
            store.store(out, "trusted".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", trusted.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "trusted");
        try {
            return making.call();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    /** An answer of JSON. */
    public static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** No answer at all until this server closes; the connection stays. */
    public MockResponse nothing() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return json("");
    }

    /** A body that the test goes on with; it ends with this server at the latest. */
    public Stalled begun(String begun) {
        Stalled body = new Stalled(begun);
        stalled.add(body);
        return body;
    }

    /** An answer with {@code body}. */
    public static MockResponse answer(String contentType, Stalled body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", contentType)
                .body(body)
                .build();
    }

    @Override
    public void close() {
        over.countDown();
        stalled.forEach(Stalled::end);
        server.close();
    }
}
