package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.views.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is, and what happened. */
final class LookCalls {
    private static final int MOST = 10_000;

    private final Engine sandbox;
    private final World world;

    LookCalls(Engine sandbox, World world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    JsonElement state(Input input) {
        int players = input.query().integer("players", 0, MOST, 100);
        Snapshot now = world.call(() -> world.snapshots().take(players));
        JsonObject state = new JsonObject();
        JsonObject game = new JsonObject();
        game.addProperty("name", world.game().name());
        game.addProperty(
                "inventoryManagement", Views.word(world.game().settings().inventory()));
        state.add("game", game);
        state.addProperty("baseUrl", sandbox.baseUrl());
        state.addProperty("apiKey", sandbox.apiKey());
        state.addProperty("seed", world.seed());
        state.add("clock", new ClockCalls(sandbox.clock()).get());
        state.addProperty("openStreams", sandbox.openStreams());
        JsonObject counts = new JsonObject();
        counts.addProperty("players", now.playerCount());
        counts.addProperty("requests", sandbox.requests().size());
        counts.addProperty("ledger", sandbox.ledger().size());
        state.add("counts", counts);
        state.add("players", Views.json(now.players()));
        state.add("events", Views.json(now.events()));
        state.add("eventBoards", Views.json(now.eventBoards()));
        state.add("boards", Views.json(now.boards()));
        state.add("lobbies", Views.json(now.lobbies()));
        state.addProperty("leaveOutNulls", sandbox.leavesOutNulls());
        state.add("trouble", TroubleView.of(sandbox.trouble()));
        return state;
    }

    /** A change that a request made, as far as the log shows it. */
    private record Effect(
            String id, String externalPlayerId, String kind, String key, long delta, long balance, String reason) {
        static Effect of(LedgerEntry entry) {
            return new Effect(
                    entry.id(),
                    entry.externalPlayerId(),
                    Views.word(entry.kind()),
                    entry.key(),
                    entry.delta(),
                    entry.balance(),
                    entry.reason());
        }
    }

    /** Those after a known request; all there are after one that is forgotten. The latest ones, if there are too many. */
    JsonElement requests(Input input) {
        int limit = input.query().integer("limit", 1, MOST, 100);
        List<RecordedRequest> news =
                after(sandbox.requests(), number(input.query().text("after")));
        List<RecordedRequest> shown = news.subList(Math.max(0, news.size() - limit), news.size());
        Map<String, List<Effect>> effects = shown.isEmpty() ? Map.of() : effects();
        List<JsonElement> list = new ArrayList<>();
        for (RecordedRequest request : shown) {
            JsonObject view = Views.json(request).getAsJsonObject();
            view.add("effects", Views.json(effects.getOrDefault(request.id(), List.of())));
            list.add(view);
        }
        return Control.object("requests", Views.json(list));
    }

    JsonElement ledger(Input input) {
        String player = input.query().text("player");
        List<LedgerEntry> entries = sandbox.ledger().stream()
                .filter(entry -> player == null || entry.externalPlayerId().equals(player))
                .toList();
        return Control.object("ledger", Views.json(entries));
    }

    private Map<String, List<Effect>> effects() {
        Map<String, List<Effect>> byRequest = new HashMap<>();
        for (LedgerEntry entry : sandbox.ledger()) {
            if (entry.requestId() != null) {
                byRequest
                        .computeIfAbsent(entry.requestId(), any -> new ArrayList<>())
                        .add(Effect.of(entry));
            }
        }
        return byRequest;
    }

    /** The log is in the order in which requests ended; their numbers are in that in which they came. */
    private static List<RecordedRequest> after(List<RecordedRequest> all, @Nullable String id) {
        for (int i = all.size() - 1; id != null && i >= 0; i--) {
            if (all.get(i).id().equals(id)) {
                return all.subList(i + 1, all.size());
            }
        }
        return all;
    }

    private static @Nullable String number(@Nullable String id) {
        if (id != null && !id.matches("req_\\d{1,18}")) {
            throw ApiError.invalid("after", "must be the id of a request such as req_7, was " + id);
        }
        return id;
    }
}
