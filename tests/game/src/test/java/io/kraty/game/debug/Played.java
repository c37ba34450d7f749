package io.kraty.game.debug;

import io.kraty.game.desktop.World;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import okhttp3.OkHttpClient;

/** The game on a sandbox of its own, with what the panel reads along. */
final class Played implements AutoCloseable {
    final Wire wire = new Wire();
    final Telemetry telemetry = new Telemetry(wire);
    final KratySandbox sandbox = World.sandbox().start();
    private final Kraty kraty = Kraty.create(KratyClientOptions.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .secretStore(new InMemorySecretStore())
            .httpClient(new OkHttpClient.Builder()
                    .addNetworkInterceptor(wire)
                    .eventListener(wire.ears())
                    .build())
            .onRequest(telemetry)
            .build());

    Kraty kraty() {
        return kraty;
    }

    @Override
    public void close() {
        kraty.close();
        sandbox.close();
    }
}
