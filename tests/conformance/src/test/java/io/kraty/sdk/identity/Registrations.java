package io.kraty.sdk.identity;

import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sdk.wire.Exchange;
import java.io.IOException;

/** Answers as the platform does to registrations, as far as the SDK looks. */
final class Registrations {
    private Registrations() {}

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
