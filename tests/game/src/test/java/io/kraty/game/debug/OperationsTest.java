package io.kraty.game.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.game.debug.Operation.Outcome;
import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.store.InMemorySecretStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every row of the table can be run as it stands, with the ids that rows before it have brought. */
class OperationsTest {
    private final Wire wire = new Wire();
    private final Telemetry telemetry = new Telemetry(wire);
    private final Map<String, String> ids = new HashMap<>();
    private KratySandbox sandbox;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        sandbox = KratySandbox.builder()
                .game(Game.read(Path.of(getClass().getResource("/io/kraty/game/sparkfall.yaml").toURI())))
                .start();
        kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .secretStore(new InMemorySecretStore())
                .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(wire).build())
                .onRequest(telemetry)
                .build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    @Test
    void everyRowRunsWithItsDefaults() {
        for (Operation operation : Operations.all()) {
            Outcome outcome = run(operation);
            System.out.println(operation.area()+"."+operation.name()+" "+operation.arguments()+" -> "+outcome.sent().size()+" "+outcome.text().replaceAll("\\s+"," ").substring(0,Math.min(150,outcome.text().replaceAll("\\s+"," ").length())));
            assertTrue(
                    outcome.failure() == null || outcome.failure() instanceof KratyException || outcome.failure() instanceof IllegalArgumentException,
                    () -> operation.area() + " " + operation.name() + ": " + outcome.failure());
        }
    }

    private Outcome run(Operation operation) {
        Map<String, String> typed = new HashMap<>();
        for (Values.Argument argument : operation.arguments()) {
            boolean wanted = argument.initial().isEmpty() && !argument.optional();
            typed.put(argument.name(), wanted ? ids.getOrDefault(argument.name(), "none") : argument.initial());
        }
        typed.replace("seconds", "1");
        Outcome outcome = operation.run(kraty, new Values(typed), wire);
        ids.putAll(operation.idsIn(outcome));
        return outcome;
    }
}
