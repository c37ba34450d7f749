package io.kraty.sandbox.internal.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls there are. What {@code GET /sandbox} lists, and what {@code package-info} explains. */
enum ControlCall {
    LIST_CALLS("GET", "", null, "This list"),
    GET_STATE("GET", "/state", null, "Everything there is now; ?players=N shows more or fewer than the last 100"),
    GET_PLAYER("GET", "/players/{id}", null, "Everything about a player"),
    LIST_REQUESTS("GET", "/requests", null, "The requests after ?after=ID with what they changed; at most ?limit=N"),
    LIST_LEDGER("GET", "/ledger", null, "Every change of a holding; of one player with ?player=ID"),
    GET_CLOCK("GET", "/clock", null, "What time it is, and how it passes"),
    SET_CLOCK("PUT", "/clock", "{\"now\":\"2026-03-01T12:00:00Z\",\"frozen\":true,\"speed\":60}", "Sets any of these"),
    ADVANCE_CLOCK("POST", "/clock/advance", "{\"by\":\"2h\"}", "Jumps ahead"),
    LIST_TROUBLE("GET", "/trouble", null, "The trouble there is"),
    ADD_TROUBLE(
            "POST",
            "/trouble",
            "{\"on\":\"debitWallet\",\"times\":1,\"effect\":\"reset_after\"}",
            "Makes trouble: one, or a list"),
    CLEAR_TROUBLE("DELETE", "/trouble", null, "Ends all trouble"),
    REGISTER("POST", "/players/{id}/register", null, "Registers a player without a request of their own; the secret"),
    GRANT(
            "POST",
            "/players/{id}/grants",
            "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":2}]}",
            "Gives the player rewards to collect"),
    CREDIT(
            "POST",
            "/players/{id}/credit",
            "{\"economyKey\":\"gold\",\"amount\":100}",
            "Puts an amount straight into the wallet"),
    BAN("POST", "/players/{id}/ban", null, "Refuses all writes of the player, registered or not"),
    ROTATE_SECRET("POST", "/players/{id}/rotate-secret", null, "Replaces the player's secret; the new one"),
    BEFRIEND("POST", "/players/{id}/friends", "{\"with\":\"bo\"}", "Makes friends of two players"),
    OPEN_WINDOW("POST", "/events/{key}/window/open", "{\"for\":\"1h\"}", "Opens a window of the event now"),
    CLOSE_WINDOW("POST", "/events/{key}/window/close", null, "Closes the event's window early"),
    CLOSE_BOARD("POST", "/boards/{idOrKey}/close", null, "Finalizes the board of an event, or ends a board's period"),
    FILL_LOBBY("POST", "/lobbies/{id}/fill", null, "Gives all free places of a forming lobby to bots"),
    CLOSE_LOBBY("POST", "/lobbies/{id}/close", null, "Closes a lobby and finalizes its board"),
    TICK_BOTS("POST", "/bots/tick", null, "Lets one bot of each board score"),
    DROP_STREAMS("POST", "/streams/drop", null, "Breaks all open streams"),
    GO_OFFLINE("POST", "/offline", "{\"for\":\"2s\"}", "Refuses all connections for some real time, these calls too"),
    GET_ANSWERS("GET", "/answers", null, "How answers are written"),
    SET_ANSWERS("PUT", "/answers", "{\"leaveOutNulls\":true}", "Leaves fields that are null out of answers, or not"),
    RESET("POST", "/reset", null, "Forgets everything that happened, and begins anew");

    private final String method;
    private final String path;
    private final @Nullable String example;
    private final String help;

    ControlCall(String method, String path, @Nullable String example, String help) {
        this.method = method;
        this.path = path;
        this.example = example;
        this.help = help;
    }

    String method() {
        return method;
    }

    /** Whether it takes a body. */
    boolean hasBody() {
        return example != null;
    }

    /** The values that stand for the parameters in the path; null if it is not this call's. */
    @Nullable
    List<String> match(String rawPath) {
        String[] expected = path.split("/", -1);
        String[] given = rawPath.split("/", -1);
        if (expected.length != given.length) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !given[i].isEmpty()) {
                values.add(given[i]);
            } else if (!expected[i].equals(given[i])) {
                return null;
            }
        }
        return values;
    }

    /** The methods that a path takes, as the header {@code Allow} lists them; empty for an unknown path. */
    static String allowed(String rawPath) {
        return Stream.of(values())
                .filter(call -> call.match(rawPath) != null)
                .map(ControlCall::method)
                .collect(Collectors.joining(", "));
    }

    /** All of them, for somebody who looks around. */
    static JsonObject describe() {
        JsonArray calls = new JsonArray();
        for (ControlCall call : values()) {
            JsonObject described = new JsonObject();
            described.addProperty("method", call.method);
            described.addProperty("path", "/sandbox" + call.path);
            described.addProperty("what", call.help);
            if (call.example != null) {
                described.addProperty("body", call.example);
            }
            calls.add(described);
        }
        JsonObject list = new JsonObject();
        list.add("calls", calls);
        return list;
    }
}
