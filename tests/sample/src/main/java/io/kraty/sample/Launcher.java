package io.kraty.sample;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.FileSecretStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Starts the game, as often as the player does: every launch finds the files of the one before. */
final class Launcher {
    private final TourOptions options;
    private final TourOptions.Backend backend;
    private final Path files;
    private final Telemetry telemetry;

    Launcher(TourOptions options, TourOptions.Backend backend, Path files, Telemetry telemetry) {
        this.options = options;
        this.backend = backend;
        this.files = files;
        this.telemetry = telemetry;
    }

    /** A launch on this device. Most games need no more than {@code Kraty.create(apiKey)}. */
    Kraty launch() {
        return Kraty.create(settings()
                .secretStore(new Vault(new FileSecretStore(files.resolve("player.json"))))
                .membershipStore(new FileMembershipStore(files.resolve("boards.json")))
                .outboxStore(new FileOutboxStore(files.resolve("outbox.json")))
                .outboxCapacity(500)
                .outboxMaxAge(Duration.ofDays(14))
                .build());
    }

    /** The same in a game that has a thread for what takes long, and wants to be told everything in its {@code loop}. */
    Kraty launchWith(Executor loop) {
        return Kraty.create(settings()
                .secretStore(new Vault(new FileSecretStore(files.resolve("player.json"))))
                .callbackExecutor(loop)
                .asyncExecutor(work -> new Thread(work, "loading").start())
                .build());
    }

    /** A launch on some other device, which knows no player yet. */
    Kraty launchOnAnotherDevice() {
        return new Kraty(settings()
                .retry(KratyRetryConfig.defaults())
                .dataDirectory(files.resolve("another-device"))
                .warmUp(false) // it is warm by now
                .build());
    }

    /** What all launches have in common. */
    KratyClientOptions.Builder settings() {
        return KratyClientOptions.builder()
                .apiKey(backend.apiKey())
                .baseUrl(backend.baseUrl())
                .allowCleartext(options.allowCleartext())
                .timeout(Duration.ofSeconds(30))
                .totalTimeout(Duration.ofMinutes(1))
                .streamIdleTimeout(Duration.ofSeconds(45))
                .retry(retry())
                .onRequest(telemetry::record);
    }

    private KratyRetryConfig retry() {
        if (options.fast()) {
            return KratyRetryConfig.builder()
                    .attempts(2)
                    .initialDelay(Duration.ofMillis(10))
                    .build();
        }
        // In a hurry to show the tour; the defaults suit most games.
        return KratyRetryConfig.builder()
                .attempts(3)
                .initialDelay(Duration.ofMillis(150))
                .maxDelay(Duration.ofSeconds(2))
                .jitter(0.25)
                .maxRetryAfter(Duration.ofSeconds(10))
                .build();
    }
}
