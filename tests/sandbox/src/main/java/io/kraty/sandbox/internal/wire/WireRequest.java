package io.kraty.sandbox.internal.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived in full.
 *
 * @param method the method, as it was sent
 * @param target the path and the query, as they were sent
 * @param headers the headers; of a repeated one, the first counts. Names are found in any case
 * @param body the body; empty if there was none, or too much of it
 * @param isOversize whether the body was longer than {@link WireServer#MOST_BODY_BYTES}
 * @param minor 1 for HTTP/1.1, 0 for HTTP/1.0
 */
public record WireRequest(
        String method, String target, Map<String, String> headers, String body, boolean isOversize, int minor) {
    /** The path, still percent-encoded. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** What follows the question mark, still percent-encoded; null if there is none. */
    public @Nullable String query() {
        int question = target.indexOf('?');
        return question < 0 ? null : target.substring(question + 1);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether the client wants to go on with this connection. What is left of too long a body is not looked for. */
    boolean keepsAlive() {
        return !isOversize && (minor == 1 ? !wishes("close") : wishes("keep-alive"));
    }

    private boolean wishes(String option) {
        for (String wish : headers.getOrDefault("Connection", "").split(",", -1)) {
            if (wish.strip().equalsIgnoreCase(option)) {
                return true;
            }
        }
        return false;
    }
}
