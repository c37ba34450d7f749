package io.kraty.game.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.live.InventoryStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went over the wire is kept as it was, without secrets, and without holding it up. */
class WireTest {
    private final Played played = new Played();

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void keyAndSecretsAreHiddenEverywhere() throws IOException {
        String registered = played.kraty().players().register("other").secret();
        played.kraty().events().listForPlayer();
        played.kraty().wallet().list();
        String player = played.kraty().activeExternalPlayerId().orElseThrow();
        String secret = played.sandbox.secretOf(player).orElseThrow();
        String apiKey = played.sandbox.apiKey();
        // A proxy that echoes, and a careless hand that puts the key into an address and a body.
        Request careless = new Request.Builder()
                .url(played.sandbox.baseUrl() + "/sdk/v1/ping?key=" + apiKey + "&secret=" + secret)
                .header("Authorization", "Bearer " + apiKey)
                .header("X-Echo", secret)
                .post(RequestBody.create(apiKey + " " + secret, MediaType.get("text/plain")))
                .build();
        OkHttpClient client =
                new OkHttpClient.Builder().addNetworkInterceptor(played.wire).build();
        client.newCall(careless).execute().close();

        String all = all();
        assertTrue(all.contains("Authorization: Bearer (hidden)\n"));
        assertFalse(all.contains("X-Player-Secret"), "the SDK puts it on below");
        assertFalse(all.contains(secret), "the player's secret");
        assertFalse(all.contains(registered), "another player's secret");
        assertFalse(all.contains(apiKey), "the key");
        assertFalse(all.contains(apiKey.substring(apiKey.indexOf('.') + 1)), "a part of the key");
    }

    @Test
    void writesAndAttemptsAreTiedToWhatTheSdkReports() {
        played.kraty().grants().listPending();
        played.sandbox.addTrouble(Trouble.on("setPlayerIdentity")
                .times(1)
                .effect(Effect.status(503))
                .build());
        played.kraty().players().setIdentity("Nova");

        Telemetry.Entry first =
                played.telemetry.entries().get(played.telemetry.entries().size() - 2);
        Telemetry.Entry second =
                played.telemetry.entries().get(played.telemetry.entries().size() - 1);
        assertEquals(2, second.info().attempt());
        assertEquals(503, first.info().status());
        assertNotNull(first.exchange());
        assertNotNull(second.exchange());
        assertEquals(first.info().idempotencyKey(), second.exchange().key());
        assertNotNull(second.exchange().requestId());
        assertTrue(second.text().contains("\"name\":\"Nova\""), second.text());
        assertTrue(
                second.exchange().line().contains("attempt 2"),
                second.exchange().line());
        assertFalse(first.exchange().isGood());
    }

    @Test
    void attemptsWithoutAConnectionAreReportedAlone() {
        played.kraty().ping();
        int before = played.wire.exchanges().size();
        played.sandbox.goOffline();
        played.kraty()
                .runAsync(() -> played.kraty().ping())
                .exceptionally(error -> null)
                .join();

        Telemetry.Entry last =
                played.telemetry.entries().get(played.telemetry.entries().size() - 1);
        assertNull(last.info().status());
        assertTrue(played.wire.exchanges().size() <= before + 1, "only the connection that was lost");
        assertNull(last.exchange());
    }

    @Test
    void streamsAreReadAlongAndNotHeldUp() {
        played.kraty().wallet().list();
        String player = played.kraty().activeExternalPlayerId().orElseThrow();
        try (InventoryStream stream = played.kraty().inventory().live()) {
            InventoryEvent ready = stream.poll(Duration.ofSeconds(5));
            long start = System.nanoTime();
            played.sandbox.credit(player, "gems", 7);
            InventoryEvent changed = stream.poll(Duration.ofSeconds(5));

            assertNotNull(ready);
            assertNotNull(changed);
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 1000);
            String text = all();
            assertTrue(text.contains("\"gems\""), text);
            assertTrue(text.contains("still open"), text);
        }
    }

    @Test
    void longBodiesAreCutAndZippedOnesAreRead() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("hello".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        }
        OkHttpClient client = new OkHttpClient.Builder()
                .addNetworkInterceptor(played.wire)
                .addNetworkInterceptor(chain -> {
                    Response real = chain.proceed(chain.request());
                    return real.newBuilder()
                            .header("Content-Encoding", "gzip")
                            .body(okhttp3.ResponseBody.create(zipped.toByteArray(), MediaType.get("text/plain")))
                            .build();
                })
                .build();
        Request request = new Request.Builder()
                .url(played.sandbox.baseUrl() + "/sdk/v1/ping")
                .build();
        try (Response answer = client.newCall(request).execute()) {
            assertEquals(100_000, answer.body().string().length());
        }

        String text = all();
        assertTrue(text.contains("hellohello"));
        assertTrue(text.contains("cut after 64 KiB"));
        assertTrue(text.length() < 70_000);
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 0; i < 210; i++) {
            played.kraty().ping();
        }

        assertEquals(200, played.wire.exchanges().size());
        assertEquals(210, played.telemetry.entries().size());
    }

    private String all() {
        StringBuilder all = new StringBuilder();
        played.wire
                .exchanges()
                .forEach(exchange -> all.append(exchange.line()).append('\n').append(exchange.text()));
        return all.toString();
    }
}
