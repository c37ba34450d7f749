package io.kraty.sandbox.internal.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations that are played. */
public enum Operation {
    PING("GET", false, "ping"),
    GET_SERVER_TIME("GET", false, "time"),
    GET_CATALOG("GET", false, "catalog"),
    REGISTER_PLAYER("POST", false, "players/*/register"),
    GET_PLAYER_IDENTITY("GET", false, "players/*/identity"),
    SET_PLAYER_IDENTITY("PUT", true, "players/*/identity"),
    SET_PLAYER_METADATA("PUT", true, "players/*/metadata"),
    MERGE_PLAYER_METADATA("PATCH", true, "players/*/metadata"),
    LIST_EVENTS("GET", false, "players/*/events"),
    START_ATTEMPT("POST", true, "players/*/events/*/start"),
    REPORT_PROGRESS("POST", true, "players/*/events/*/attempts/*/progress"),
    FINISH_ATTEMPT("POST", true, "players/*/events/*/attempts/*/finish"),
    GET_LOBBY("GET", false, "lobbies/*"),
    GET_LEADERBOARD("GET", false, "leaderboards/*"),
    GET_LEADERBOARD_STANDINGS("GET", false, "leaderboards/*/standings"),
    LIST_LEADERBOARD_PERIODS("GET", false, "leaderboards/*/periods"),
    SUBMIT_SCORE("POST", true, "players/*/leaderboards/*/score"),
    JOIN_LEADERBOARD("POST", true, "players/*/leaderboards/*/join"),
    GET_EVENT_LEADERBOARD("GET", false, "event-leaderboards/*"),
    STREAM_EVENT_LEADERBOARD("GET", false, "event-leaderboards/*/stream"),
    JOIN_EVENT_LEADERBOARD("POST", true, "players/*/event-leaderboards/*/join"),
    LIST_PENDING_GRANTS("GET", true, "players/*/pending-grants"),
    GRANT_TO_SELF("POST", true, "players/*/grants"),
    CLAIM_GRANT("POST", true, "players/*/grants/*/claim"),
    OPEN_CRATE("POST", true, "players/*/crates/*/open"),
    LIST_INVENTORY("GET", true, "players/*/inventory"),
    CONSUME_ITEM("POST", true, "players/*/inventory/*/consume"),
    STREAM_INVENTORY("GET", true, "players/*/inventory/stream"),
    LIST_WALLET("GET", true, "players/*/wallet"),
    DEBIT_WALLET("POST", true, "players/*/wallet/*/debit"),
    PROGRESS_WALLET("POST", true, "players/*/wallet/*/progress"),
    GET_FRIEND_CODE("GET", true, "players/*/friend-code"),
    HEARTBEAT("POST", true, "players/*/presence"),
    LIST_FRIENDS("GET", true, "players/*/friends"),
    SEARCH_FRIENDS("GET", true, "players/*/friends/search"),
    SUGGEST_FRIENDS("GET", true, "players/*/friends/suggestions"),
    LIST_FRIEND_REQUESTS("GET", true, "players/*/friends/requests"),
    SEND_FRIEND_REQUEST("POST", true, "players/*/friends/requests"),
    ACCEPT_FRIEND_REQUEST("POST", true, "players/*/friends/requests/*/accept"),
    DECLINE_FRIEND_REQUEST("POST", true, "players/*/friends/requests/*/decline"),
    CANCEL_FRIEND_REQUEST("DELETE", true, "players/*/friends/requests/*"),
    REMOVE_FRIEND("DELETE", true, "players/*/friends/*"),
    LIST_BLOCKS("GET", true, "players/*/blocks"),
    BLOCK_PLAYER("POST", true, "players/*/blocks"),
    UNBLOCK_PLAYER("DELETE", true, "players/*/blocks/*"),
    GET_GIFT_CATALOG("GET", true, "players/*/friends/gifts/catalog"),
    LIST_GIFTS("GET", true, "players/*/friends/gifts"),
    SEND_GIFT("POST", true, "players/*/friends/gifts"),
    LIST_SENT_GIFTS("GET", true, "players/*/friends/gifts/sent"),
    CLAIM_GIFT("POST", true, "players/*/friends/gifts/*/claim"),
    TRACK_PURCHASE("POST", true, "players/*/purchases");

    /** What all paths of the game start with. */
    public static final String ROOT = "/sdk/v1/";

    private static final List<String> IDS =
            Stream.of(values()).map(Operation::operationId).toList();

    private final String operationId;
    private final String method;
    private final boolean needsSecret;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> template;

    Operation(String method, boolean needsSecret, String template) {
        this.operationId = camelCase(name());
        this.method = method;
        this.needsSecret = needsSecret;
        this.template = List.of(template.split("/"));
    }

    /** The operationIds of all operations. */
    public static List<String> ids() {
        return IDS;
    }

    /** What the API's description calls it. */
    public String operationId() {
        return operationId;
    }

    public String method() {
        return method;
    }

    /** The path, with a star for each parameter. */
    String template() {
        return String.join("/", template);
    }

    /** Whether the player in the path has to prove who they are. */
    public boolean needsSecret() {
        return needsSecret;
    }

    public boolean isWrite() {
        return !method.equals("GET");
    }

    /** Whether requests carry a body. */
    public boolean hasBody() {
        return isWrite() && !method.equals("DELETE");
    }

    /** Whether the answer is a stream, which goes on. */
    public boolean isStream() {
        return this == STREAM_EVENT_LEADERBOARD || this == STREAM_INVENTORY;
    }

    /** Whether the body is the game's own data from end to end, so that no field of it means anything here. */
    public boolean takesBag() {
        return this == SET_PLAYER_METADATA || this == MERGE_PLAYER_METADATA;
    }

    public boolean isOfPlayer() {
        return template.get(0).equals("players");
    }

    /** The raw values of the path's parameters, in their order; null if the path is another one. */
    public @Nullable List<String> match(List<String> segments) {
        if (segments.size() != template.size()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = template.get(i);
            if (expected.equals("*") && !segments.get(i).isEmpty()) {
                values.add(segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return null;
            }
        }
        return values;
    }

    /** {@code DEBIT_WALLET} is {@code debitWallet}. */
    private static String camelCase(String name) {
        StringBuilder id = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            id.append(id.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return id.toString();
    }
}
