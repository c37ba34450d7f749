package io.kraty.sdk.grants;

import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TinyServer.Handler;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A platform where some grants wait. Each is written {@code id:kind}. */
final class GrantServer implements AutoCloseable {
    private final TinyServer server;
    private final String pending;
    private final Handler collecting;

    private GrantServer(Handler collecting, String... grants) throws IOException {
        this.pending = Arrays.stream(grants)
                .map(grant -> grant.split(":", 2))
                .map(grant -> json(grant[0], grant[1], "pending"))
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        this.collecting = collecting;
        this.server = TinyServer.answering(this::answer);
    }

    static GrantServer with(String... grants) throws IOException {
        return new GrantServer(GrantServer::accept, grants);
    }

    /** Answers claims and openings with {@code collecting}. */
    static GrantServer collecting(Handler collecting, String... grants) throws IOException {
        return new GrantServer(collecting, grants);
    }

    private void answer(Exchange exchange) throws Exception {
        if (exchange.request().method().equals("GET")) {
            exchange.json(200, pending);
        } else {
            collecting.handle(exchange);
        }
    }

    /** Claims or opens, as asked. */
    static void accept(Exchange exchange) throws IOException {
        String id = grantOf(exchange.request());
        if (exchange.request().target().endsWith("/open")) {
            exchange.json(
                    200,
                    "{\"data\":{\"crate\":" + json(id, "crate", "claimed") + ",\"contents\":"
                            + json("in-" + id, "reward", "pending") + "}}");
        } else {
            exchange.json(200, "{\"data\":" + json(id, "reward", "claimed") + "}");
        }
    }

    static String grantOf(Received request) {
        String[] segments = request.target().split("/", -1);
        return segments[segments.length - 2];
    }

    private static String json(String id, String kind, String status) {
        return "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"contents\":{},\"sourceKind\":\"event\",\"status\":\""
                + status + "\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
    }

    String url() {
        return server.url();
    }

    List<Received> requests() {
        return server.requests();
    }

    /** The claims and openings, in the order they came. */
    List<Received> writes() {
        return server.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
