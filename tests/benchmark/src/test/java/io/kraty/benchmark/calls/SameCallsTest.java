package io.kraty.benchmark.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.WalletHolding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared sends the same and reads the same. */
class SameCallsTest {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (time, type, context) -> new JsonPrimitive(time.toString()))
            .create();

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final Canned server;
    private final WithSdk sdk;
    private final WithoutSdk byHand;

    SameCallsTest() throws Exception {
        server = new Canned(requests::add);
        sdk = new WithSdk(server.url());
        byHand = new WithoutSdk(server.url());
    }

    @AfterEach
    void close() throws Exception {
        byHand.close();
        sdk.close();
        server.close();
    }

    @Test
    void walletIsAskedForAndReadAlike() throws Exception {
        List<?> ours = assertInstanceOf(List.class, sdk.wallet());
        Object theirs = byHand.wallet();

        assertSameRequests();
        WalletHolding first = assertInstanceOf(WalletHolding.class, ours.get(0));
        assertEquals(
                JsonParser.parseString(WalletHolding.Adapter.INSTANCE.toJson(first))
                        .getAsJsonObject()
                        .get("economyKey"),
                json(theirs).getAsJsonArray().get(0).getAsJsonObject().get("economyKey"));
        assertEquals(ours.size(), json(theirs).getAsJsonArray().size());
    }

    @Test
    void boardIsAskedForAndReadAlike() throws Exception {
        EventLeaderboard ours = assertInstanceOf(EventLeaderboard.class, sdk.board());
        JsonObject theirs = json(byHand.board()).getAsJsonObject();

        assertSameRequests();
        assertEquals(ours.leaderboardId(), theirs.get("leaderboardId").getAsString());
        List<String> rows = new ArrayList<>();
        for (JsonElement row : theirs.getAsJsonArray("entries")) {
            rows.add(row.getAsJsonObject().get("participantId").getAsString());
        }
        assertEquals(50, rows.size());
        assertEquals(ours.entries().stream().map(row -> row.participantId()).toList(), rows);
    }

    @Test
    void progressIsReportedAndReadAlike() throws Exception {
        ProgressResponse ours = assertInstanceOf(ProgressResponse.class, sdk.progress());
        JsonObject theirs = json(byHand.progress()).getAsJsonObject().getAsJsonObject("attempt");

        assertSameRequests();
        assertEquals(ours.attempt().id(), theirs.get("id").getAsString());
        assertEquals(
                ours.attempt().metrics().get("bounties"),
                theirs.getAsJsonObject("metrics").get("bounties").getAsDouble());
        assertEquals(
                ours.attempt().startedAt(),
                Instant.parse(theirs.get("startedAt").getAsString()));
    }

    @Test
    void aCrowdMakesAsManyCallsAsItIsAskedTo() throws Exception {
        Crowd.async(sdk.kraty, 200);
        assertEquals(200, requests.size());
        // More than there are callers, and no multiple of it.
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try {
            Crowd.blocking(callers, 100, byHand::wallet);
        } finally {
            callers.shutdown();
        }
        assertEquals(300, requests.size());
    }

    private void assertSameRequests() throws InterruptedException {
        assertEquals(2, requests.size());
        assertEquals(parts(requests.take()), parts(requests.take()));
    }

    /** The first line, the headers in alphabetical order, and the content without the key, which nobody else has. */
    private static List<String> parts(String request) {
        int end = request.indexOf("\r\n\r\n");
        List<String> lines = request.substring(0, end).lines().toList();
        List<String> parts = new ArrayList<>(List.of(lines.get(0)));
        parts.addAll(new TreeSet<>(lines.subList(1, lines.size())));
        String content = request.substring(end + 4);
        if (!content.isEmpty()) {
            JsonObject body = JsonParser.parseString(content).getAsJsonObject();
            assertEquals(22, body.remove("idempotencyKey").getAsString().length());
            parts.add(body.toString());
        }
        return parts;
    }

    private static JsonElement json(Object plain) {
        return GSON.toJsonTree(plain);
    }
}
