package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bare client of one sandbox. */
final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private final KratySandbox sandbox;

    Api(KratySandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A registered player, to make calls as. */
    TestPlayer register(String id) {
        Reply reply = post("players/" + id + "/register", "{}", null).expect(201);
        return new TestPlayer(this, id, reply.text("data.secret"));
    }

    Reply get(String path) {
        return get(path, null);
    }

    Reply get(String path, @Nullable String secret) {
        return send(request(path, secret).GET().build());
    }

    Reply post(String path, String body, @Nullable String secret) {
        return send(request(path, secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** A write by a method that has no way of its own here. */
    Reply write(String method, String path, String body, @Nullable String secret) {
        return send(request(path, secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** A stream of what a player has. */
    Sse holdings(TestPlayer player) {
        return new Sse(
                HTTP,
                request("players/" + player.id() + "/inventory/stream", player.secret())
                        .header("Accept", "text/event-stream")
                        .build());
    }

    /** A stream of a board. */
    Sse stream(String leaderboardId) {
        return new Sse(
                HTTP,
                request("event-leaderboards/" + leaderboardId + "/stream", null)
                        .header("Accept", "text/event-stream")
                        .build());
    }

    HttpRequest.Builder request(String path, @Nullable String secret) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sdk/v1/" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + sandbox.apiKey());
        return secret == null ? request : request.header("X-Player-Secret", secret);
    }

    /** The answer, which the description has nothing against. */
    static Reply send(HttpRequest request) {
        Reply reply = sendUnjudged(request);
        assertEquals(List.of(), Contract.violations(request, reply), reply.body());
        return reply;
    }

    /** The answer, whatever it is. */
    static Reply sendUnjudged(HttpRequest request) {
        try {
            return Reply.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
