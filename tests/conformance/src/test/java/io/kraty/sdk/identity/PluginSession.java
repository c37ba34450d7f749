package io.kraty.sdk.identity;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import okhttp3.OkHttpClient;

/** What a plugin of a game server does between being loaded and unloaded. */
public class PluginSession implements BiConsumer<Object[], Path> {
    /** Given API key, address and perhaps an HTTP client of the server's, and a directory. */
    @Override
    public void accept(Object[] platform, Path directory) {
        KratyClientOptions.Builder options = KratyClientOptions.builder()
                .apiKey((String) platform[0])
                .baseUrl((String) platform[1])
                .dataDirectory(directory);
        if (platform.length > 2) {
            options.httpClient((OkHttpClient) platform[2]);
        }
        Kraty kraty = Kraty.create(options.build());
        play(kraty);
        end(kraty);
    }

    private static void play(Kraty kraty) {
        kraty.inventory().list();
        kraty.syncTime();
        GrantPoller poller = kraty.pollPendingGrants(
                PollPendingGrantsOptions.builder().start(Duration.ofMillis(5)).build());
        try (InventoryStream stream = kraty.inventory().live()) {
            stream.poll(Duration.ofSeconds(20)); // until it is ready
        }
        kraty.grants().collectAll();
        if (!poller.isRunning()) {
            throw new IllegalStateException(
                    "the poller stopped", poller.failure().orElse(null));
        }
    }

    /** As a plugin should. */
    protected void end(Kraty kraty) {
        kraty.close();
    }

    /** A plugin that does not. */
    public static final class Forgetful extends PluginSession {
        @Override
        protected void end(Kraty kraty) {
            try {
                kraty.lobbies().read("none");
            } catch (KratyApiException e) {
                // as its poller will meet one, when the classes for it cannot be loaded any more
            }
        }
    }
}
