package io.kraty.sdk.wire;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came over the wire.
 *
 * @param target path and query, as they were sent
 * @param headers by lower-case name
 */
public record Received(String method, String target, Map<String, String> headers, String body) {
    private static final Pattern PLAYER = Pattern.compile("/players/([^/?]+)");

    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The player in the path; null for none. */
    public String player() {
        Matcher player = PLAYER.matcher(target);
        return player.find() ? player.group(1) : null;
    }
}
