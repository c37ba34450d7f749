package io.kraty.sandbox;

import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls as one registered player. */
record TestPlayer(Api api, String id, String secret) {
    private static final AtomicInteger KEYS = new AtomicInteger();

    Reply get(String path) {
        return api.get("players/" + id + "/" + path, secret);
    }

    Reply post(String path, String body) {
        return api.post("players/" + id + "/" + path, body, secret);
    }

    Reply put(String path, String body) {
        return api.write("PUT", "players/" + id + "/" + path, body, secret);
    }

    Reply patch(String path, String body) {
        return api.write("PATCH", "players/" + id + "/" + path, body, secret);
    }

    Reply score(String boardKey, double value) {
        return post("leaderboards/" + boardKey + "/score", "{\"value\":" + value + "}");
    }

    Reply score(String boardKey, String segment, double value) {
        return post("leaderboards/" + boardKey + "/score", "{\"value\":" + value + ",\"segment\":\"" + segment + "\"}");
    }

    Reply start(String eventKey) {
        return post("events/" + eventKey + "/start", "{}");
    }

    Reply progress(String eventKey, String attemptId, String body) {
        return post("events/" + eventKey + "/attempts/" + attemptId + "/progress", body);
    }

    Reply increment(String eventKey, String attemptId, int value) {
        return progress(eventKey, attemptId, "{\"mode\":\"increment\",\"metricValue\":" + value + "}");
    }

    Reply consume(String itemKey, int quantity) {
        String key = "k" + KEYS.incrementAndGet();
        return post(
                "inventory/" + itemKey + "/consume",
                "{\"quantity\":" + quantity + ",\"idempotencyKey\":\"" + key + "\"}");
    }

    long balance(String economyKey) {
        return get("wallet").objects("data.wallet").stream()
                .filter(row -> row.get("economyKey").getAsString().equals(economyKey))
                .mapToLong(row -> row.get("balance").getAsLong())
                .sum();
    }

    long items(String itemKey) {
        return get("inventory").objects("data.items").stream()
                .filter(row -> row.get("itemKey").getAsString().equals(itemKey))
                .mapToLong(row -> row.get("quantity").getAsLong())
                .sum();
    }
}
