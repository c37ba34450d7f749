package io.kraty.game.debug;

import io.kraty.sandbox.Game;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.net.URISyntaxException;
import java.nio.file.Path;
import okhttp3.OkHttpClient;

/** The game on a sandbox of its own, with what the panel reads along. */
final class Played implements AutoCloseable {
    final Wire wire = new Wire();
    final Telemetry telemetry = new Telemetry(wire);
    final KratySandbox sandbox = KratySandbox.builder().game(Game.read(file())).start();
    private final Kraty kraty = Kraty.create(KratyClientOptions.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .secretStore(new InMemorySecretStore())
            .httpClient(new OkHttpClient.Builder().addNetworkInterceptor(wire).build())
            .onRequest(telemetry)
            .build());

    Kraty kraty() {
        return kraty;
    }

    private static Path file() {
        try {
            return Path.of(
                    Wire.class.getResource("/io/kraty/game/sparkfall.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kraty.close();
        sandbox.close();
    }
}
