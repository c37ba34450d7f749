package io.kraty.sandbox.junit;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One client per player, for as long as a test or a class lasts. */
final class Clients implements AutoCloseable {
    private final SharedSandbox sandbox;
    private final Consumer<KratyClientOptions.Builder> settings;
    private final Map<String, Kraty> byPlayer = new LinkedHashMap<>();

    Clients(SharedSandbox sandbox, Consumer<KratyClientOptions.Builder> settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    KratySandbox sandbox() {
        return sandbox.get();
    }

    synchronized Kraty of(String player) {
        return byPlayer.computeIfAbsent(player, this::create);
    }

    /** Signed in from the start: no request, and no trouble, comes before the test's own. */
    private Kraty create(String player) {
        KratySandbox running = sandbox.get();
        String secret = running.secretOf(player).orElseGet(() -> running.register(player));
        KratyClientOptions.Builder options = KratyClientOptions.builder()
                .apiKey(running.apiKey())
                .baseUrl(running.baseUrl())
                .secretStore(new InMemorySecretStore())
                .activeExternalPlayerId(player)
                .playerSecret(secret);
        settings.accept(options);
        return Kraty.create(options.build());
    }

    @Override
    public synchronized void close() {
        byPlayer.values().forEach(Kraty::close);
    }
}
