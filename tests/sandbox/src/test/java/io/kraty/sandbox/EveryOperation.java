package io.kraty.sandbox;

import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.Segmentation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session of five players in which every operation is carried out at least once, streams included. */
final class EveryOperation {
    /** Is told what came of it. */
    interface Listener {
        /** An answer, whatever its status. */
        void answered(String operation, String request, Reply reply);

        /** An event of a stream. */
        void streamed(String operation, Sse.Event event);
    }

    private final KratySandbox sandbox;
    private final Api api;
    private final Listener listener;

    private EveryOperation(KratySandbox sandbox, Listener listener) {
        this.sandbox = sandbox;
        this.listener = listener;
        api = new Api(sandbox);
    }

    /** A sandbox that has what the session needs. */
    static KratySandbox.Builder settings() {
        GameDefinition demo = Game.demo().definition();
        List<EventDefinition> events = new ArrayList<>(demo.events());
        events.add(new TestEvent("segments")
                .ranking(new Ranking.Segmented(new Segmentation.Country()))
                .bots(3)
                .definition());
        events.add(
                new TestEvent("groups").ranking(new Ranking.Grouped(2)).bots(2).definition());
        return KratySandbox.builder()
                .game(demo.withEvents(events))
                .startAt(Instant.parse("2026-09-02T12:00:00Z"))
                .frozen(true)
                .botInterval(Duration.ofMinutes(1))
                .heartbeat(Duration.ZERO)
                .inventoryManagement(InventoryManagement.PERMISSIVE);
    }

    /** Plays it, and closes the sandbox so that streams come to their end. */
    static void play(KratySandbox sandbox, Listener listener) throws IOException {
        new EveryOperation(sandbox, listener).everything();
    }

    private void everything() throws IOException {
        for (String id : List.of("ana", "rui", "eva", "tom", "zoe")) {
            post(null, "players/" + id + "/register", "{}");
            sandbox.credit(id, "gold", 1000);
        }
        try (Sse board = api.stream(start("ana", "coin_rush").text("data.leaderboardId"));
                Sse holdings = api.holdings(player("ana"))) {
            profiles();
            people();
            holdings();
            events();
            boards();
            sandbox.clock().advance(Duration.ofDays(8));
            boards();
            for (String id : sandbox.players()) {
                get(id, "players/" + id + "/pending-grants?limit=100");
                get(id, "players/" + id + "/wallet");
            }
            sandbox.close();
            drain("streamEventLeaderboard", board);
            drain("streamInventory", holdings);
        }
    }

    private void profiles() {
        get(null, "ping");
        get(null, "time?timezone=Europe/Lisbon");
        get(null, "catalog");
        get(null, "players/ana/identity");
        write("PUT", "ana", "players/ana/identity", "{\"name\":\"Ana\"}");
        write("PUT", "ana", "players/ana/metadata", "{\"a\":1}");
        write("PATCH", "ana", "players/ana/metadata", "{\"b\":2}");
    }

    private void people() {
        get("ana", "players/ana/friend-code");
        post("rui", "players/rui/presence", "{\"status\":\"here\"}");
        for (int i = 0; i < 3; i++) {
            get("ana", "players/ana/friends/suggestions?limit=3");
        }
        get("ana", "players/ana/friends/search?q=a");
        String asked = "{\"externalPlayerId\":\"rui\"}";
        String request = post("ana", "players/ana/friends/requests", asked).text("data.request.requestId");
        get("rui", "players/rui/friends/requests");
        post("rui", "players/rui/friends/requests/" + request + "/accept", "{}");
        request = post("eva", "players/eva/friends/requests", asked).text("data.request.requestId");
        post("rui", "players/rui/friends/requests/" + request + "/decline", "{}");
        request = post("tom", "players/tom/friends/requests", asked).text("data.request.requestId");
        write("DELETE", "tom", "players/tom/friends/requests/" + request, "");
        get("ana", "players/ana/friends/gifts/catalog");
        String gift = post(
                        "ana",
                        "players/ana/friends/gifts",
                        "{\"externalPlayerId\":\"rui\",\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":5}")
                .text("data.gift.giftId");
        get("ana", "players/ana/friends/gifts/sent");
        get("rui", "players/rui/friends/gifts");
        post("rui", "players/rui/friends/gifts/" + gift + "/claim", "{}");
        get("ana", "players/ana/friends");
        post("ana", "players/ana/blocks", "{\"externalPlayerId\":\"zoe\"}");
        get("ana", "players/ana/blocks");
        write("DELETE", "ana", "players/ana/blocks/zoe", "");
        write("DELETE", "ana", "players/ana/friends/rui", "");
    }

    private void holdings() {
        Reply pending = get("ana", "players/ana/pending-grants");
        post("ana", "players/ana/grants/" + pending.text("data.0.id") + "/claim", "{}");
        post("ana", "players/ana/crates/" + pending.text("data.1.id") + "/open", "{}");
        post(
                "ana",
                "players/ana/grants",
                "{\"kind\":\"crate\",\"entries\":[{\"type\":\"crate\",\"crateItemKey\":\"gold_crate\",\"quantity\":1}]}");
        post("ana", "players/ana/inventory/health_potion/consume", "{\"quantity\":1,\"idempotencyKey\":\"c\"}");
        post("ana", "players/ana/wallet/gold/debit", "{\"amount\":1,\"idempotencyKey\":\"k\"}");
        post("ana", "players/ana/wallet/gold/debit", "{\"amount\":1,\"idempotencyKey\":\"k\"}");
        post("ana", "players/ana/wallet/xp/progress", "{\"amount\":800}");
        get("ana", "players/ana/inventory");
        post(
                "ana",
                "players/ana/purchases",
                "{\"transactionId\":\"t\",\"store\":\"web\",\"productId\":\"p\",\"amountMinor\":1,\"currency\":\"USD\"}");
    }

    private void events() {
        for (String id : sandbox.players()) {
            for (String event : List.of("coin_rush", "bounty_hunt", "quick_brawl", "segments", "groups")) {
                start(id, event);
            }
        }
        sandbox.clock().advance(Duration.ofMinutes(5));
        for (String id : sandbox.players()) {
            Reply lobby = start(id, "quick_brawl");
            get(null, "event-leaderboards/" + lobby.text("data.leaderboardId"));
        }
        String lobby = start("ana", "quick_brawl").text("data.attempt.id");
        post("ana", "players/ana/events/quick_brawl/attempts/" + lobby + "/finish", "{}");
        get(null, "lobbies/" + start("ana", "quick_brawl").text("error.details.lobbyId"));
        for (String event : List.of("coin_rush", "segments", "groups")) {
            Reply start = start("ana", event);
            String path = "players/ana/events/" + event + "/attempts/" + start.text("data.attempt.id") + "/progress";
            post("ana", path, "{\"mode\":\"increment\",\"metricValue\":60}");
            sandbox.clock().advance(Duration.ofMinutes(3));
            get(null, "event-leaderboards/" + start.text("data.leaderboardId") + "?includeSelf=true&externalId=ana");
            post("ana", "players/ana/event-leaderboards/" + start.text("data.leaderboardId") + "/join", "{}");
        }
        get(null, "players/ana/events");
        sandbox.tickBots();
    }

    private void boards() {
        post("ana", "players/ana/leaderboards/weekly_score/score", "{\"value\":300}");
        post("rui", "players/rui/leaderboards/region_cup/join", "{\"segment\":\"eu\"}");
        get(null, "leaderboards/weekly_score");
        get(null, "leaderboards/xp_league/standings");
        get(null, "leaderboards/region_cup/standings?scope=mine&externalId=rui");
        get(null, "leaderboards/xp_league/periods");
    }

    private void drain(String operation, Sse stream) throws IOException {
        for (Sse.Event event = stream.next(); event != null; event = stream.next()) {
            listener.streamed(operation, event);
        }
    }

    private TestPlayer player(String id) {
        return new TestPlayer(api, id, sandbox.secretOf(id).orElseThrow());
    }

    private Reply start(String id, String event) {
        return post(id, "players/" + id + "/events/" + event + "/start", "{}");
    }

    private Reply get(@Nullable String as, String path) {
        return told("GET", path, api.get(path, secret(as)));
    }

    private Reply post(@Nullable String as, String path, String body) {
        return told("POST", path, api.post(path, body, secret(as)));
    }

    private void write(String method, String as, String path, String body) {
        told(method, path, api.write(method, path, body, secret(as)));
    }

    private Reply told(String method, String path, Reply reply) {
        String operation = Contract.operation(method, "/sdk/v1/" + path.replaceAll("\\?.*", ""));
        listener.answered(operation, method + " " + path, reply);
        return reply;
    }

    private @Nullable String secret(@Nullable String id) {
        return id == null ? null : sandbox.secretOf(id).orElseThrow();
    }
}
