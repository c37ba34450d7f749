package io.kraty.sdk.calls;

import io.kraty.sdk.Kraty;
import java.util.function.Consumer;

/**
 * A call, and the one request it has to send.
 *
 * @param request HTTP method, path and query, as they are on the wire
 * @param body the whole body, empty for none
 */
record Call(String request, String body, Consumer<Kraty> make) {
    /** The path up to the player that the tests play as. */
    static final String ME = "/sdk/v1/players/player_42";

    /** The only member of a body without any other: the key that every write of these tests carries. */
    static final String KEY = "{'idempotencyKey':'key-1'}";

    /** A call without a body. */
    static Call call(String request, Consumer<Kraty> make) {
        return new Call(request, "", make);
    }

    /** A call with a body; the expected JSON is quoted with {@code '}. */
    static Call call(String request, String body, Consumer<Kraty> make) {
        return new Call(request, body.replace('\'', '"'), make);
    }

    @Override
    public String toString() {
        return request + (body.isEmpty() ? "" : " " + body);
    }
}
