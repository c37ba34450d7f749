package io.kraty.sdk.identity;

import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.wire.Exchange;
import java.io.IOException;

/**
 * Single answers to registrations, for tests of what the SDK stores and sends with them, whatever the platform would make
 * of it: several keys, any id as often as one likes, names in every combination. It keeps nothing and checks nothing; what
 * registering means is tested on the sandbox.
 */
final class ScriptedRegistrations {
    private ScriptedRegistrations() {}

    static String secretOf(String player) {
        return "ps_" + player;
    }

    static void accept(Exchange exchange) throws IOException {
        String player = exchange.request().player();
        exchange.json(
                201, "{\"data\":{\"externalPlayerId\":\"" + player + "\",\"secret\":\"" + secretOf(player) + "\"}}");
    }

    /** With a name from the platform's pool, as {@link #pooled} says. */
    static void acceptWithAName(Exchange exchange) throws IOException {
        String player = exchange.request().player();
        exchange.json(
                201,
                "{\"data\":{\"externalPlayerId\":\"" + player + "\",\"secret\":\"" + secretOf(player)
                        + "\",\"syntheticIdentity\":{\"name\":\"Pool " + player + "\",\"avatar\":\"fox\"},"
                        + "\"displayIdentity\":{\"name\":\"Display\"},\"anonymizedIdentity\":{\"name\":\"Nobody\"}}}");
    }

    static SyntheticIdentity pooled(String player) {
        return new SyntheticIdentity("Pool " + player, "fox");
    }

    static void acceptOrEmpty(Exchange exchange) throws IOException {
        if (exchange.request().isRegistration()) {
            accept(exchange);
        } else {
            emptyInventory(exchange);
        }
    }

    static void emptyInventory(Exchange exchange) throws IOException {
        exchange.json(200, "{\"data\":{\"items\":[]}}");
    }
}
