package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.ConnectProxy;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TlsDoor;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a connection does not come about is said in a sentence that a game's author understands, and nothing is sent. */
@Timeout(90)
class NoConnectionTest {
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final Instant FAR_OFF = Instant.parse("2090-02-03T04:05:06Z");

    /** What stands in the way. */
    enum Obstacle {
        EXPIRED("has expired, or the clock of this device is wrong") {
            @Override
            Way open() throws Exception {
                return validFrom(LONG_AGO);
            }
        },
        NOT_YET_VALID("is not valid yet, or the clock of this device is wrong") {
            @Override
            Way open() throws Exception {
                return validFrom(FAR_OFF);
            }
        },
        OTHER_NAME("is for another name") {
            @Override
            Way open() throws Exception {
                return tls(certificate("game.example").build());
            }
        },
        UNKNOWN_ISSUER("is issued by nobody whom this device trusts") {
            @Override
            Way open() throws Exception {
                TlsDoor door = new TlsDoor(certificate("localhost").build(), "TLSv1.3");
                return new Way(door.url(), new OkHttpClient(), door::close);
            }
        },
        OTHER_ISSUER("is issued by nobody whom this device trusts") {
            @Override
            Way open() throws Exception {
                TlsDoor door = new TlsDoor(certificate("localhost").build(), "TLSv1.3");
                return new Way(door.url(), trusting(certificate("localhost").build()), door::close);
            }
        },
        OTHER_PIN("none of those that the game has pinned") {
            @Override
            Way open() throws Exception {
                HeldCertificate other = certificate("localhost").build();
                Way way = tls(certificate("localhost").build());
                return new Way(
                        way.url(),
                        way.client()
                                .newBuilder()
                                .certificatePinner(new CertificatePinner.Builder()
                                        .add("localhost", CertificatePinner.pin(other.certificate()))
                                        .build())
                                .build(),
                        way.closing());
            }
        },
        OLD_PROTOCOL("no version of TLS in common") {
            @Override
            Way open() throws Exception {
                HeldCertificate certificate = certificate("localhost").build();
                TlsDoor door = new TlsDoor(certificate, "TLSv1.2");
                ConnectionSpec modern = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                        .tlsVersions(TlsVersion.TLS_1_3)
                        .build();
                return new Way(
                        door.url(),
                        trusting(certificate)
                                .newBuilder()
                                .connectionSpecs(List.of(modern))
                                .build(),
                        door::close);
            }
        },
        PLAIN_HTTP("does not speak TLS") {
            @Override
            Way open() throws Exception {
                // As a server that is asked in a language it does not know.
                TinyServer portal = TinyServer.greeting("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                return new Way(portal.url().replace("http:", "https:"), new OkHttpClient(), portal::close);
            }
        },
        NO_SUCH_NAME("could not be looked up") {
            @Override
            Way open() {
                OkHttpClient offline = new OkHttpClient.Builder()
                        .dns(name -> {
                            throw new java.net.UnknownHostException(name);
                        })
                        .build();
                return new Way("https://game.example", offline, () -> {});
            }
        },
        PROXY_PASSWORD("asks for a user and a password") {
            @Override
            Way open() throws Exception {
                ConnectProxy proxy = ConnectProxy.withPassword("sesame");
                return new Way(
                        "https://localhost:1",
                        new OkHttpClient.Builder().proxy(proxy.proxy()).build(),
                        proxy::close);
            }
        },
        PROXY_REFUSES("the proxy on the way refuses") {
            @Override
            Way open() throws Exception {
                TinyServer proxy = TinyServer.answering(exchange -> exchange.answer(403, "text/html", "<html>no"));
                java.net.URI at = java.net.URI.create(proxy.url());
                return new Way(
                        "https://localhost:1",
                        new OkHttpClient.Builder()
                                .proxy(new java.net.Proxy(
                                        java.net.Proxy.Type.HTTP,
                                        new java.net.InetSocketAddress(at.getHost(), at.getPort())))
                                .build(),
                        proxy::close);
            }
        };

        private final String sentence;

        Obstacle(String sentence) {
            this.sentence = sentence;
        }

        abstract Way open() throws Exception;

        private static Way tls(HeldCertificate certificate) throws Exception {
            TlsDoor door = new TlsDoor(certificate, "TLSv1.3");
            return new Way(door.url(), trusting(certificate), door::close);
        }

        /** One of an issuer that is trusted, for a second. */
        private static Way validFrom(Instant start) throws Exception {
            HeldCertificate issuer =
                    new HeldCertificate.Builder().certificateAuthority(0).build();
            TlsDoor door = new TlsDoor(
                    certificate("localhost")
                            .signedBy(issuer)
                            .validityInterval(start.toEpochMilli(), start.toEpochMilli() + 1000)
                            .build(),
                    "TLSv1.3");
            return new Way(door.url(), trusting(issuer), door::close);
        }

        private static HeldCertificate.Builder certificate(String name) {
            return new HeldCertificate.Builder().addSubjectAlternativeName(name);
        }

        private static OkHttpClient trusting(HeldCertificate certificate) {
            HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            return new OkHttpClient.Builder()
                    .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                    .build();
        }
    }

    /** Where the way to the platform begins. */
    record Way(String url, OkHttpClient client, Closeable closing) implements Closeable {
        @Override
        public void close() throws IOException {
            closing.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void reason_isOnePlainSentence_andNothingWasSent(Obstacle obstacle) throws Exception {
        try (Way way = obstacle.open();
                Kraty kraty = Kraty.create(TestOptions.signedIn(way.url(), FakeTiming.flowing())
                        .httpClient(way.client())
                        .retry(KratyRetryConfig.none())
                        .build())) {
            KratyNetworkException e = assertThrows(
                    KratyNetworkException.class, () -> kraty.wallet().debit("gold", 5));
            assertTells(obstacle, e);
            assertEquals(Outcome.NOT_SENT, e.outcome());

            try (InventoryStream live = kraty.inventory().live()) {
                assertTells(
                        obstacle, assertThrows(KratyNetworkException.class, () -> live.poll(Duration.ofMinutes(1))));
            }
        }
    }

    private static void assertTells(Obstacle obstacle, KratyNetworkException e) {
        String message = e.getMessage();
        assertTrue(message.contains(": ") && message.contains(obstacle.sentence), message);
        assertEquals(1, message.split("\n", -1).length, message); // what OkHttp says of pins has several
        assertFalse(message.contains(TestOptions.SECRET), message);
    }
}
