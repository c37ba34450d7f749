package io.kraty.game.debug;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A call that can be made by hand: what it is about, what it is called, and how it is made. */
record Operation(String area, String name, Work work) {
    private static final JsonSerializer<Object> AS_TEXT = (value, type, json) -> new JsonPrimitive(value.toString());
    private static final Gson JSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, AS_TEXT)
            .registerTypeHierarchyAdapter(TemporalAmount.class, AS_TEXT)
            .registerTypeHierarchyAdapter(Throwable.class, AS_TEXT)
            .create();

    private static final Pattern ID = Pattern.compile("\"(id|\\w+Id|friendCode)\": \"([^\"]+)\"");

    private static final Kraty CLOSED = Kraty.create(KratyClientOptions.builder()
            .apiKey("none")
            .baseUrl("http://127.0.0.1:9")
            .secretStore(new InMemorySecretStore())
            .build());

    static {
        CLOSED.close();
    }

    /** Blocks until the call is answered, and returns what came of it. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object run(KratyView kraty, Values given) throws Exception;
    }

    /** What came of it: as JSON, or why nothing did; how long it took, and what its thread sent meanwhile. */
    record Outcome(@Nullable Exception failure, String text, Duration took, List<Wire.Exchange> sent) {}

    /** What it takes: a client that is closed gets as far as asking for it, and sends nothing. */
    List<Values.Argument> arguments() {
        Values asked = new Values(null);
        run(CLOSED, asked, new Wire());
        Collections.rotate(asked.asked(), -2); // the player and the key, which all calls take, to the end
        return asked.asked();
    }

    /** Makes the call. Whatever it throws is what came of it. */
    Outcome run(KratyView kraty, Values given, Wire wire) {
        Instant start = Instant.now();
        Exception failure = null;
        String text;
        try {
            String player = given.text("as player");
            String key = given.text("idempotency key");
            RequestOptions options = player == null ? RequestOptions.none() : RequestOptions.as(player);
            text = shown(work.run(kraty.with(key == null ? options : options.idempotencyKey(key)), given));
        } catch (Exception e) {
            failure = e;
            text = e + (e instanceof KratyApiException refused ? "\n\ndetails: " + shown(refused.details()) : "");
        }
        return new Outcome(failure, wire.hide(text), Duration.between(start, Instant.now()), wire.sentHereSince(start));
    }

    /** The first id of each kind in what came of it, by the names under which other calls ask for them. */
    Map<String, String> idsIn(Outcome outcome) {
        Map<String, String> ids = new HashMap<>();
        ID.matcher(outcome.text()).results().forEach(found -> {
            String name =
                    found.group(1).equals("id") ? area.equals("Rewards") ? "grantId" : "attemptId" : found.group(1);
            ids.putIfAbsent(name.equals("currentAttemptId") ? "attemptId" : name, found.group(2));
        });
        return ids;
    }

    private static String shown(@Nullable Object result) {
        return result instanceof String text ? text : JSON.toJson(result);
    }
}
